import { useLocation, type RouteSectionProps } from '@solidjs/router'
import { createEffect, Match, on, Switch, type ParentProps } from 'solid-js'
import { wasSignedIn } from '../lib/me'
import { useMe } from '../lib/session'
import { ErrorState } from '../ui/List'
import { Toasts } from '../ui/Toast'
import { Shell } from './Shell'
import { SkipLink, VisitorFrame } from './VisitorFrame'

/** The walls around a page: the product's shell for an account, the public header for a visitor. */
export default function Frame(props: RouteSectionProps) {
  return <Walls>{props.children}</Walls>
}

/** `open` pages need nobody: they stand before it is known who reads, and also where that cannot be known. */
export function Walls(props: ParentProps<{ open?: boolean }>) {
  const me = useMe()
  const location = useLocation()
  const heading = () => document.getElementById('main')
  createEffect(
    on(
      () => location.pathname,
      () => heading()?.focus({ preventScroll: true }),
      { defer: true },
    ),
  )
  return (
    <>
      <SkipLink />
      <Switch fallback={<div class="app" aria-busy="true" />}>
        <Match when={me.data}>{(account) => <Shell me={account()}>{props.children}</Shell>}</Match>
        <Match when={me.data === null || (props.open && (me.error || !wasSignedIn()))}>
          <VisitorFrame>{props.children}</VisitorFrame>
        </Match>
        <Match when={me.error}>
          <main id="main" class="main">
            <ErrorState error={me.error} retry={() => void me.refetch()} busy={me.isFetching} />
          </main>
        </Match>
      </Switch>
      <Toasts />
    </>
  )
}
