import { useLocation, useNavigate } from '@solidjs/router'
import { useQueryClient, type QueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { InboxFrame } from '../../../worker/contract/notifications'
import { answer, api } from '../lib/api'
import { m } from '../lib/messages'
import { createSocket } from '../lib/socket'
import { toast } from '../ui/Toast'
import { LEVELS } from './levels'
import { countUnread, showNotification, type Notification } from './notifications.queries'
import { inOneTab } from './one-tab'
import { ring } from './sound'
import { createUnreadMark } from './unread-mark'

/** What happened while nobody listened may concern any of these. */
const LIVE_KEYS = ['bookings', 'booking', 'conversations', 'notifications']

/** What a frame makes out of date, by query key; the list of notifications itself is told the item. */
export function staleAfter(frame: InboxFrame): string[] {
  if (frame.type !== 'notification') return []
  const { kind } = frame.item
  if (kind === 'message_received') return ['conversations']
  if (kind === 'room_message') return []
  if (isOfSession(kind)) return ['bookings', 'booking', 'slots', 'meeting', 'attendance', 'earnings']
  if (kind.startsWith('withdrawal_')) return ['earnings']
  if (kind === 'payout_profile_changed') return ['payout-profile', 'earnings']
  return ['me', ...(ALSO.find(([start]) => kind.startsWith(start))?.[1] ?? ['mentor'])]
}

const ALSO: [start: string, keys: string[]][] = [
  ['review_', ['reviews', 'booking']],
  ['badge_', ['badges', 'mentor']],
  ['takeaways_', ['takeaways', 'goals', 'meeting']],
  ['step_', ['goals', 'meeting']],
  ['skill_', ['progress', 'my-students']],
  ['guardian_', ['consent', 'guardian']],
  ['calendar_', ['busy-calendars']],
  ['export_', ['exports']],
  ['mail_', ['preferences']],
  ['event_', ['event', 'events']],
]

const OF_SESSIONS = ['booking_', 'payment_', 'request_', 'proposal_', 'move_', 'session_', 'absence_', 'contest_']
/** What changes a session, what is asked about it, and what a room saw. */
const isOfSession = (kind: Notification['kind']) => OF_SESSIONS.some((start) => kind.startsWith(start))

const forget = (client: QueryClient, keys: string[]) => {
  for (const key of keys) void client.invalidateQueries({ queryKey: [key] })
}

/** A person's own socket: open while the shell stands, so that a booking, a payment or a message shows by itself. */
export function createInbox(): { unread: Accessor<number> } {
  const client = useQueryClient()
  const announce = createAnnouncer()
  const [unread, setUnread] = createSignal(0)
  let opened = false
  const socket = createSocket<InboxFrame>({
    path: () => '/ws/inbox/',
    onFrame(frame) {
      if (frame.type === 'unread') {
        setUnread(frame.total)
        countUnread(client, frame.total)
      }
      if (frame.type === 'hello') {
        setUnread(frame.unread)
        if (opened) forget(client, LIVE_KEYS)
        opened = true
      }
      if (frame.type === 'notification') {
        showNotification(client, frame.item)
        announce(frame.item, frame.quiet ?? false)
      }
      forget(client, staleAfter(frame))
    },
  })

  createUnreadMark(unread)

  // The session was ended elsewhere: asking who is here leads to the log-in.
  createEffect(() => socket.life().state === 'ended' && forget(client, ['me']))

  /** Without a line, whoever comes back to the tab sees what happened meanwhile. */
  async function look(): Promise<void> {
    if (document.visibilityState !== 'visible' || socket.life().state === 'live') return
    forget(client, LIVE_KEYS)
    const page = await answer(api.GET('/api/notifications/', { params: { query: { limit: 1 } } })).catch(
      () => undefined,
    )
    if (page) setUnread(page.unread)
  }
  document.addEventListener('visibilitychange', look)
  onCleanup(() => document.removeEventListener('visibilitychange', look))

  return { unread }
}

/** The page that is open shows it already. */
export function isShownAt(pathname: string, { kind, link }: Pick<Notification, 'kind' | 'link'>): boolean {
  if (pathname === '/notifications') return true
  const isSubject = isOfSession(kind) || kind === 'message_received' || kind === 'room_message'
  const subject = link.split('/').at(-1) ?? ''
  return isSubject && subject !== '' && pathname.endsWith(subject)
}

/** What is important is worth a word on any page, once, and not in quiet hours; newer words of the same are none. */
function createAnnouncer(): (item: Notification, quiet: boolean) => void {
  const location = useLocation()
  const navigate = useNavigate()
  const announced = new Set<string>()
  return (item, quiet) => {
    if (!item.important || quiet || item.is_read || announced.has(item.id)) return
    announced.add(item.id)
    void inOneTab(item.id, () => {
      const isSeen = document.visibilityState === 'visible' && isShownAt(location.pathname, item)
      if (isSeen) return
      ring()
      const open = { label: m.notifications_open(), run: () => navigate(item.link) }
      toast(item.message, open, LEVELS[item.notification_type])
    })
  }
}
