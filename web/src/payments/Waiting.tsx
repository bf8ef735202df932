import { SessionCard } from '../bookings/SessionCard'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { Button } from '../ui/Button'
import type { StageProps } from './CheckoutPage'

/** We keep looking, and say that nobody has to wait here for it. */
export function Waiting(props: StageProps) {
  return (
    <div class="stack stack--6 settled">
      <section class="card stack" role="status">
        <div class="row">
          <span class="typing" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <p class="t-strong grow">
            {m.checkout_waiting({ amount: money(props.booking.amount_minor, props.booking.currency) })}
          </p>
        </div>
        <p class="t-2">{m.checkout_waiting_words()}</p>
        <div class="row row--2 row--wrap">
          <Button busy={props.checkout.booking.isFetching} onClick={() => props.checkout.look()}>
            {m.checkout_look_now()}
          </Button>
          <Button kind="quiet" onClick={() => props.checkout.payAgain()}>
            {m.checkout_pay_again()}
          </Button>
        </div>
        <p class="t-sm t-3">{m.checkout_no_second_charge()}</p>
      </section>
      <SessionCard
        title={props.booking.offer_title}
        minutes={props.booking.minutes}
        person={props.booking.mentor}
        span={props.booking}
        mine={props.mine}
        theirs={props.theirs}
      />
    </div>
  )
}
