import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fiscalYearOf, taxRatesAt, taxWithin } from '../contract/tax'
import { expectedFor, keyOf, refundNamed, retryAfter } from './refunds.rules'

it.each([
  ['card', '2026-11-27', '2026-12-04'],
  ['netbanking', '2026-11-24', '2026-12-04'],
  ['upi', '2026-11-24', '2026-12-01'],
  ['wallet', '2026-11-20', '2026-11-25'],
  [null, '2026-11-24', '2026-12-04'],
])('money sent back by %s on a Friday is expected from %s to %s, counted in working days', (method, from, by) => {
  expect(expectedFor(method, new Date('2026-11-20T10:00:00Z'))).toEqual({ expected_from: from, expected_by: by })
})

it('the day is the one of India: late in the evening of UTC it is tomorrow there', () => {
  expect(expectedFor('wallet', new Date('2026-11-19T20:00:00Z')).expected_from).toBe('2026-11-20')
})

it('is tried again ever more rarely, and then not by itself', () => {
  const at = new Date(0)
  const waits = [1, 2, 3, 4].map((tries) => retryAfter(tries, at)!.getTime())
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(retryAfter(5, at)).toBeNull()
})

it('a key leads back to its refund and try', () => {
  fc.assert(
    fc.property(fc.nat(20), (key_number) => {
      expect(refundNamed(keyOf({ id: '01m82kbmwa3g455t6dx46cab8r', key_number }))).toEqual({
        id: '01m82kbmwa3g455t6dx46cab8r',
        key_number,
      })
    }),
  )
})

it('taxes are off, and where one is on, net and tax are the whole and no further than half a unit from exact', () => {
  expect(taxRatesAt(new Date('2026-11-22T00:00:00Z'))).toMatchObject({
    session_tax_basis_points: 0,
    commission_tax_basis_points: 0,
    withheld_basis_points: 0,
  })
  expect(taxWithin(11_800, 1800)).toBe(1800)
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.integer({ min: 0, max: 5000 }), (amount, rate) => {
      const tax = taxWithin(amount, rate)
      const exact = 2n * BigInt(amount) * BigInt(rate) - 2n * BigInt(tax) * BigInt(10_000 + rate)
      expect(exact <= BigInt(10_000 + rate) && exact >= -BigInt(10_000 + rate)).toBe(true)
    }),
  )
})

it.each([
  ['2027-03-31T18:29:59Z', 2026],
  ['2027-03-31T18:30:00Z', 2027],
  ['2026-01-15T00:00:00Z', 2025],
])('%s lies in the fiscal year that began in %i', (at, year) => expect(fiscalYearOf(new Date(at))).toBe(year))
