import { For } from 'solid-js'
import { FLAG_LENGTH, FLAG_REASONS } from '../../../worker/contract/flags.constants'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Select, TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { flag } from './comments.queries'
import { FLAG_WORDS } from './words'

type Props = { thing: { post_id?: string; comment_id?: string }; open: boolean; onClose: () => void }

/** Tells moderators that something breaks the guidelines. */
export function FlagDialog(props: Props) {
  const form = createSubmission(
    (values) => {
      const reason = FLAG_REASONS.find((one) => one === values.get('reason')) ?? 'other'
      return flag({ ...props.thing, reason, text: String(values.get('text') ?? '') })
    },
    () => {
      toast(m.flag_done())
      props.onClose()
    },
  )
  return (
    <Dialog open={props.open} onClose={props.onClose} title={m.community_flag()} description={m.flag_words()}>
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <Select name="reason" label={m.flag_reason()} error={form.fieldError('reason')}>
          <For each={FLAG_REASONS}>{(reason) => <option value={reason}>{FLAG_WORDS[reason]()}</option>}</For>
        </Select>
        <TextArea name="text" label={m.flag_text()} rows="3" maxlength={FLAG_LENGTH} error={form.fieldError('text')} />
        <ProblemNote error={form.fieldError('text') ? undefined : form.error()} />
        <div class="row row--2 row--wrap">
          <Button kind="primary" type="submit" busy={form.busy()}>
            {m.flag_send()}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {m.act_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
