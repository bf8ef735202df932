import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBic, isGstin, isIban, isIfsc, isPan, isUpiId, tidied } from '../contract/bank-numbers'
import { decimalOf } from '../contract/currencies'
import { csvOf } from './csv.rules'
import { byWeek, within } from './earnings.rules'
import { destinationOf, type Details } from './profiles.rules'

describe('numbers of accounts', () => {
  it.each([
    'DE89 3704 0044 0532 0130 00',
    'gb29 nwbk 6016 1331 9268 19',
    'NO93 8601 1117 947',
    'KW81 CBKU 0000 0000 0000 1234 5601 01',
    'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
  ])('IBAN %s is right, and wrong with any one character changed', (typed) => {
    const iban = tidied(typed)
    expect(isIban(iban)).toBe(true)
    for (let i = 0; i < iban.length; i++) {
      const other = iban[i] === '7' ? '3' : '7'
      expect(isIban(iban.slice(0, i) + other + iban.slice(i + 1))).toBe(false)
    }
    expect(isIban(`${iban}0`)).toBe(false)
  })

  it('an IBAN of a country that has none is none', () => expect(isIban('US64SVBKUS6S3300958879')).toBe(false))

  it('a GSTIN holds the PAN of its owner and a check of its own', () => {
    expect(isGstin('27AAPFU0939F1ZV')).toBe(true)
    expect(isGstin('27AAPFU0939F1ZW')).toBe(false)
    expect(isGstin('27AAPFU9039F1ZV')).toBe(false)
  })

  it.each([
    [isPan, 'AAPFU0939F', 'AAPXU0939F'],
    [isIfsc, 'HDFC0001234', 'HDFC1001234'],
    [isBic, 'COBADEFFXXX', 'COBADEFFX'],
    [isUpiId, 'asha.p-1@okhdfc', 'asha@ok.hdfc'],
  ])('%o takes %s and not %s', (isRight, right, wrong) =>
    expect([isRight(right), isRight(wrong)]).toEqual([true, false]),
  )
})

it('a masked account shows its bank and four characters at most', () => {
  const none: Details = {
    account_number: null,
    ifsc: null,
    upi_id: null,
    iban: null,
    bic: null,
    pan: null,
    tax_number: null,
  }
  expect(destinationOf('bank', { ...none, account_number: '001234567890', ifsc: 'HDFC0001234' })).toBe('HDFC ••••7890')
  expect(destinationOf('iban', { ...none, iban: 'DE89370400440532013000' })).toBe('DE ••••3000')
  expect(destinationOf('upi', { ...none, upi_id: 'asha.pillai@okhdfc' })).toBe('as••••@okhdfc')
})

describe('a CSV', () => {
  const cells = (csv: string): string => csv.slice(1).trimEnd()

  it.each(['=1+1', '+91 98', '-2+3', '@sum', '\t=1', ' =1', '＝1', '\r=1'])('runs nothing: %j', (text) => {
    expect(cells(csvOf([[text]]))).toMatch(/^"?'/)
  })

  it('leaves plain numbers numbers', () => expect(cells(csvOf([['-1200.50', '3']]))).toBe('-1200.50,3'))

  it('comes back as it was, but for an apostrophe before what looks like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (row) => {
        const back = parsed(csvOf([row]))
        expect(back).toHaveLength(row.length)
        row.forEach((text, i) => expect([text, `'${text}`]).toContain(back[i]))
      }),
    )
  })
})

/** One row of RFC 4180, read by a machine of its own. */
function parsed(csv: string): string[] {
  const text = csv.slice(1, -2)
  const row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    if (quoted && text[i] === '"' && text[i + 1] === '"') cell += text[i++]
    else if (text[i] === '"') quoted = !quoted
    else if (quoted || text[i] !== ',') cell += text[i]
    else {
      row.push(cell)
      cell = ''
    }
  }
  return [...row, cell]
}

it.each([
  [150_050, 'INR', '1500.50'],
  [-5, 'INR', '-0.05'],
  [1500, 'JPY', '1500'],
  [1234, 'KWD', '1.234'],
])('%i of %s is written %s', (minor, currency, text) => expect(decimalOf(minor, currency)).toBe(text))

describe('weeks', () => {
  const line = (at: string, held_minor: number) => ({
    cause: `capture:${at}`,
    at: Date.parse(at),
    order_id: at,
    held_minor,
    available_minor: 0,
    way_minor: 0,
    gross_minor: null,
    commission_minor: null,
    booking_id: 'b',
    offer_id: 'o',
    offer_title: 'Talk',
    student_name: 'A',
    start_time: 0,
  })
  /** 2026-11-23 is a Monday. */
  const monday = Math.round(Date.parse('2026-11-23T00:00:00Z') / 86_400_000)

  it('begin on Monday in the mentor’s own zone', () => {
    const rows = [line('2026-11-22T18:29:00Z', 1), line('2026-11-22T18:31:00Z', 10), line('2026-11-29T18:31:00Z', 100)]
    const weeks = byWeek(rows, { first: monday - 7, last: monday + 13 }, 'Asia/Kolkata')
    expect(weeks.map(({ from, earned_minor }) => [from, earned_minor])).toEqual([
      ['2026-11-16', 1],
      ['2026-11-23', 10],
      ['2026-11-30', 100],
    ])
  })

  it('of a period that begins on a Wednesday begin there, and what was before is left out', () => {
    const period = { first: monday + 2, last: monday + 8 }
    const rows = within([line('2026-11-24T12:00:00Z', 1), line('2026-11-25T12:00:00Z', 2)], period, 'UTC')
    expect(byWeek(rows, period, 'UTC')).toEqual([
      { from: '2026-11-25', to: '2026-11-29', earned_minor: 2, sessions: 1 },
      { from: '2026-11-30', to: '2026-12-01', earned_minor: 0, sessions: 0 },
    ])
  })
})
