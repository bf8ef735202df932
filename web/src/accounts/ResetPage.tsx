import { useSearchParams } from '@solidjs/router'
import { createSignal, Match, Switch } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { Button, ButtonLink } from '../ui/Button'
import { Cups, Scope } from '../ui/Illustration'
import { Empty } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { resetPassword } from './accounts.calls'
import { PasswordField } from './PasswordField'

/** Opened from the mailed link: a new password, after which every device logs in again. */
export default function ResetPage() {
  createTitle(m.reset_title)
  const [query] = useSearchParams()
  const session = useSession()
  const token = () => (typeof query.token === 'string' ? query.token : '')
  const [done, setDone] = createSignal(false)
  const reset = createSubmission(
    (form) => resetPassword({ token: token(), password: String(form.get('password')) }),
    () => {
      setDone(true)
      void session.refresh()
    },
  )
  const isDead = () => {
    const error = reset.error()
    if (token() === '') return true
    return error instanceof Problem && (error.code === 'not_found' || reset.fieldError('token') !== undefined)
  }
  return (
    <Switch>
      <Match when={done()}>
        <Empty
          art={<Cups />}
          title={m.reset_done()}
          act={
            <ButtonLink kind="primary" href="/login">
              {m.act_log_in()}
            </ButtonLink>
          }
        >
          {m.reset_done_words()}
        </Empty>
      </Match>
      <Match when={isDead()}>
        <Empty
          art={<Scope />}
          title={m.verify_failed()}
          act={
            <ButtonLink kind="primary" href="/forgot">
              {m.reset_new_link()}
            </ButtonLink>
          }
        >
          {m.reset_failed_words()}
        </Empty>
      </Match>
      <Match when={true}>
        <h1 class="display text-3xl">{m.reset_title()}</h1>
        <form class="card stack" onSubmit={(event) => void reset.submit(event)}>
          <ProblemNote error={reset.error()} />
          <PasswordField label={m.password_new()} name="password" fresh error={reset.fieldError('password')} />
          <Button kind="primary" size="lg" block type="submit" busy={reset.busy()}>
            {m.reset_act()}
          </Button>
          <p class="t-sm t-3">{m.reset_small()}</p>
        </form>
      </Match>
    </Switch>
  )
}
