import { Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Together } from './my-students.queries'
import { spanOf } from './span'

/** What the two have done, in numbers: a mentor and their student read the same ones. */
export function Numbers(props: { of: Together }) {
  const part = (done: number, count: number) => m.students_done_of({ done, count })
  return (
    <dl class="tally">
      <Tally label={m.students_k_sessions()} value={props.of.sessions} />
      <Tally label={m.students_k_time()} value={spanOf(props.of.minutes)} />
      <Show when={props.of.shared_goals > 0}>
        <Tally label={m.students_k_goals()} value={part(props.of.shared_goals_done, props.of.shared_goals)} />
      </Show>
      <Show when={props.of.steps > 0}>
        <Tally label={m.students_k_steps()} value={part(props.of.steps_done, props.of.steps)} />
      </Show>
      <Tally label={m.students_k_learned()} value={props.of.learned} />
    </dl>
  )
}

export const Tally = (props: { label: string; value: string | number }) => (
  <div>
    <dt>{props.label}</dt>
    <dd class="num">{props.value}</dd>
  </div>
)
