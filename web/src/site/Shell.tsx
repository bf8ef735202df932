import { A, useLocation } from '@solidjs/router'
import { createSignal, For, lazy, onCleanup, onMount, Show, Suspense, type ParentProps } from 'solid-js'
import BellIcon from '~icons/lucide/bell'
import SearchIcon from '~icons/lucide/search'
import { followAppearance } from '../accounts/appearance'
import { awaited } from '../accounts/reach'
import { useQuery } from '../lib/query'
import { conversationsQuery } from '../chat/chat.queries'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { isTeaching } from '../lib/side'
import { useMyPlace } from '../lib/zones'
import { createInbox } from '../notifications/inbox'
import { Count } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Logo } from '../ui/Logo'
import { AccountMenu } from './AccountMenu'
import { ClosingNotice } from './ClosingNotice'
import { destinationsOf, type Destination } from './navigation'
import { OfflineNotice } from './OfflineNotice'

const Palette = lazy(() => import('../palette/Palette'))
const ReachDialog = lazy(() => import('../accounts/ReachDialog'))

type Counts = { messages: number; notifications: number }

/** One shell for students, mentors and staff: a sidebar on a desk, a rail on a tablet, a bar on a phone. */
export function Shell(props: ParentProps<{ me: Me }>) {
  const inbox = createInbox()
  const conversations = useQuery(conversationsQuery)
  const destinations = () => destinationsOf(isTeaching(props.me))
  const counts = (): Counts => ({
    messages: (conversations.data?.items ?? []).reduce((sum, conversation) => sum + conversation.unread, 0),
    notifications: inbox.unread(),
  })
  const [searching, setSearching] = createSignal(false)
  listenForPalette(() => setSearching(true))
  followAppearance()

  return (
    <div class="app">
      <Sidebar destinations={destinations()} counts={counts()} />
      <div class="col min-w-0">
        <Topbar me={props.me} notifications={inbox.unread()} onSearch={() => setSearching(true)} />
        <OfflineNotice />
        <ClosingNotice me={props.me} />
        <main id="main" class="main" tabindex="-1">
          <Suspense>{props.children}</Suspense>
        </main>
      </div>
      <nav class="bottombar" aria-label={m.nav_phone()}>
        <For each={destinations().filter((destination) => destination.phone)}>
          {(destination) => <NavLink destination={destination} counts={counts()} />}
        </For>
      </nav>
      <Show when={awaited()}>
        <Suspense>
          <ReachDialog me={props.me} />
        </Suspense>
      </Show>
      <Show when={searching()}>
        <Suspense>
          <Palette me={props.me} onClose={() => setSearching(false)} />
        </Suspense>
      </Show>
    </div>
  )
}

function listenForPalette(open: () => void): void {
  const listen = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    open()
  }
  onMount(() => addEventListener('keydown', listen))
  onCleanup(() => removeEventListener('keydown', listen))
}

function NavLink(props: { destination: Destination; counts: Counts }) {
  const location = useLocation()
  const current = () => {
    const { href } = props.destination
    return location.pathname === href || location.pathname.startsWith(`${href}/`)
  }
  const Icon = () => props.destination.icon({ class: 'i', 'aria-hidden': 'true' })
  return (
    <A href={props.destination.href} aria-current={current() ? 'page' : undefined} end>
      <Icon />
      <span class="nav__t">{props.destination.label()}</span>
      <Show when={props.destination.count}>
        {(count) => <Count value={props.counts[count()]} label={m.count_unread({ count: props.counts[count()] })} />}
      </Show>
    </A>
  )
}

function Sidebar(props: { destinations: Destination[]; counts: Counts }) {
  const place = useMyPlace()
  const now = createNow()
  return (
    <aside class="sidebar" aria-label={m.nav_sidebar()}>
      <Logo href="/home" mark />
      <nav class="nav" aria-label={m.nav_main()}>
        <For each={props.destinations}>
          {(destination) => <NavLink destination={destination} counts={props.counts} />}
        </For>
      </nav>
      <div class="sidebar__foot">
        <Show when={place()}>
          {(here) => (
            <p class="sidebar__zone">
              {m.shell_your_zone()}
              <br />
              <span class="num">
                {m.shell_zone_now({ city: here().city, time: here().time(now()), zone: here().label(now()) })}
              </span>
            </p>
          )}
        </Show>
      </div>
    </aside>
  )
}

function Topbar(props: { me: Me; notifications: number; onSearch: () => void }) {
  const keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'
  return (
    <header class="topbar">
      <Logo href="/home" />
      <button type="button" class="jump" onClick={() => props.onSearch()}>
        <SearchIcon class="i" aria-hidden="true" />
        {m.palette_open()}
        <kbd class="kbd">{keys}</kbd>
      </button>
      <div class="row row--1 push">
        <Button kind="quiet" icon class="phone" aria-label={m.palette_open()} onClick={() => props.onSearch()}>
          <SearchIcon class="i" aria-hidden="true" />
        </Button>
        <A
          class="btn btn--quiet btn--icon"
          href="/notifications"
          aria-label={
            props.notifications > 0
              ? m.shell_notifications_unread({ count: props.notifications })
              : m.nav_notifications()
          }
        >
          <BellIcon class="i" aria-hidden="true" />
          <Show when={props.notifications > 0}>
            <span class="count" aria-hidden="true">
              {props.notifications > 99 ? '99+' : props.notifications}
            </span>
          </Show>
        </A>
        <AccountMenu me={props.me} />
      </div>
    </header>
  )
}
