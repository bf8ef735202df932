import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'

/** Asks once: a message that was taken back cannot be written again in its place. */
export function DeleteDialog(props: { open: boolean; onClose: () => void; act: () => Promise<void> }) {
  const form = createSubmission(
    async () => {
      await props.act()
    },
    () => props.onClose(),
  )
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={m.chat_delete_question()}
      description={m.chat_delete_words()}
    >
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <ProblemNote error={form.error()} />
        <div class="row row--2 row--wrap">
          <Button kind="danger" type="submit" busy={form.busy()}>
            {m.chat_delete()}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {m.act_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
