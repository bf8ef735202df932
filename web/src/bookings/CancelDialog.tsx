import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { createNow } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { isPassing } from '../lib/problem'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { bookingQuery, cancelBooking, type Booking } from './bookings.queries'
import type { otherOf } from './other'
import { refundNow } from './refund'
import { stateAt } from './words'

type CancelProps = {
  open: boolean
  onClose: () => void
  booking: Booking
  other: ReturnType<typeof otherOf>
  mine: Place
}

/** The title is the question, the body is the amount, the buttons are the two answers. */
export function CancelDialog(props: CancelProps) {
  const client = useQueryClient()
  const now = createNow(1000)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const [reason, setReason] = createSignal('')
  let key = crypto.randomUUID()

  const iPay = () => props.other.role === 'mentor'
  const isHeld = () => stateAt(props.booking, now()) === 'held'
  const back = () => (isHeld() ? 0 : refundNow(props.booking, iPay() ? 'student' : 'mentor', now()))
  const amount = () => money(back(), props.booking.currency)
  const name = () => isolate(props.other.name)
  const when = () =>
    m.booking_weekday_time({
      day: props.mine.day(props.booking.start_time),
      time: props.mine.time(props.booking.start_time),
    })

  const answer = () => {
    if (isHeld()) return m.booking_cancel_held()
    return back() === 0 ? m.booking_cancel_plain() : m.booking_cancel_refund({ amount: amount() })
  }
  const consequence = () => {
    if (isHeld()) return m.booking_cancel_says_held()
    if (!iPay()) return m.booking_cancel_says_mentor({ name: name(), amount: amount() })
    const time = props.mine.time(props.booking.start_time)
    if (back() === 0) return m.booking_cancel_says_nothing({ name: name(), time })
    return back() === props.booking.amount_minor
      ? m.booking_cancel_says_all({ amount: amount(), name: name(), time })
      : m.booking_cancel_says_part({ amount: amount(), name: name(), time })
  }

  async function cancel(): Promise<void> {
    if (busy()) return
    setBusy(true)
    setError(undefined)
    const promised = back()
    try {
      const booking = await cancelBooking(props.booking.id, key, reason().trim() || undefined)
      client.setQueryData(bookingQuery(booking.id).queryKey, booking)
      for (const stale of ['bookings', 'slots']) void client.invalidateQueries({ queryKey: [stale] })
      toast(
        promised > 0 && iPay()
          ? m.booking_cancelled_refund({ amount: money(promised, booking.currency) })
          : m.booking_cancelled(),
      )
      props.onClose()
    } catch (failure) {
      if (!isPassing(failure)) key = crypto.randomUUID()
      setError(failure)
      void client.invalidateQueries({ queryKey: ['booking', props.booking.id] })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={isHeld() ? m.booking_cancel_question_held({ when: when() }) : m.booking_cancel_question({ when: when() })}
      description={consequence()}
      foot={
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.booking_keep()}</Button>
          <Button kind="danger" busy={busy()} onClick={() => void cancel()}>
            {answer()}
          </Button>
        </div>
      }
    >
      <ProblemNote error={error()} />
      <Show when={!isHeld()}>
        <TextArea
          label={m.booking_cancel_reason({ name: name() })}
          rows="2"
          maxlength="500"
          value={reason()}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Show>
    </Dialog>
  )
}
