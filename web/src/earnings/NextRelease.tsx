import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { Earnings } from './earnings.queries'
import { createWhen } from './when'

/** What becomes the mentor's next, and when. */
export function NextRelease(props: { release: Earnings['releases'][number] }) {
  const when = createWhen()
  const named = () => ({
    amount: money(props.release.amount_minor, props.release.currency, { exact: true }),
    name: isolate(props.release.student_name),
  })
  return (
    <p class="t-sm t-2 num">
      {props.release.state === 'contested'
        ? m.earnings_next_contested(named())
        : m.earnings_next({ ...named(), when: when(props.release.release_at) })}
    </p>
  )
}
