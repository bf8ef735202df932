import { Match, Show, Switch } from 'solid-js'
import CalendarMoveIcon from '~icons/lucide/calendar-clock'
import LockIcon from '~icons/lucide/lock'
import MessageIcon from '~icons/lucide/message-circle'
import { AddToCalendar } from '../calendars/AddToCalendar'
import { createWriteTo } from '../chat/write-to'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { cancelVerb, type Cancelling } from './CancelDialog'
import { mySide, type SessionParts } from './other'
import { SessionPolicy } from './SessionPolicy'
import { isCancellable, orderWords, stateAt } from './words'

type ActsProps = SessionParts & { onMove: () => void; onCancel: (what: Cancelling) => void }

/** How the money stands, and what can be done from here. */
export function SessionActs(props: ActsProps) {
  return (
    <aside class="bk__sum sess__sum" aria-label={m.booking_money()}>
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
        <SessionPolicy {...props} />
        <Acts {...props} />
      </div>
    </aside>
  )
}

function Acts(props: ActsProps) {
  const write = createWriteTo()
  const state = () => stateAt(props.booking, props.now)
  const iPay = () => props.other.role === 'mentor'
  const isOver = () => !['held', 'pending', 'confirmed', 'in_progress'].includes(state())
  const isAhead = () => props.now < Date.parse(props.booking.start_time)
  const canMove = () =>
    state() === 'confirmed' && isAhead() && props.booking.kind !== 'group' && props.booking.move === null
  /** A mentor answers a request instead of cancelling it. */
  const canCancel = () =>
    isCancellable(props.booking, mySide(props.other), props.now) && (iPay() || state() !== 'pending')
  return (
    <div class="sess__acts">
      <ProblemNote error={write.error()} />
      <Switch>
        <Match when={state() === 'held' && iPay()}>
          <a class="btn btn--primary btn--lg btn--block" target="_self" href={`/checkout/${props.booking.id}`}>
            <LockIcon class="i" aria-hidden="true" />
            {m.booking_pay({ amount: money(props.booking.amount_minor, props.booking.currency) })}
          </a>
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
        </Match>
      </Switch>
      <Button block class="whitespace-normal" busy={write.busy()} onClick={() => write.writeTo(props.other.display_id)}>
        <MessageIcon class="i" aria-hidden="true" />
        {m.mentor_write({ name: isolate(props.other.name) })}
      </Button>
      <AddToCalendar booking={props.booking} other={props.other} now={props.now} />
      <Show when={canMove()}>
        <Button block onClick={() => props.onMove()}>
          <CalendarMoveIcon class="i" aria-hidden="true" />
          {m.session_move()}
        </Button>
      </Show>
      <Show when={canCancel()}>
        <Button kind="quiet" block class="whitespace-normal" onClick={() => props.onCancel('one')}>
          {props.booking.kind === 'group' && !iPay()
            ? m.session_cancel_one({ name: isolate(props.other.name) })
            : cancelVerb(props)}
        </Button>
        <Show when={props.booking.kind === 'group' && !iPay()}>
          <Button kind="quiet" block onClick={() => props.onCancel('group')}>
            {m.session_cancel_group()}
          </Button>
        </Show>
      </Show>
    </div>
  )
}
