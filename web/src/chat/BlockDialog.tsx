import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'

/** Says what a block does before it is set. */
export function BlockDialog(props: { open: boolean; onClose: () => void; name: string; act: () => Promise<unknown> }) {
  const form = createSubmission(
    async () => {
      await props.act()
    },
    () => {
      toast(m.chat_block_done({ name: props.name }))
      props.onClose()
    },
  )
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={m.chat_block_question({ name: props.name })}
      description={m.chat_block_words()}
    >
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <ProblemNote error={form.error()} />
        <div class="row row--2 row--wrap">
          <Button kind="danger" type="submit" busy={form.busy()}>
            {m.chat_block({ name: props.name })}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {m.act_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
