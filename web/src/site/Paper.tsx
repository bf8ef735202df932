import './site.css'
import { A } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'

export type Part = { id: string; title: () => string; words: () => JSX.Element }
type PaperProps = { title: () => string; lead?: JSX.Element; note?: JSX.Element; parts: Part[] }

/** A page one reads: short parts under their headings, and on a desk the list of them beside it. */
export function Paper(props: PaperProps) {
  createTitle(() => props.title())
  return (
    <div class="paper">
      <article class="grid gap-8">
        <header class="stack stack--2">
          <h1 class="t-page">{props.title()}</h1>
          <Show when={props.lead}>
            <p class="t-lead">{props.lead}</p>
          </Show>
          <Show when={props.note}>
            <p class="t-sm t-3">{props.note}</p>
          </Show>
        </header>
        <For each={props.parts}>
          {(part) => (
            <section class="stack stack--2 paper__part" id={part.id}>
              <h2 class="t-section">{part.title()}</h2>
              <Words of={part.words()} />
            </section>
          )}
        </For>
        <Questions />
      </article>
      <nav class="paper__toc" aria-label={m.site_on_this_page()}>
        <p class="t-sm t-strong">{m.site_on_this_page()}</p>
        <ul>
          <For each={props.parts}>
            {(part) => (
              <li>
                <a href={`#${part.id}`} target="_self">
                  {part.title()}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </div>
  )
}

/** Text is a paragraph; whatever a page draws stands as it is. */
const Words = (props: { of: JSX.Element }) => (
  <Show when={typeof props.of === 'string'} fallback={props.of}>
    <p class="prose">{props.of}</p>
  </Show>
)

/** The end of every such page: somebody answers. */
const Questions = () => (
  <p class="card card--well">
    <b class="t-strong">{m.site_questions()}</b> {m.site_questions_words()}{' '}
    <A class="link" href="/contact">
      {m.help_ask()}
    </A>
  </p>
)
