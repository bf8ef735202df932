import { expect, it } from 'vitest'
import type { InboxFrame } from '../../../worker/contract/notifications'
import { staleAfter } from './inbox'

const notification = (kind: string) => ({ type: 'notification', item: { kind } }) as unknown as InboxFrame

it('a booking, a payment and a message each refresh what shows them, without polling', () => {
  expect(staleAfter(notification('booking_received'))).toContain('bookings')
  expect(staleAfter(notification('payment_received'))).toContain('booking')
  expect(staleAfter(notification('move_asked'))).toContain('booking')
  expect(staleAfter(notification('request_received'))).toContain('bookings')
  expect(staleAfter(notification('withdrawal_paid'))).toContain('earnings')
  expect(staleAfter(notification('message_received'))).toContain('conversations')
  expect(staleAfter(notification('mentor_approved'))).toContain('mentor')
  expect(staleAfter({ type: 'unread', total: 3 })).toEqual([])
})
