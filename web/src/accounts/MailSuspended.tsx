import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Note, ProblemNote } from '../ui/Note'
import { mailCodeAgain } from './accounts.calls'
import { EmailCode } from './EmailCode'
import { preferencesQuery } from './preferences.queries'

/** Mails came back: the address is shown to work with a code, or changed. */
export function MailSuspended(props: { me: Me }) {
  const client = useQueryClient()
  const [sent, setSent] = createSignal(false)
  const ask = createSubmission(
    () => mailCodeAgain(),
    () => setSent(true),
  )
  const proven = () => void client.invalidateQueries({ queryKey: preferencesQuery().queryKey })
  return (
    <>
      <Note kind="warning">
        <p class="t-strong">{m.mail_suspended()}</p>
        <p>{m.mail_suspended_words()}</p>
      </Note>
      <Show when={!sent()} fallback={<EmailCode me={props.me} fresh first onProven={proven} />}>
        <form class="stack" onSubmit={(event) => void ask.submit(event)}>
          <ProblemNote error={ask.error()} />
          <div>
            <Button kind="primary" type="submit" busy={ask.busy()}>
              {m.mail_suspended_act()}
            </Button>
          </div>
        </form>
      </Show>
    </>
  )
}
