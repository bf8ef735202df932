import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { ButtonLink } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty } from '../ui/List'
import type { StageProps } from './CheckoutPage'
import type { Stage } from './stage'

/** Nothing more can be paid here: why, where the money is, and the way to another time. */
export function Ended(props: StageProps & { stage: Stage }) {
  const amount = () => money(props.booking.amount_minor, props.booking.currency)
  const when = () =>
    m.booking_weekday_time({
      day: props.mine.day(props.booking.start_time),
      time: props.mine.time(props.booking.start_time),
    })
  const title = () => {
    if (props.stage === 'returned') return m.checkout_returned({ amount: amount() })
    if (props.stage === 'checked') return m.checkout_checked()
    return props.stage === 'cancelled' ? m.checkout_cancelled({ when: when() }) : m.booking_over_title({ when: when() })
  }
  const words = () => {
    if (props.stage === 'returned') return m.checkout_returned_words({ when: when() })
    if (props.stage === 'checked') return m.checkout_checked_words({ amount: amount() })
    return m.booking_over_words()
  }
  return (
    <div class="card">
      <Empty
        art={<Scope />}
        title={title()}
        act={
          props.stage === 'checked' ? (
            <ButtonLink kind="primary" href="/sessions">
              {m.checkout_see_sessions()}
            </ButtonLink>
          ) : (
            <ButtonLink
              kind="primary"
              href={`/book/${props.booking.mentor_id}?${new URLSearchParams({ offer_id: props.booking.offer_id })}`}
            >
              {m.checkout_other_time({ name: isolate(props.booking.mentor.name) })}
            </ButtonLink>
          )
        }
      >
        {words()}
      </Empty>
    </div>
  )
}
