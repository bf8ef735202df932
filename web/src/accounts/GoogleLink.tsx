import { createSignal, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Note, ProblemNote } from '../ui/Note'
import { linkGoogle, mailGoogleLink } from './google.calls'
import { PasswordField } from './PasswordField'

/** Proof by the password, or by a link in the mailbox of the address. */
export function GoogleLink(props: { email: string; onTicket: (ticket: string) => void }) {
  const session = useSession()
  const link = createSubmission(
    (form) => linkGoogle(String(form.get('password'))),
    (said) => ('ticket' in said ? props.onTicket(said.ticket) : session.welcome(said.user)),
  )
  const mail = createSubmission(mailGoogleLink, () => setMailed(true))
  const [mailed, setMailed] = createSignal(false)
  const wrong = () => {
    const error = link.error()
    return error instanceof Problem && error.code === 'invalid_credentials' ? m.password_wrong() : undefined
  }
  const email = () => isolate(props.email)
  return (
    <>
      <div class="stack stack--2">
        <h1 class="display text-3xl">{m.google_link_title()}</h1>
        <p class="t-lead">{m.google_link_words({ email: email() })}</p>
      </div>
      <div class="card stack">
        <form class="stack" onSubmit={(event) => void link.submit(event)}>
          <ProblemNote error={wrong() ? undefined : link.error()} />
          <input type="hidden" autocomplete="username" value={props.email} />
          <PasswordField label={m.password_yours()} name="password" error={wrong()} />
          <Button kind="primary" size="lg" block type="submit" busy={link.busy()}>
            {m.google_link_act()}
          </Button>
        </form>
        <form class="stack stack--3" onSubmit={(event) => void mail.submit(event)}>
          <ProblemNote error={mail.error()} />
          <Show
            when={mailed()}
            fallback={
              <Button kind="quiet" block type="submit" busy={mail.busy()}>
                {m.google_link_mail()}
              </Button>
            }
          >
            <Note kind="success">{m.google_link_mailed({ email: email() })}</Note>
          </Show>
        </form>
      </div>
    </>
  )
}
