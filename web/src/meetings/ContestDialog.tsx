import { useQueryClient } from '@tanstack/solid-query'
import { createUniqueId } from 'solid-js'
import { REASON_LENGTH } from '../../../worker/contract/meetings.constants'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { attendanceQuery, contestVerdict, type Attendance } from './meetings.queries'

/** In one's own words, once. */
export function ContestDialog(props: { open: boolean; onClose: () => void; found: Attendance }) {
  const client = useQueryClient()
  const form = createUniqueId()
  const sending = createSubmission(
    (values) => contestVerdict(props.found.booking_id, String(values.get('reason') ?? '')),
    (attendance) => {
      client.setQueryData(attendanceQuery(props.found.booking_id).queryKey, attendance)
      toast(m.attend_contested())
      props.onClose()
    },
  )
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={m.attend_contest_question()}
      description={m.attend_contest_words()}
      foot={
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.act_cancel()}</Button>
          <Button kind="primary" type="submit" form={form} busy={sending.busy()}>
            {m.attend_contest_send()}
          </Button>
        </div>
      }
    >
      <form id={form} class="stack" onSubmit={sending.submit} novalidate>
        <ProblemNote error={sending.fieldError('reason') ? undefined : sending.error()} />
        <TextArea
          label={m.attend_contest_reason()}
          name="reason"
          rows="5"
          required
          maxlength={REASON_LENGTH}
          error={sending.fieldError('reason')}
        />
      </form>
    </Dialog>
  )
}
