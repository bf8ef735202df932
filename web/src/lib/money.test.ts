import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponentOf, minorOf, money, typedAmount } from './money'

describe('money', () => {
  it('leaves out minor units that are empty, except where one pays', () => {
    expect(money(150000, 'INR')).toMatch(/₹\s?1,500$/)
    expect(money(150050, 'INR')).toMatch(/1,500\.50$/)
    expect(money(150000, 'INR', { exact: true })).toMatch(/1,500\.00$/)
  })

  it('moves as many digits as the currency has, also none and three', () => {
    expect(money(1500, 'JPY')).toMatch(/1,500$/)
    expect(money(1500, 'KWD')).toMatch(/1\.500$/)
    expect(money(5, 'INR')).toMatch(/0\.05$/)
  })

  it('writes a loss with a real minus sign', () => {
    expect(money(-15000, 'INR')).toContain('−')
  })

  it('reads back every amount that it lets one type', () => {
    const amounts = fc.integer({ min: 0, max: 10_000_000_000 })
    fc.assert(
      fc.property(amounts, fc.constantFrom('INR', 'JPY', 'KWD', 'USD'), (minor, currency) => {
        expect(minorOf(typedAmount(minor, currency), currency)).toBe(minor)
      }),
    )
  })

  it('refuses what is no amount of the currency', () => {
    for (const typed of ['', 'abc', '-5', '1.234', '1e5', '1.2.3']) expect(minorOf(typed, 'INR')).toBeUndefined()
    expect(minorOf('10.5', 'JPY')).toBeUndefined()
    expect(minorOf('1,500.5', 'INR')).toBe(150050)
    expect(exponentOf('INR')).toBe(2)
  })
})
