import { createSignal, Show } from 'solid-js'
import { createNow } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { createAct } from './act'
import { cancelBooking, cancelGroup } from './bookings.queries'
import { cancelWords } from './cancel-words'
import { mySide, type SessionParts } from './other'
import { refundNow } from './refund'
import { stateAt } from './words'

/** What ends: this booking, or the whole group that it is a seat of. */
export type Cancelling = 'one' | 'group'
type CancelProps = SessionParts & { what: Cancelling | undefined; onClose: () => void }

/** The title is the question, the body is the amount, the buttons are the two answers. */
export function CancelDialog(props: CancelProps) {
  const now = createNow(1000)
  const [reason, setReason] = createSignal('')
  const { act, busy, error } = createAct()
  const isGroup = () => props.what === 'group'
  const isHeld = () => stateAt(props.booking, now()) === 'held'
  const back = () => refundNow(props.booking, mySide(props.other), now())
  const words = () => cancelWords({ ...props, now: now(), isGroup: isGroup(), back: back() })

  function cancel(): void {
    const said = reason().trim() || undefined
    const told = words().done
    const done = () => {
      toast(told)
      props.onClose()
    }
    const { id } = props.booking
    if (isGroup()) void act({ name: 'group', said }, (key) => cancelGroup(id, key, said), done)
    else void act({ name: 'one', said }, (key) => cancelBooking(id, key, said), done)
  }

  return (
    <Dialog
      open={props.what !== undefined}
      onClose={props.onClose}
      title={words().question}
      description={words().consequence}
      foot={
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.booking_keep()}</Button>
          <Button kind="danger" busy={busy() !== undefined} onClick={cancel}>
            {words().act}
          </Button>
        </div>
      }
    >
      <ProblemNote error={error()} />
      <Show when={!isHeld()}>
        <TextArea
          label={isGroup() ? m.cancel_group_reason() : m.booking_cancel_reason({ name: isolate(props.other.name) })}
          rows="2"
          maxlength="500"
          value={reason()}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Show>
    </Dialog>
  )
}

/** The button that leads there says what comes back. */
export function cancelVerb({ booking, other, now }: SessionParts): string {
  const state = stateAt(booking, now)
  const iPay = other.role === 'mentor'
  if (state === 'held' && iPay) return m.booking_cancel_held()
  if (state === 'pending' && iPay) return m.session_withdraw()
  const back = refundNow(booking, mySide(other), now)
  return back === 0 ? m.booking_cancel_plain() : m.booking_cancel_refund({ amount: money(back, booking.currency) })
}
