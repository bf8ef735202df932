import { For, Show } from 'solid-js'
import { ANSWER_HOURS, PROPOSAL_HOLD_HOURS } from '../../../worker/contract/bookings.constants'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { Note } from '../ui/Note'
import { BothTimes } from './BothTimes'
import type { ProposalParts } from './ProposeDialog'

/** Every time on both clocks, and what happens next, with the price. */
export function ProposalReview(props: ProposalParts & { starts: readonly string[] }) {
  const span = (start_time: string) => ({
    start_time,
    end_time: new Date(Date.parse(start_time) + props.offer.minutes * 60_000).toISOString(),
  })
  const amount = () => money(props.offer.amount_minor, props.offer.currency)
  return (
    <div class="stack">
      <p class="t-strong">
        {m.booking_title_with({ title: props.offer.title, name: isolate(props.mentor.name) })}{' '}
        <span class="t-3 t-sm nowrap">{m.minutes({ count: props.offer.minutes })}</span>
      </p>
      <ul class="stack stack--2">
        <For each={props.starts}>
          {(start) => (
            <li>
              <BothTimes span={span(start)} mine={props.mine} theirs={props.theirs} name={props.mentor.name} />
            </li>
          )}
        </For>
      </ul>
      <Note kind="info">
        <Show
          when={props.offer.amount_minor > 0}
          fallback={m.propose_says_free({ name: isolate(props.mentor.name), hours: ANSWER_HOURS })}
        >
          {m.propose_says({
            name: isolate(props.mentor.name),
            hours: ANSWER_HOURS,
            amount: amount(),
            pay_hours: PROPOSAL_HOLD_HOURS,
          })}
        </Show>
      </Note>
    </div>
  )
}
