import { A, Navigate, useSearchParams } from '@solidjs/router'
import { Show, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { safeNext } from '../lib/next'
import { useMe, useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'

const DISPLAY_ID = /^[SM]\d{6,}$/i

export default function LogInPage() {
  createTitle(m.login_title)
  const [query] = useSearchParams()
  const session = useSession()
  const me = useMe()
  // Read once: when the way onward begins, the address is that of the next page already.
  const wanted = untrack(() => query.next)
  const next = safeNext(wanted)

  const login = createSubmission((form) => {
    const who = String(form.get('who')).trim()
    const password = String(form.get('password'))
    return session.signIn(DISPLAY_ID.test(who) ? { id: who.toUpperCase(), password } : { email: who, password })
  })

  return (
    <Show when={!me.data || login.busy()} fallback={<Navigate href={next} />}>
      <h1 class="display text-3xl">{m.login_title()}</h1>
      <form class="card stack" onSubmit={(event) => void login.submit(event)}>
        <ProblemNote error={login.error()} />
        <TextField
          label={m.login_who()}
          name="who"
          autocomplete="username"
          autocapitalize="none"
          required
          error={login.fieldError('email') ?? login.fieldError('id')}
        />
        <TextField
          label={m.field_password()}
          name="password"
          type="password"
          autocomplete="current-password"
          required
          error={login.fieldError('password')}
        />
        <Button kind="primary" size="lg" block type="submit" busy={login.busy()}>
          {m.act_log_in()}
        </Button>
      </form>
      <p class="t-2 text-center">
        {m.login_new()}{' '}
        <A class="link" href={`/signup${wanted ? `?next=${encodeURIComponent(next)}` : ''}`}>
          {m.act_join()}
        </A>
      </p>
    </Show>
  )
}
