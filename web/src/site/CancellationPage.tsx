import { For } from 'solid-js'
import { REFUND_POLICIES, REFUND_TERMS, type RefundPolicy } from '../../../worker/contract/availability.constants'
import { CONTEST_HOURS } from '../../../worker/contract/meetings.constants'
import { shareOf } from '../../../worker/contract/terms'
import { now } from '../lib/clock'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { browserPlace, DAY } from '../lib/time'
import { Paper, type Part } from './Paper'
import { untilWords } from './refund-words'

const NAMES: Record<RefundPolicy, () => string> = {
  flexible: m.offer_policy_flexible,
  moderate: m.offer_policy_moderate,
  strict: m.offer_policy_strict,
}
const HOUR = DAY / 24
const EXAMPLE = { minor: 150_000, currency: 'INR', days: 10, hour: 18 }
/** Where the last term ends at the start, nothing comes back after it; else as soon as its hours are reached. */
const endsAtStart = (policy: RefundPolicy) => REFUND_TERMS[policy].at(-1)!.hours_before === 0

/** The terms by which the server refunds, not a copy of them. */
const Policies = () => (
  <div class="table-wrap">
    <table class="table policies">
      <thead>
        <tr>
          <th scope="col">{m.cancellation_policy()}</th>
          <th scope="col">{m.cancellation_all()}</th>
          <th scope="col">{m.cancellation_half()}</th>
          <th scope="col">{m.cancellation_nothing()}</th>
        </tr>
      </thead>
      <tbody>
        <For each={REFUND_POLICIES}>
          {(policy) => (
            <tr>
              <th scope="row">{NAMES[policy]()}</th>
              <For each={REFUND_TERMS[policy]}>{(term) => <td>{untilWords(term.hours_before)}</td>}</For>
              <td>{endsAtStart(policy) ? m.cancellation_after_start() : m.cancellation_after()}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </div>
)

/** A session in ten days at six, in the reader's own zone. */
function exampleStart(): number {
  const day = new Date(now() + EXAMPLE.days * DAY)
  return day.setHours(EXAMPLE.hour, 0, 0, 0)
}

function Example() {
  const place = browserPlace()
  const start = exampleStart()
  const by = (hours: number) => {
    const at = start - hours * HOUR
    return m.cancellation_example_by({ day: place.day(at), time: place.time(at) })
  }
  const back = (percent: number) => money(shareOf(EXAMPLE.minor, percent, EXAMPLE.currency), EXAMPLE.currency)
  return (
    <>
      <p class="prose">
        {m.cancellation_example_words({
          amount: money(EXAMPLE.minor, EXAMPLE.currency),
          day: place.longDay(start),
          time: `${place.time(start)} ${place.label(start)}`,
        })}
      </p>
      <dl class="tiles tiles--3 mt-2">
        <For each={REFUND_POLICIES}>
          {(policy) => (
            <div class="card">
              <dt class="t-strong">{NAMES[policy]()}</dt>
              <For each={REFUND_TERMS[policy]}>
                {(term) => (
                  <dd class="row row--base t-sm">
                    <span class="t-2">{by(term.hours_before)}</span>
                    <b class="num push">{back(term.percent)}</b>
                  </dd>
                )}
              </For>
            </div>
          )}
        </For>
      </dl>
    </>
  )
}

const PARTS: Part[] = [
  { id: 'student', title: m.cancellation_student, words: () => <Policies /> },
  { id: 'example', title: m.cancellation_example, words: () => <Example /> },
  { id: 'mentor', title: m.cancellation_mentor, words: m.cancellation_mentor_words },
  { id: 'absent', title: m.cancellation_absent, words: () => m.cancellation_absent_words({ hours: CONTEST_HOURS }) },
  { id: 'move', title: m.cancellation_move, words: m.cancellation_move_words },
  { id: 'time', title: m.cancellation_time, words: m.cancellation_time_words },
  { id: 'free', title: m.cancellation_free, words: m.cancellation_free_words },
]

export default function CancellationPage() {
  return <Paper title={m.cancellation_title} lead={m.cancellation_lead()} parts={PARTS} />
}
