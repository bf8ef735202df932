import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commissionOf, commissionRateAt } from '../contract/commission'
import { captureLines } from './ledger.rules'

const amounts = fc.integer({ min: 1, max: 100_000_000_000 })
const rates = fc.integer({ min: 0, max: 10_000 })
const runs = { numRuns: Number(import.meta.env.RANDOM_RUNS || 200) }

describe('commission', () => {
  it('is ten percent', () => expect(commissionRateAt(new Date('2026-11-22T00:00:00Z'))).toBe(1000))

  it.each([
    [150_000, 15_000],
    [4, 0],
    [5, 0],
    [6, 1],
    [14, 1],
    [15, 2],
    [25, 2],
    [35, 4],
    [99, 10],
  ])('of %i is %i: half goes to the even side', (amount, part) => expect(commissionOf(amount, 1000)).toBe(part))

  it('is never further than half a unit from the exact share', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        const twice = 2n * BigInt(commissionOf(amount, rate)) * 10_000n - 2n * BigInt(amount) * BigInt(rate)
        expect(twice >= -10_000n && twice <= 10_000n).toBe(true)
      }),
      runs,
    )
  })

  it('and the mentor’s part are the whole, and the lines of a capture sum to zero', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.record({ commission_basis_points: rates, commission_tax_basis_points: rates, withheld_basis_points: rates }),
        fc.constantFrom('session', 'duplicate', 'suspense'),
        (amount_minor, rates, purpose) => {
          const lines = captureLines({ purpose, amount_minor, mentor_account_id: 'm', ...rates })
          expect(lines.reduce((sum, line) => sum + line.amount_minor, 0)).toBe(0)
          expect(lines[0]).toEqual({ account: 'gateway', amount_minor })
        },
      ),
      runs,
    )
  })
})
