import { createSignal } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'

type Props = { title: string; words: string; act: () => Promise<unknown>; onClose: () => void }

/** Asks before something is removed, and says where it could not be. */
export function AskToRemove(props: Props) {
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  async function remove(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      await props.act()
      props.onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      description={props.words}
      foot={
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.files_keep()}</Button>
          <Button kind="danger" busy={busy()} disabled={busy()} onClick={() => void remove()}>
            {m.act_remove()}
          </Button>
        </div>
      }
    >
      <ProblemNote error={error()} />
    </Dialog>
  )
}
