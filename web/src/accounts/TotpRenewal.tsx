import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { ProblemNote } from '../ui/Note'
import { renewRecoveryCodes } from './accounts.calls'
import { CodeField } from './CodeField'
import { codeError } from './proofs'
import { Foot } from './TotpSetup'

/** Ten new recovery codes in the place of the old ones. */
export function TotpRenewal(props: { onDone: (recoveryCodes: string[]) => void; onCancel: () => void }) {
  const renew = createSubmission(
    (form) => renewRecoveryCodes(String(form.get('code'))),
    ({ recovery_codes }) => props.onDone(recovery_codes),
  )
  return (
    <form class="stack" onSubmit={(event) => void renew.submit(event)}>
      <p class="t-2">{m.recovery_renew_words()}</p>
      <ProblemNote error={codeError(renew.error()) ? undefined : renew.error()} />
      <CodeField label={m.totp_current_code()} error={codeError(renew.error())} first />
      <Foot act={m.recovery_renew()} busy={renew.busy()} onCancel={props.onCancel} />
    </form>
  )
}
