import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { advance, rows } from '../payments/desk'
import { refundOrder } from '../payments/orders.data'
import { answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import { approve, balance, conclude, earnings, setProfile, staff, taught, threeDays, withdraw } from './desk'

let asha: Person
let finance: Person
beforeAll(async () => {
  asha = await student({ name: 'Asha Pillai' })
  finance = await staff('finance')
})
const db = unmetered(env)
const giveBack = (order_id: string, amount_minor: number) =>
  write(db, refundOrder(db, { order_id, amount_minor, reason: 'cancelled_by_student', now: now() }, sql`true`))

const contest = (booking_id: string, state: string) =>
  rows(
    `insert into contests (id, booking_id, by_account_id, reason, state, opened_at) values (?, ?, ?, 'It was not so', ?, 0)
      on conflict (id) do update set state = excluded.state`,
    `contest:${booking_id}`,
    booking_id,
    asha.user.id,
    state,
  )

describe('what a session earned', () => {
  it('is held for 72 hours after it was over, and then available', async () => {
    const mira = await mentor()
    await taught(asha, mira)
    expect(await balance(mira)).toEqual([135_000, 0, 0, 135_000, 0])
    const { releases } = await earnings(mira)
    expect(releases).toMatchObject([{ amount_minor: 135_000, state: 'waiting', student_name: 'Asha Pillai' }])
    await advance(72 * 3600 - 120)
    expect(await balance(mira)).toEqual([135_000, 0, 0, 135_000, 0])
    await advance(180)
    expect(await balance(mira)).toEqual([0, 135_000, 0, 135_000, 0])
    expect((await earnings(mira)).releases).toEqual([])
    await threeDays()
    expect(await balance(mira)).toEqual([0, 135_000, 0, 135_000, 0])
  })

  it('is the mentor’s also where the student did not come', async () => {
    const mira = await mentor()
    await taught(asha, mira, 0, 'student_absent')
    await threeDays()
    expect(await balance(mira)).toEqual([0, 135_000, 0, 135_000, 0])
  })

  it('stays held while somebody contests the verdict', async () => {
    const mira = await mentor()
    const { booking_id } = await taught(asha, mira)
    await contest(booking_id, 'open')
    await threeDays()
    expect((await earnings(mira)).releases).toMatchObject([{ state: 'contested' }])
    expect(await balance(mira)).toEqual([135_000, 0, 0, 135_000, 0])
    await contest(booking_id, 'dismissed')
    await advance(60)
    expect(await balance(mira)).toEqual([0, 135_000, 0, 135_000, 0])
  })

  it('of a cancelled session is what the policy left, after its time would have been over', async () => {
    const mira = await mentor()
    const { booking_id, order_id } = await taught(asha, mira, 0, 'cancelled')
    await giveBack(order_id, 75_000)
    const [late] = (await earnings(mira)).releases
    const { end_time } = await answer(api('GET', `/bookings/${booking_id}/`, { as: asha }), 200)
    expect(Date.parse(late.release_at) - Date.parse(end_time)).toBe(72 * 3_600_000)
    await advance(Math.ceil((Date.parse(late.release_at) - now().getTime()) / 1000) + 60)
    expect(await balance(mira)).toEqual([0, 67_500, 0, 67_500, 0])
  })

  it('and is refunded later comes out of what is available, below zero after a payout, and is made up for', async () => {
    const mira = await mentor()
    const first = await taught(asha, mira)
    await answer(setProfile(mira), 200)
    await threeDays()
    const { withdrawal } = await answer(withdraw(mira, 135_000), 201)
    await answer(approve(finance, withdrawal.id), 200)
    await answer(api('POST', '/admin/payout-exports/', { as: finance }), 201)
    await answer(conclude(finance, withdrawal.id, { outcome: 'paid', reference: 'UTR9' }), 200)
    await giveBack(first.order_id, 150_000)
    expect(await balance(mira)).toEqual([0, -135_000, 0, -135_000, 135_000])
    await answer(withdraw(mira, 50_000), 422)
    await taught(asha, mira, 1)
    await taught(asha, mira, 4)
    await threeDays()
    expect(await balance(mira)).toEqual([0, 135_000, 0, 135_000, 135_000])
  })
})

describe('the earnings', () => {
  /** Two sessions, one of them given back by half, one withdrawal on its way. */
  async function busy(): Promise<Teacher> {
    const mira = await mentor()
    const { order_id } = await taught(asha, mira, 0)
    await taught(asha, mira, 3)
    await giveBack(order_id, 50_000)
    await answer(setProfile(mira), 200)
    await threeDays()
    await answer(withdraw(mira, 60_000), 201)
    return mira
  }

  it('add up: three amounts to the fourth, the weeks and the offers to the period, the lines to them all', async () => {
    const mira = await busy()
    const { balance: sums, period, lines, currencies } = await earnings(mira)
    expect(sums).toMatchObject({
      held_minor: 0,
      available_minor: 165_000,
      on_its_way_minor: 60_000,
      total_minor: 225_000,
    })
    expect(currencies).toEqual(['INR'])
    const add = (list: { earned_minor: number }[]) => list.reduce((sum, { earned_minor }) => sum + earned_minor, 0)
    expect([period.earned_minor, add(period.weeks), add(period.offers)]).toEqual([225_000, 225_000, 225_000])
    expect(period.weeks).toHaveLength(12)
    expect(period.offers).toMatchObject([{ title: 'Mock interview', sessions: 2 }])
    const earned = lines.items.filter(({ kind }: { kind: string }) => ['captured', 'refunded'].includes(kind))
    expect(earned.reduce((sum: number, line: { amount_minor: number }) => sum + line.amount_minor, 0)).toBe(225_000)
    for (const { amount_minor, gross_minor, commission_minor } of earned)
      expect(gross_minor - commission_minor).toBe(amount_minor)
  })

  it('tell every line with its story, page by page, the newest first', async () => {
    const mira = await busy()
    const kinds: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = `currency=INR&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
      const page: { items: { kind: string }[]; next_cursor: string | null } = await answer(
        api('GET', `/mentor/earnings/lines/?${query}`, { as: mira }),
        200,
      )
      kinds.push(...page.items.map(({ kind }) => kind))
      cursor = page.next_cursor
    }
    expect(kinds[0]).toBe('withdrawn')
    expect(kinds.slice(1, 3)).toEqual(['released', 'released'])
    expect(kinds.toSorted()).toEqual(['captured', 'captured', 'refunded', 'released', 'released', 'withdrawn'])
    const { lines } = await earnings(mira)
    expect(JSON.stringify(lines)).not.toContain('pay_')
    const captured = lines.items.find(({ kind }: { kind: string }) => kind === 'captured')
    expect(captured).toMatchObject({
      amount_minor: 135_000,
      gross_minor: 150_000,
      commission_minor: 15_000,
      booking: { student_name: 'Asha Pillai', offer_title: 'Mock interview' },
    })
  })

  it('as a statement begin with the total before and end with the total after', async () => {
    const mira = await busy()
    const day = (at: number) => new Date(at).toISOString().slice(0, 10)
    const [from, to] = [day(now().getTime() - 40 * 86_400_000), day(now().getTime() + 86_400_000)]
    const csv = await (
      await api('GET', `/mentor/earnings/statement.csv/?from=${from}&to=${to}&currency=INR`, { as: mira })
    ).text()
    const lines = csv.trim().split('\r\n')
    expect(lines[1]).toBe(',Opening total,,,,,,,0.00,INR,')
    expect(lines.at(-1)).toBe(',Closing total,,,,,,,2250.00,INR,')
    expect(csv).toMatch(/Student was refunded,Mock interview,Asha Pillai,-500\.00,-50\.00,-450\.00,-450\.00,/)
    const later = await (
      await api('GET', `/mentor/earnings/statement.csv/?from=${to}&to=${to}&currency=INR`, { as: mira })
    ).text()
    expect(later).toContain('Opening total,,,,,,,2250.00')
  })

  it('refuse a period that ends before it begins, or is longer than a year', async () => {
    const mira = await mentor()
    const ask = (query: string) => api('GET', `/mentor/earnings/?${query}`, { as: mira })
    expect((await answer(ask('from=2026-02-01&to=2026-01-01'), 422)).errors).toHaveProperty('to')
    expect((await answer(ask('from=2024-01-01&to=2026-01-01'), 422)).errors).toHaveProperty('from')
    await answer(ask('from=tomorrow'), 422)
  })

  it('of somebody new are nothing, in the platform’s own currency', async () => {
    const mira = await mentor()
    expect(await earnings(mira)).toMatchObject({
      balance: { currency: 'INR', total_minor: 0 },
      currencies: [],
      releases: [],
      lines: { items: [], next_cursor: null },
      profile: null,
    })
  })

  it('of one mentor hold nothing of another', async () => {
    const [mira, ravi] = [await mentor(), await mentor()]
    await taught(asha, mira)
    expect(await balance(ravi)).toEqual([0, 0, 0, 0, 0])
    expect((await earnings(ravi)).lines.items).toEqual([])
    await answer(api('GET', '/mentor/earnings/', { as: asha }), 403)
  })
})
