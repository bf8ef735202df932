import { useSearchParams } from '@solidjs/router'
import { createSignal, Match, Switch } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { Button, ButtonLink } from '../ui/Button'
import { Cups, Scope } from '../ui/Illustration'
import { Empty } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { undoEmailChange } from './accounts.calls'

/** Opened from the mail to the old address. It signs everybody out, so it asks first. */
export default function EmailChangeUndoPage() {
  createTitle(m.undo_title)
  const [query] = useSearchParams()
  const session = useSession()
  const [email, setEmail] = createSignal<string>()
  const token = () => (typeof query.token === 'string' ? query.token : '')
  const undo = createSubmission(
    () => undoEmailChange(token()),
    (undone) => {
      setEmail(undone.email)
      void session.refresh()
    },
  )
  const isDead = () => {
    const error = undo.error()
    return token() === '' || (error instanceof Problem && ['not_found', 'invalid_input'].includes(error.code))
  }
  return (
    <Switch>
      <Match when={email()}>
        {(address) => (
          <Empty
            art={<Cups />}
            title={m.undo_done()}
            act={
              <ButtonLink kind="primary" href="/forgot" state={{ email: address() }}>
                {m.reset_title()}
              </ButtonLink>
            }
          >
            {m.undo_done_words({ email: isolate(address()) })}
          </Empty>
        )}
      </Match>
      <Match when={isDead()}>
        <Empty
          art={<Scope />}
          title={m.verify_failed()}
          act={
            <ButtonLink kind="primary" href="/login">
              {m.act_log_in()}
            </ButtonLink>
          }
        >
          {m.undo_failed_words()}
        </Empty>
      </Match>
      <Match when={true}>
        <h1 class="display text-3xl">{m.undo_title()}</h1>
        <form class="card stack" onSubmit={(event) => void undo.submit(event)}>
          <ProblemNote error={undo.error()} />
          <p>{m.undo_words()}</p>
          <Button kind="danger" size="lg" block type="submit" busy={undo.busy()}>
            {m.undo_act()}
          </Button>
        </form>
      </Match>
    </Switch>
  )
}
