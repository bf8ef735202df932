import { createSignal } from 'solid-js'
import { m } from '../lib/messages'
import { useSession } from '../lib/session'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'
import { Section } from './Section'

export function DevicesSection() {
  const session = useSession()
  const [asking, setAsking] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  async function leave(everywhere: boolean): Promise<void> {
    setBusy(true)
    try {
      await session.signOut(everywhere)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Section id="devices" title={m.devices_title()} words={m.devices_words()}>
      <ProblemNote error={error()} />
      <div class="row row--wrap row--2">
        <Button onClick={() => void leave(false)}>{m.act_log_out()}</Button>
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {m.devices_everywhere()}
        </Button>
      </div>
      <Dialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={m.devices_question()}
        description={m.devices_question_words()}
        foot={
          <div class="row row--2 justify-end">
            <Button onClick={() => setAsking(false)}>{m.devices_keep()}</Button>
            <Button kind="danger" busy={busy()} onClick={() => void leave(true)}>
              {m.devices_everywhere()}
            </Button>
          </div>
        }
      />
    </Section>
  )
}
