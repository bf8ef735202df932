import { createSignal, onCleanup, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { askEmailChange } from './accounts.calls'
import { passwordError, RecentSignIn } from './proofs'
import { PasswordField } from './PasswordField'

const LOOK_MS = 5000

type Props = { password?: string; hasPassword?: boolean; onBack: () => void }

/** Another address: nothing changes until the link that goes there is opened. */
export function AddressChange(props: Props) {
  const [mailed, setMailed] = createSignal<string>()
  const asksPassword = () => props.password === undefined && props.hasPassword !== false
  const change = createSubmission(
    async (form) => {
      const email = String(form.get('email')).trim()
      const password = props.password ?? (asksPassword() ? String(form.get('password')) : undefined)
      await askEmailChange({ email, ...(password !== undefined && { password }) })
      return email
    },
    (email) => setMailed(email),
  )
  return (
    <Show
      when={mailed()}
      fallback={
        <form class="stack" onSubmit={(event) => void change.submit(event)}>
          <p class="t-2">{m.address_words()}</p>
          <ProblemNote error={passwordError(change.error()) ? undefined : change.error()}>
            <RecentSignIn error={change.error()} />
          </ProblemNote>
          <TextField
            label={m.address_new()}
            name="email"
            type="email"
            autocomplete="email"
            required
            error={change.fieldError('email')}
          />
          <Show when={asksPassword()}>
            <PasswordField
              label={m.password_yours()}
              name="password"
              error={passwordError(change.error()) ?? change.fieldError('password')}
            />
          </Show>
          <div class="row row--wrap row--2">
            <Button kind="primary" type="submit" busy={change.busy()}>
              {m.address_act()}
            </Button>
            <Button kind="quiet" onClick={() => props.onBack()}>
              {m.act_cancel()}
            </Button>
          </div>
        </form>
      }
    >
      {(email) => <Mailed email={email()} onBack={props.onBack} />}
    </Show>
  )
}

/** Waits for the link to be opened, wherever that happens. */
function Mailed(props: { email: string; onBack: () => void }) {
  const session = useSession()
  const timer = setInterval(() => void session.refresh(), LOOK_MS)
  onCleanup(() => clearInterval(timer))
  return (
    <div class="stack">
      <Note kind="success">{m.address_mailed({ email: isolate(props.email) })}</Note>
      <div>
        <Button kind="quiet" onClick={() => props.onBack()}>
          {m.address_back()}
        </Button>
      </div>
    </div>
  )
}
