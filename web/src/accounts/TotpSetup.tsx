import './accounts.css'
import { createSignal, Show } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { beginTotp, confirmTotp, type Security } from './accounts.calls'
import { CodeField } from './CodeField'
import { PasswordField } from './PasswordField'
import { codeError, passwordError, RecentSignIn } from './proofs'
import { QrCode } from './QrCode'

type Made = Awaited<ReturnType<typeof beginTotp>>
type Props = { security: Security; onDone: (recoveryCodes: string[]) => void; onCancel: () => void }

/** Who one is, then the secret, then a code of it as proof that the app has it. */
export function TotpSetup(props: Props) {
  const [made, setMade] = createSignal<Made>()
  return (
    <Show when={made()} fallback={<Proof {...props} onMade={setMade} />}>
      {(secret) => <Scan {...props} made={secret()} />}
    </Show>
  )
}

function Proof(props: Props & { onMade: (made: Made) => void }) {
  const begin = createSubmission(
    (form) => {
      const [password, code] = [form.get('password'), form.get('code')]
      return beginTotp({
        ...(password !== null && { password: String(password) }),
        ...(code !== null && { code: String(code) }),
      })
    },
    (made) => props.onMade(made),
  )
  const isBeside = () => passwordError(begin.error()) ?? codeError(begin.error())
  return (
    <form class="stack" onSubmit={(event) => void begin.submit(event)}>
      <p class="t-2">{props.security.totp_enabled ? m.totp_move_words() : m.totp_proof_words()}</p>
      <ProblemNote error={isBeside() ? undefined : begin.error()}>
        <RecentSignIn error={begin.error()} />
      </ProblemNote>
      <Show when={props.security.has_password}>
        <PasswordField label={m.password_yours()} name="password" error={passwordError(begin.error())} />
      </Show>
      <Show when={props.security.totp_enabled}>
        <CodeField label={m.totp_current_code()} error={codeError(begin.error())} />
      </Show>
      <Foot act={m.totp_next()} busy={begin.busy()} onCancel={props.onCancel} />
    </form>
  )
}

function Scan(props: Props & { made: Made }) {
  const confirm = createSubmission(
    (form) => confirmTotp(String(form.get('code'))),
    ({ recovery_codes }) => props.onDone(recovery_codes),
  )
  return (
    <form class="stack" onSubmit={(event) => void confirm.submit(event)}>
      <p class="t-2">{m.totp_scan()}</p>
      <div class="totp">
        <QrCode text={props.made.uri} label={m.totp_qr()} />
        <div class="stack stack--2">
          <p class="t-sm t-2">{m.totp_type()}</p>
          <code class="totp__secret" dir="ltr">
            {props.made.secret.match(/.{1,4}/g)?.join(' ')}
          </code>
          <p class="t-sm">
            <a class="link" href={props.made.uri} target="_self">
              {m.totp_open_app()}
            </a>
          </p>
        </div>
      </div>
      <ProblemNote error={codeError(confirm.error()) ? undefined : confirm.error()} />
      <CodeField label={m.totp_first_code()} hint={m.totp_first_code_hint()} error={codeError(confirm.error())} />
      <Foot act={m.totp_confirm()} busy={confirm.busy()} onCancel={props.onCancel} />
    </form>
  )
}

export function Foot(props: { act: string; busy: boolean; danger?: boolean; onCancel: () => void }) {
  return (
    <div class="row row--wrap row--2">
      <Button kind={props.danger ? 'danger' : 'primary'} type="submit" busy={props.busy}>
        {props.act}
      </Button>
      <Button kind="quiet" onClick={() => props.onCancel()}>
        {m.act_cancel()}
      </Button>
    </div>
  )
}
