import { Navigate, useSearchParams } from '@solidjs/router'
import { Match, Switch, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { safeNext } from '../lib/next'
import { useQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import { pendingQuery } from './google.calls'
import { GoogleAccount } from './GoogleAccount'
import { GoogleOver } from './GoogleOver'
import { withNext } from './google-next'

/** Somebody new came from Google: what it cannot say is asked here, before the account exists. */
export default function GoogleSignUpPage() {
  createTitle(m.google_signup_title)
  const [query] = useSearchParams()
  const me = useMe()
  const pending = useQuery(pendingQuery)
  // Read once: when the way onward begins, the address is that of the next page already.
  const wanted = untrack(() => query.next)
  const next = wanted === undefined ? undefined : safeNext(wanted)
  const onward = () => next ?? (me.data?.mentor_id ? '/welcome/mentor' : '/welcome')
  return (
    <Switch fallback={<p role="status">{m.loading()}</p>}>
      <Match when={me.data}>
        <Navigate href={onward()} />
      </Match>
      <Match when={pending.data?.kind === 'link'}>
        <Navigate href={withNext('/login/google', next)} />
      </Match>
      <Match when={pending.data}>{(who) => <GoogleAccount who={who()} next={next} />}</Match>
      <Match when={pending.error}>
        <GoogleOver error={pending.error} retry={() => void pending.refetch()} busy={pending.isFetching} next={next} />
      </Match>
    </Switch>
  )
}
