import { createSignal } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { createAct } from './act'
import type { Asked } from './AnswerRequest'
import { declineRequest } from './bookings.queries'
import { isPaid } from './words'

/** The mentor's no, with a word to the student; whatever was paid goes back. */
export function DeclineDialog(props: Asked & { open: boolean; onClose: () => void }) {
  const [reason, setReason] = createSignal('')
  const { act, busy, error } = createAct()
  const name = () => isolate(props.other.name)
  const amount = () => props.booking.amount_minor
  const question = () =>
    props.times.length > 1
      ? m.request_decline_question_many({ name: name() })
      : m.request_decline_question({
          when: m.booking_weekday_time({
            day: props.mine.day(props.booking.start_time),
            time: props.mine.time(props.booking.start_time),
          }),
        })
  const consequence = () =>
    amount() > 0 && isPaid(props.booking)
      ? m.request_decline_paid({ name: name(), amount: money(amount(), props.booking.currency) })
      : m.request_decline_unpaid({ name: name() })
  function decline(): void {
    const said = reason().trim()
    const { id } = props.booking
    const told = m.request_declined({ name: name() })
    const done = () => {
      toast(told)
      props.onClose()
    }
    void act({ name: id, said }, (key) => declineRequest(id, key, said), done)
  }

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={question()}
      description={consequence()}
      foot={
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.booking_keep()}</Button>
          <Button kind="danger" busy={busy() !== undefined} onClick={decline}>
            {props.times.length > 1 ? m.request_decline_all() : m.request_decline()}
          </Button>
        </div>
      }
    >
      <ProblemNote error={error()} />
      <TextArea
        label={m.booking_cancel_reason({ name: name() })}
        rows="2"
        maxlength="500"
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
