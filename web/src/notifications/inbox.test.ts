import { createRoot, createSignal } from 'solid-js'
import { expect, it } from 'vitest'
import type { InboxFrame } from '../../../worker/contract/notifications'
import { countInTitle, createTitle } from '../lib/title'
import { isShownAt, staleAfter } from './inbox'
import { createUnreadMark } from './unread-mark'

const notification = (kind: string) => ({ type: 'notification', item: { kind } }) as unknown as InboxFrame

it('a booking, a payment and a message each refresh what shows them, without polling', () => {
  expect(staleAfter(notification('booking_received'))).toContain('bookings')
  expect(staleAfter(notification('payment_received'))).toContain('booking')
  expect(staleAfter(notification('move_asked'))).toContain('booking')
  expect(staleAfter(notification('request_received'))).toContain('bookings')
  expect(staleAfter(notification('withdrawal_paid'))).toContain('earnings')
  expect(staleAfter(notification('message_received'))).toContain('conversations')
  expect(staleAfter(notification('mentor_approved'))).toContain('mentor')
  expect(staleAfter(notification('review_reply'))).toContain('reviews')
  expect(staleAfter(notification('mail_bounced'))).toContain('preferences')
  expect(staleAfter({ type: 'unread', total: 3 })).toEqual([])
})

it('a page that shows it already needs no toast', () => {
  const message = { kind: 'message_received', link: '/messages/c1' } as const
  expect(isShownAt('/messages/c1', message)).toBe(true)
  expect(isShownAt('/messages/c2', message)).toBe(false)
  expect(isShownAt('/home', message)).toBe(false)
  expect(isShownAt('/notifications', message)).toBe(true)
  expect(isShownAt('/sessions/b1', { kind: 'booking_moved', link: '/sessions/b1' })).toBe(true)
  expect(isShownAt('/settings/account', { kind: 'mail_bounced', link: '/settings/account' })).toBe(false)
})

it('the icon of the app carries the number as long as somebody is signed in', async () => {
  const shown: number[] = []
  Object.assign(navigator, { setAppBadge: async (count: number) => void shown.push(count) })
  const [leave, setUnread] = createRoot((dispose) => {
    const [unread, set] = createSignal(2)
    createUnreadMark(unread)
    return [dispose, set]
  })
  setUnread(5)
  leave()
  expect(shown).toEqual([2, 5, 0])
})

it('the name of the tab says how many wait, on every page', async () => {
  countInTitle(3)
  const leave = createRoot((dispose) => {
    createTitle(() => 'Messages')
    return dispose
  })
  await Promise.resolve()
  expect(document.title).toBe('(3) Messages · AspireX')
  countInTitle(0)
  expect(document.title).toBe('Messages · AspireX')
  leave()
})
