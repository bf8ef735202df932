import { A } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { m } from '../lib/messages'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { GoogleEntry } from './GoogleButton'
import { GoogleNote } from './GoogleNote'
import { PasswordField } from './PasswordField'

const DISPLAY_ID = /^[SM]\d{6,}$/i

type Props = {
  /** Where one wanted to go. */
  next: string | undefined
  onTicket: (ticket: string) => void
  onDone: () => void
}

export function FirstStep(props: Props) {
  const session = useSession()
  const [who, setWho] = createSignal('')
  const onward = () => (props.next ? `?next=${encodeURIComponent(props.next)}` : '')
  const login = createSubmission(
    (form) => {
      const name = who().trim()
      const password = String(form.get('password'))
      return session.signIn(DISPLAY_ID.test(name) ? { id: name.toUpperCase(), password } : { email: name, password })
    },
    (ticket) => (ticket ? props.onTicket(ticket) : props.onDone()),
  )
  return (
    <>
      <h1 class="display text-3xl">{m.login_title()}</h1>
      <form class="card stack" onSubmit={(event) => void login.submit(event)}>
        <GoogleNote />
        <GoogleEntry next={props.next} />
        <ProblemNote error={login.error()} />
        <TextField
          label={m.login_who()}
          name="who"
          autocomplete="username"
          autocapitalize="none"
          required
          value={who()}
          onInput={(event) => setWho(event.currentTarget.value)}
          error={login.fieldError('email') ?? login.fieldError('id')}
        />
        <PasswordField label={m.field_password()} name="password" error={login.fieldError('password')} />
        <Button kind="primary" size="lg" block type="submit" busy={login.busy()}>
          {m.act_log_in()}
        </Button>
        <p class="t-sm text-center">
          <A class="link" href="/forgot" state={{ email: who().includes('@') ? who() : '' }}>
            {m.login_forgot()}
          </A>
        </p>
      </form>
      <p class="t-2 text-center">
        {m.login_new()}{' '}
        <A class="link" href={`/signup${onward()}`}>
          {m.act_join()}
        </A>
      </p>
    </>
  )
}
