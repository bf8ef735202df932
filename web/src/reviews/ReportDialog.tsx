import { createSignal } from 'solid-js'
import { REPORT_LENGTH } from '../../../worker/contract/reviews.constants'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { reportReview } from './reviews.queries'

/** The question, what happens then, and why it is asked. */
export function ReportDialog(props: { review: { id: string } | undefined; onClose: () => void }) {
  const [reason, setReason] = createSignal('')
  const form = createSubmission(
    () => reportReview(props.review!.id, reason().trim()),
    () => {
      setReason('')
      props.onClose()
      toast(m.reviews_reported())
    },
  )
  return (
    <Dialog
      open={props.review !== undefined}
      onClose={props.onClose}
      title={m.reviews_report_title()}
      description={m.reviews_report_words()}
    >
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <ProblemNote error={form.fieldError('reason') ? undefined : form.error()} />
        <TextArea
          label={m.reviews_report_reason()}
          rows="3"
          maxlength={REPORT_LENGTH}
          required
          value={reason()}
          error={form.fieldError('reason')}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.act_cancel()}</Button>
          <Button kind="danger" type="submit" busy={form.busy()}>
            {m.reviews_report_send()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
