import { Navigate, useLocation, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { useMe } from '../lib/session'

/** Pages for people with an account: a visitor logs in and comes back to where they wanted to go. */
export default function SignedIn(props: RouteSectionProps) {
  const me = useMe()
  const location = useLocation()
  const login = () => `/login?next=${encodeURIComponent(location.pathname + location.search)}`
  return (
    <Show when={me.data} fallback={<Show when={me.data === null}>{<Navigate href={login()} />}</Show>}>
      {props.children}
    </Show>
  )
}
