import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'
import { securityQuery } from './accounts.calls'
import { disconnectGoogle } from './google.calls'

export function GoogleDisconnect(props: { email: string }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = createSignal(false)
  const leave = createSubmission(disconnectGoogle, () => {
    setAsking(false)
    // Without the word of an earlier connecting.
    navigate('/settings/google', { replace: true, scroll: false })
    void client.invalidateQueries({ queryKey: securityQuery().queryKey })
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.google_disconnect()}</Button>
      <Dialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={m.google_disconnect_question()}
        description={m.google_disconnect_words({ email: isolate(props.email) })}
      >
        <form class="stack" onSubmit={(event) => void leave.submit(event)}>
          <ProblemNote error={leave.error()} />
          <div class="row row--2 justify-end">
            <Button onClick={() => setAsking(false)}>{m.google_keep()}</Button>
            <Button kind="danger" type="submit" busy={leave.busy()}>
              {m.google_disconnect()}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
