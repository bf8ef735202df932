import fc from 'fast-check'
import { expect, it } from 'vitest'
import { REFUND_TERMS as POLICIES } from '../contract/availability.constants'
import { shareOf } from '../contract/terms'
import { refundAt, refundPolicy, stateAt } from './bookings.rules'

const start_time = new Date('2026-12-01T10:00:00Z')
const REFUND_TERMS = POLICIES.flexible
const booking = { refund_terms: REFUND_TERMS, start_time, amount_minor: 130_001, currency: 'INR' }

it('rounds a share half to even', () => {
  const shares = (currency: string) =>
    (
      [
        [1, 50],
        [3, 50],
        [5, 50],
        [101, 10],
        [130_001, 100],
      ] as const
    ).map(([amount, percent]) => shareOf(amount, percent, currency))
  expect(shares('INR')).toEqual([0, 2, 2, 10, 130_001])
  expect([shareOf(12_350, 50, 'KWD'), shareOf(12_370, 50, 'KWD'), shareOf(12_370, 100, 'KWD')]).toEqual([
    6_180, 6_180, 12_370,
  ])
})

it('gives back exactly what the screen said for that instant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: -72, max: 72 }), (amount_minor, hours) => {
      const now = new Date(start_time.getTime() - hours * 3_600_000)
      const shown = refundPolicy({ ...booking, amount_minor }).find(({ until }) => now < until)?.amount_minor ?? 0
      expect(refundAt({ ...booking, amount_minor }, 'student', now)).toBe(shown)
      expect(refundAt({ ...booking, amount_minor }, 'mentor', now)).toBe(amount_minor)
    }),
  )
})

it('gives all until 24 hours before, half until the start, nothing after', () => {
  const at = (iso: string) => refundAt(booking, 'student', new Date(iso))
  expect(at('2026-11-30T09:59:59.999Z')).toBe(130_001)
  expect(at('2026-11-30T10:00:00Z')).toBe(65_000)
  expect(at('2026-12-01T09:59:59.999Z')).toBe(65_000)
  expect(at('2026-12-01T10:00:00Z')).toBe(0)
})

it('shows a hold as expired from its very instant', () => {
  const held = { state: 'held' as const, hold_expires_at: start_time, answer_by: null }
  expect(stateAt(held, new Date(start_time.getTime() - 1))).toBe('held')
  expect(stateAt(held, start_time)).toBe('expired')
})
