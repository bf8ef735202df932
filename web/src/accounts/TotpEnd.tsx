import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { ProblemNote } from '../ui/Note'
import { endTotp, type Security } from './accounts.calls'
import { CodeField } from './CodeField'
import { PasswordField } from './PasswordField'
import { codeError, passwordError, RecentSignIn } from './proofs'
import { Foot } from './TotpSetup'

export function TotpEnd(props: { security: Security; onDone: () => void; onCancel: () => void }) {
  const end = createSubmission(
    (form) => {
      const password = form.get('password')
      return endTotp({ code: String(form.get('code')), ...(password !== null && { password: String(password) }) })
    },
    () => props.onDone(),
  )
  const isBeside = () => passwordError(end.error()) ?? codeError(end.error())
  return (
    <form class="stack" onSubmit={(event) => void end.submit(event)}>
      <p class="t-2">{m.totp_end_words()}</p>
      <ProblemNote error={isBeside() ? undefined : end.error()}>
        <RecentSignIn error={end.error()} />
      </ProblemNote>
      <Show when={props.security.has_password}>
        <PasswordField label={m.password_yours()} name="password" error={passwordError(end.error())} />
      </Show>
      <CodeField label={m.totp_current_code()} error={codeError(end.error())} />
      <Foot act={m.totp_end()} danger busy={end.busy()} onCancel={props.onCancel} />
    </form>
  )
}
