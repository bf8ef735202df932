import { For } from 'solid-js'
import { REPORT_REASONS } from '../../../worker/contract/chat.constants'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Select, TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { reportMessage } from './chat.queries'

const REASONS: Record<(typeof REPORT_REASONS)[number], () => string> = {
  spam: m.chat_report_spam,
  harassment: m.chat_report_harassment,
  outside_payment: m.chat_report_outside,
  danger: m.chat_report_danger,
  other: m.chat_report_other,
}
type Props = { open: boolean; onClose: () => void; conversationId: string; seq: number; name: string }

/** A message to the moderators, with what was said around it. */
export function ReportDialog(props: Props) {
  const form = createSubmission(
    (values) => {
      const reason = REPORT_REASONS.find((one) => one === values.get('reason')) ?? 'other'
      return reportMessage(props.conversationId, props.seq, { reason, text: String(values.get('text') ?? '') })
    },
    () => {
      toast(m.chat_reported())
      props.onClose()
    },
  )
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={m.chat_report_title()}
      description={m.chat_report_words({ name: isolate(props.name) })}
    >
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <Select name="reason" label={m.chat_report_reason()} error={form.fieldError('reason')}>
          <For each={REPORT_REASONS}>{(reason) => <option value={reason}>{REASONS[reason]()}</option>}</For>
        </Select>
        <TextArea name="text" label={m.chat_report_text()} rows="3" maxlength={1000} error={form.fieldError('text')} />
        <ProblemNote error={form.fieldError('text') ? undefined : form.error()} />
        <div class="row row--2 row--wrap">
          <Button kind="primary" type="submit" busy={form.busy()}>
            {m.chat_report_send()}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {m.act_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
