import { Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, Match, Switch, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { safeNext } from '../lib/next'
import { useQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import { pendingQuery } from './google.calls'
import { withNext } from './google-next'
import { GoogleLink } from './GoogleLink'
import { GoogleOver } from './GoogleOver'
import { SecondStep } from './SecondStep'

/** The address of this Google account has an account here: it is connected after proof, never by the address alone. */
export default function GoogleLinkPage() {
  createTitle(m.google_link_title)
  const [query] = useSearchParams()
  const navigate = useNavigate()
  const me = useMe()
  const pending = useQuery(pendingQuery)
  const [ticket, setTicket] = createSignal<string>()
  // Read once: when the way onward begins, the address is that of the next page already.
  const wanted = untrack(() => query.next)
  const next = wanted === undefined ? undefined : safeNext(wanted)
  return (
    <Switch fallback={<p role="status">{m.loading()}</p>}>
      <Match when={me.data}>
        <Navigate href={next ?? '/home'} />
      </Match>
      <Match when={ticket()}>
        {(asked) => (
          <SecondStep
            ticket={asked()}
            onDone={() => navigate(next ?? '/home', { replace: true })}
            onRestart={() => navigate(withNext('/login', next), { replace: true })}
          />
        )}
      </Match>
      <Match when={pending.data?.kind === 'new'}>
        <Navigate href={withNext('/signup/google', next)} />
      </Match>
      <Match when={pending.data}>{(who) => <GoogleLink email={who().email} onTicket={setTicket} />}</Match>
      <Match when={pending.error}>
        <GoogleOver error={pending.error} retry={() => void pending.refetch()} busy={pending.isFetching} next={next} />
      </Match>
    </Switch>
  )
}
