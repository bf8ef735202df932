import { createSignal } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { withdrawApplication, type Application } from './application.queries'

/** Asks, because the place in the line is lost. */
export function Withdraw(props: { onMoved: (application: Application) => void }) {
  const [asking, setAsking] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  async function withdraw(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const application = await withdrawApplication()
      setAsking(false)
      toast(m.application_withdrawn())
      props.onMoved(application)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {m.application_withdraw()}
      </Button>
      <Dialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={m.application_withdraw_title()}
        description={m.application_withdraw_words()}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{m.application_withdraw_keep()}</Button>
            <Button kind="primary" onClick={() => void withdraw()} busy={busy()}>
              {m.application_withdraw()}
            </Button>
          </>
        }
      >
        <ProblemNote error={error()} />
      </Dialog>
    </>
  )
}
