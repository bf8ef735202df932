import { Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Step } from './goals.queries'

export const isOwn = (step: Step): boolean => step.proposed_by === null

/** How far along: "2 of 5 steps". What is only proposed does not count. */
export function Progress(props: { steps: Step[] }) {
  const own = () => props.steps.filter(isOwn)
  const done = () => own().filter((step) => step.done_at !== null).length
  const words = () => m.goals_progress({ done: done(), count: own().length })
  return (
    <Show when={own().length > 0} fallback={<p class="t-sm t-3">{m.goals_no_steps()}</p>}>
      <div class="stack stack--1">
        <p class="t-sm t-2 num">{words()}</p>
        <progress class="bar" max={own().length} value={done()} aria-label={words()} />
      </div>
    </Show>
  )
}
