import { createSignal, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { subscribe } from './newsletter.queries'

/** One address; the mail that follows asks once more, so that nobody is signed up by somebody else. */
export function SubscribeForm() {
  const [email, setEmail] = createSignal('')
  const [mailed, setMailed] = createSignal<string>()
  const form = createSubmission(
    () => subscribe(email().trim()),
    () => setMailed(email().trim()),
  )
  return (
    <form class="stack stack--2" onSubmit={(event) => void form.submit(event)}>
      <Show when={mailed()}>
        {(address) => <Note kind="success">{m.newsletter_mailed({ email: isolate(address()) })}</Note>}
      </Show>
      <ProblemNote error={form.fieldError('email') ? undefined : form.error()} />
      <TextField
        label={m.field_email()}
        type="email"
        name="email"
        autocomplete="email"
        required
        value={email()}
        onInput={(event) => setEmail(event.currentTarget.value)}
        error={form.fieldError('email')}
        hint={m.newsletter_hint()}
      />
      <Button kind={mailed() ? undefined : 'primary'} type="submit" busy={form.busy()}>
        {mailed() ? m.newsletter_again() : m.newsletter_act()}
      </Button>
    </form>
  )
}
