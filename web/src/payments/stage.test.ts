import { expect, it } from 'vitest'
import type { OrderState } from '../../../worker/contract/payments.constants'
import type { Booking } from '../bookings/bookings.queries'
import { heldBooking } from '../test/world'
import { stageOf } from './stage'

const held = heldBooking()
const ends = Date.parse(held.hold_expires_at!)
const withOrder = (state: OrderState, change: Partial<Booking> = {}): Booking => ({
  ...held,
  ...change,
  order: { ...held.order!, state },
})

it('one pays while the hold lasts, and not from its very end on', () => {
  expect(stageOf(held, ends - 1, false)).toBe('paying')
  expect(stageOf(held, ends, false)).toBe('over')
})

it('a payment on its way is waited for, also beyond the end of the hold', () => {
  expect(stageOf(withOrder('attempted'), ends - 1, true)).toBe('waiting')
  expect(stageOf(withOrder('authorized', { state: 'expired' }), ends + 1, false)).toBe('waiting')
})

it('a declined payment leaves the time as it was', () => {
  expect(stageOf(withOrder('failed'), ends - 1, false)).toBe('paying')
})

it('what was paid is booked, and money whose time is gone comes back', () => {
  expect(stageOf(withOrder('captured', { state: 'confirmed' }), ends + 1, true)).toBe('booked')
  expect(stageOf(withOrder('captured', { state: 'pending' }), ends + 1, true)).toBe('asked')
  expect(stageOf(withOrder('captured', { state: 'expired' }), ends + 1, true)).toBe('returned')
  expect(stageOf(withOrder('refunded', { state: 'cancelled' }), ends + 1, false)).toBe('returned')
  expect(stageOf(withOrder('parked'), ends - 1, true)).toBe('checked')
})
