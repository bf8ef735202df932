import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { closeAccount, type Closing } from './closing.queries'
import { PasswordField } from './PasswordField'
import { passwordError, RecentSignIn } from './proofs'

type Props = {
  open: boolean
  onClose: () => void
  closing: Closing
  /** The last day on which it can be taken back. */
  day: string
  onClosed: (state: Closing) => void
}

/** The title is the question, the text what cannot be undone; the password shows that it is the owner who asks. */
export function CloseDialog(props: Props) {
  const close = createSubmission(
    (form) => {
      const [password, reason] = [form.get('password'), String(form.get('reason')).trim()]
      return closeAccount({ ...(password !== null && { password: String(password) }), ...(reason && { reason }) })
    },
    (state) => {
      props.onClose()
      props.onClosed(state)
    },
  )
  const wrong = () => passwordError(close.error())
  const count = () => props.closing.sessions.length
  const consequence = () =>
    count() === 0
      ? m.closing_question_none({ day: props.day })
      : m.closing_question_sessions({ count: count(), day: props.day })
  return (
    <Dialog open={props.open} onClose={props.onClose} title={m.closing_question()} description={consequence()}>
      <form class="stack" onSubmit={(event) => void close.submit(event)}>
        <ProblemNote error={wrong() || close.fieldError('reason') ? undefined : close.error()}>
          <RecentSignIn error={close.error()} />
        </ProblemNote>
        <Show when={props.closing.proof === 'password'} fallback={<p class="t-sm t-2">{m.closing_recent_hint()}</p>}>
          <PasswordField label={m.password_yours()} name="password" error={wrong()} />
        </Show>
        <TextArea
          label={m.closing_reason()}
          name="reason"
          rows="2"
          maxlength="500"
          error={close.fieldError('reason')}
        />
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.closing_keep()}</Button>
          <Button kind="danger" type="submit" busy={close.busy()}>
            {m.closing_act()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
