import './welcome.css'
import { A } from '@solidjs/router'
import { createEffect, For, on, Show, type JSX } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'

export type StepName = { id: string; name: string; href: string; isDone: boolean }

/** One question to a screen: where one is, its heading, and the way out. The heading has the focus on each new step. */
export function StepFrame(props: {
  steps: StepName[]
  at: string
  title: string
  words: string
  /** Where one goes who does not want to answer now. */
  skip?: string
  wide?: boolean
  children: JSX.Element
}) {
  let heading!: HTMLHeadingElement
  const place = () => props.steps.findIndex(({ id }) => id === props.at)
  createTitle(() => props.title)
  createEffect(
    on(
      () => props.at,
      () => heading.focus(),
      { defer: true },
    ),
  )
  return (
    <div class="welcome" classList={{ 'welcome--wide': props.wide }}>
      <div class="stack stack--3">
        <div class="row">
          <p class="t-sm t-2 num grow">
            <Show when={place() >= 0}>{m.welcome_progress({ step: place() + 1, all: props.steps.length })}</Show>
          </p>
          <Show when={props.skip}>
            {(href) => (
              <A class="link t-sm" href={href()}>
                {m.welcome_skip()}
              </A>
            )}
          </Show>
        </div>
        <Stepper steps={props.steps} at={props.at} />
      </div>
      <div class="stack stack--2">
        <h1 class="display text-3xl" tabindex="-1" ref={heading}>
          {props.title}
        </h1>
        <p class="t-lead">{props.words}</p>
      </div>
      {props.children}
    </div>
  )
}

/** Every step is a link, because every step may be skipped and come back to. */
function Stepper(props: { steps: StepName[]; at: string }) {
  const isDone = (step: StepName) => step.isDone && step.id !== props.at
  return (
    <nav aria-label={m.welcome_steps()}>
      <ol class="stepper">
        <For each={props.steps}>
          {(step, i) => (
            <li data-state={isDone(step) ? 'done' : undefined} aria-current={step.id === props.at ? 'step' : undefined}>
              {/* Not the router's link, which would call each of them the current page. */}
              <a class="welcome__step" href={step.href} aria-label={step.name}>
                <span class="stepper__n" data-number={isDone(step) ? undefined : i() + 1}>
                  <Show when={isDone(step)}>
                    <CheckIcon class="i i--sm" aria-hidden="true" />
                  </Show>
                </span>
                <span class="stepper__t">{step.name}</span>
              </a>
            </li>
          )}
        </For>
      </ol>
    </nav>
  )
}
