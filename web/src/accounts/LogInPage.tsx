import { Navigate, useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, Match, Switch, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { safeNext } from '../lib/next'
import { useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import { FirstStep } from './FirstStep'
import { SecondStep } from './SecondStep'

/** Who one is and, where the account asks for it, the code of the second step on the same screen. */
export default function LogInPage() {
  createTitle(m.login_title)
  const [query] = useSearchParams()
  const navigate = useNavigate()
  const location = useLocation()
  const me = useMe()
  // Read once: when the way onward begins, the address is that of the next page already.
  const wanted = untrack(() => query.next)
  const next = safeNext(wanted)
  const onward = () => navigate(next, { replace: true })
  // From Google the ticket comes behind the #, where no server sees it.
  const [ticket, setTicket] = createSignal(untrack(() => location.hash.slice(1)) || undefined)

  return (
    <Switch>
      <Match when={me.data && !ticket()}>
        <Navigate href={next} />
      </Match>
      <Match when={ticket()}>
        {(asked) => <SecondStep ticket={asked()} onDone={onward} onRestart={() => setTicket(undefined)} />}
      </Match>
      <Match when={true}>
        <FirstStep next={wanted === undefined ? undefined : next} onTicket={setTicket} onDone={onward} />
      </Match>
    </Switch>
  )
}
