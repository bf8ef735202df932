import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { cancelEvent, useEventChange, type Event } from './events.queries'

/** Asks before an event is cancelled, and says how many people learn of it. */
export function CancelDialog(props: { event: Event; needsReason: boolean; onClose: () => void }) {
  const { changed } = useEventChange()
  const told = () => props.event.going + props.event.waiting
  const form = createSubmission(
    (values) => cancelEvent(props.event.id, String(values.get('reason') ?? '').trim()),
    (event) => {
      props.onClose()
      changed(event)
      toast(m.events_cancelled())
    },
  )
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={m.events_cancel_title()}
      description={told() > 0 ? m.events_cancel_told({ count: told() }) : m.events_cancel_nobody()}
    >
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <TextArea
          label={props.needsReason ? m.events_reason() : m.events_reason_optional()}
          name="reason"
          rows="3"
          maxlength="500"
          required={props.needsReason}
          error={form.fieldError('reason')}
        />
        <ProblemNote error={form.fieldError('reason') ? undefined : form.error()} />
        <div class="dialog__foot row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.events_keep()}</Button>
          <Button kind="danger" type="submit" busy={form.busy()}>
            {m.events_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
