import { createSignal } from 'solid-js'
import { m } from '../lib/messages'
import { useSession } from '../lib/session'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'

export function Everywhere() {
  const session = useSession()
  const [asking, setAsking] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  async function leave(): Promise<void> {
    setBusy(true)
    try {
      await session.signOut({ everywhere: true })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {m.devices_everywhere()}
      </Button>
      <Dialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={m.devices_question()}
        description={m.devices_question_words()}
        foot={
          <div class="row row--2 justify-end">
            <Button onClick={() => setAsking(false)}>{m.devices_keep()}</Button>
            <Button kind="danger" busy={busy()} onClick={() => void leave()}>
              {m.devices_everywhere()}
            </Button>
          </div>
        }
      >
        <ProblemNote error={error()} />
      </Dialog>
    </div>
  )
}
