import { A, useLocation } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { askReset } from './accounts.calls'

/** Says the same for addresses that are known here and for others. */
export default function ForgotPage() {
  createTitle(m.forgot_title)
  const location = useLocation<{ email?: string }>()
  const [email, setEmail] = createSignal(location.state?.email ?? '')
  const [mailed, setMailed] = createSignal<string>()
  const ask = createSubmission(
    () => askReset(email().trim()),
    () => setMailed(email().trim()),
  )
  return (
    <>
      <div class="stack stack--2">
        <h1 class="display text-3xl">{m.forgot_title()}</h1>
        <p class="t-lead">{m.forgot_words()}</p>
      </div>
      <form class="card stack" onSubmit={(event) => void ask.submit(event)}>
        <Show when={mailed()}>
          {(address) => <Note kind="success">{m.forgot_done({ email: isolate(address()) })}</Note>}
        </Show>
        <ProblemNote error={ask.error()} />
        <TextField
          label={m.field_email()}
          name="email"
          type="email"
          autocomplete="email"
          required
          value={email()}
          onInput={(event) => setEmail(event.currentTarget.value)}
          error={ask.fieldError('email')}
        />
        <Button kind={mailed() ? undefined : 'primary'} size="lg" block type="submit" busy={ask.busy()}>
          {mailed() ? m.forgot_again() : m.forgot_act()}
        </Button>
      </form>
      <p class="text-center">
        <A class="link" href="/login">
          {m.forgot_back()}
        </A>
      </p>
    </>
  )
}
