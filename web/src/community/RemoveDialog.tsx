import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { removePost, type Post } from './community.queries'
import { dropPost } from './patch'

type Props = { post: Post; open: boolean; onClose: () => void; onRemoved: () => void }

/** Asks, for the words do not come back. */
export function RemoveDialog(props: Props) {
  const client = useQueryClient()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  async function remove(): Promise<void> {
    if (busy()) return
    setBusy(true)
    setError(undefined)
    try {
      await removePost(props.post.id)
      props.onClose()
      dropPost(client, props.post.id)
      toast(m.community_removed())
      props.onRemoved()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={m.community_remove_ask()}
      description={m.community_remove_words()}
      foot={
        <>
          <Button kind="danger" busy={busy()} onClick={() => void remove()}>
            {m.community_remove()}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {m.act_cancel()}
          </Button>
        </>
      }
    >
      <Show when={error()}>
        <ProblemNote error={error()} />
      </Show>
    </Dialog>
  )
}
