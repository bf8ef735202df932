import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { browserZone } from '../lib/time'
import { Button } from '../ui/Button'
import { Checkbox, TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { GoogleEntry } from './GoogleButton'
import { PasswordField } from './PasswordField'

export type As = 'student' | 'mentor'
type Props = {
  as: As
  next: string
  /** The page one came from, where there was one. */
  wanted: string | undefined
  onJoined: (password: string) => void
}

/** Name, address, password, terms: nothing else is needed to look around. */
export function NewAccount(props: Props) {
  const session = useSession()
  const join = createSubmission(async (form) => {
    const password = String(form.get('password'))
    // Before the answer, which takes this form away.
    props.onJoined(password)
    return session.register(props.as, {
      name: String(form.get('name')),
      email: String(form.get('email')).trim(),
      password,
      accepted_terms: true,
      time_zone: browserZone(),
    })
  })
  const isTaken = () => {
    const error = join.error()
    return error instanceof Problem && error.code === 'email_taken'
  }

  return (
    <form class="card stack" onSubmit={(event) => void join.submit(event)}>
      <GoogleEntry next={props.wanted} as={props.as} />
      <ProblemNote error={join.error()}>
        <Show when={isTaken()}>
          <A class="link" href={`/login?next=${encodeURIComponent(props.next)}`}>
            {m.act_log_in()}
          </A>
        </Show>
      </ProblemNote>
      <TextField
        label={m.field_name()}
        name="name"
        autocomplete="name"
        required
        maxlength="200"
        error={join.fieldError('name')}
      />
      <TextField
        label={m.field_email()}
        name="email"
        type="email"
        autocomplete="email"
        required
        error={join.fieldError('email')}
      />
      <PasswordField label={m.field_password()} name="password" fresh error={join.fieldError('password')} />
      <Checkbox name="terms" required>
        {m.signup_terms()}
      </Checkbox>
      <p class="t-sm">
        <a class="link" href="/terms" target="_blank">
          {m.terms_read()}
        </a>
      </p>
      <Button kind="primary" size="lg" block type="submit" busy={join.busy()}>
        {props.as === 'mentor' ? m.signup_act_mentor() : m.signup_act_student()}
      </Button>
      <p class="t-xs t-3 text-center">{m.signup_free()}</p>
    </form>
  )
}
