import { Match, Show, Switch } from 'solid-js'
import LockIcon from '~icons/lucide/lock'
import MessageIcon from '~icons/lucide/message-circle'
import { createWriteTo } from '../chat/write-to'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { Place } from '../lib/time'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import type { Booking } from './bookings.queries'
import type { otherOf } from './other'
import { PolicyNote } from './PolicyNote'
import { refundNow } from './refund'
import { isCancellable, orderWords, stateAt } from './words'

type Other = ReturnType<typeof otherOf>

/** How the money stands, and what can be done from here. */
export function SessionActs(props: { booking: Booking; other: Other; mine: Place; now: number; onCancel: () => void }) {
  const state = () => stateAt(props.booking, props.now)
  const iPay = () => props.other.role === 'mentor'
  const isAgreed = () => ['pending', 'confirmed', 'in_progress'].includes(state())
  const isOver = () => state() !== 'held' && !isAgreed()
  const write = createWriteTo()
  const amount = () => money(props.booking.amount_minor, props.booking.currency)
  const message = (kind?: 'primary') => (
    <Button
      kind={kind}
      size="lg"
      block
      class="whitespace-normal"
      busy={write.busy()}
      onClick={() => write.writeTo(props.other.display_id)}
    >
      <MessageIcon class="i" aria-hidden="true" />
      {m.mentor_write({ name: isolate(props.other.name) })}
    </Button>
  )

  return (
    <aside class="bk__sum" aria-label={m.booking_money()}>
      <div class="card card--raised stack">
        <h2 class="t-section">{m.booking_money()}</h2>
        <dl class="bill">
          <dt>{m.booking_bill_price()}</dt>
          <dd>{money(props.booking.amount_minor, props.booking.currency, { exact: true })}</dd>
          <Show when={props.booking.order}>
            {(order) => (
              <>
                <dt>{m.booking_bill_state()}</dt>
                <dd>{props.booking.amount_minor === 0 ? m.booking_order_free() : orderWords(order().state)}</dd>
              </>
            )}
          </Show>
        </dl>
        <Show when={isCancellable(props.booking, props.now) && isAgreed() && iPay()}>
          <PolicyNote booking={props.booking} place={props.mine} />
        </Show>
        <ProblemNote error={write.error()} />
        <div class="sess__acts">
          <Switch fallback={message('primary')}>
            <Match when={state() === 'held' && iPay()}>
              <a class="btn btn--primary btn--lg btn--block" target="_self" href={`/checkout/${props.booking.id}`}>
                <LockIcon class="i" aria-hidden="true" />
                {m.booking_pay({ amount: amount() })}
              </a>
              {message()}
            </Match>
            <Match when={isOver() && iPay()}>
              <ButtonLink
                kind="primary"
                size="lg"
                block
                href={`/book/${props.booking.mentor_id}?offer_id=${props.booking.offer_id}`}
              >
                {m.booking_again()}
              </ButtonLink>
              {message()}
            </Match>
          </Switch>
          <Show when={isCancellable(props.booking, props.now)}>
            <Button kind="quiet" block onClick={() => props.onCancel()}>
              <Switch fallback={m.booking_cancel_refund({ amount: back(props) })}>
                <Match when={state() === 'held'}>{m.booking_cancel_held()}</Match>
                <Match when={refund(props) === 0}>{m.booking_cancel_plain()}</Match>
              </Switch>
            </Button>
          </Show>
        </div>
      </div>
    </aside>
  )
}

type Parts = { booking: Booking; other: Other; now: number }
const refund = ({ booking, other, now }: Parts) =>
  refundNow(booking, other.role === 'mentor' ? 'student' : 'mentor', now)
const back = (parts: Parts) => money(refund(parts), parts.booking.currency)
