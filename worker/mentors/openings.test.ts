import { env } from 'cloudflare:test'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import { numbersFor, pick } from '../seed/fixed'
import {
  admin,
  answer,
  api,
  eventually,
  freeSlots,
  hold,
  mentor,
  OFFER,
  student,
  type Person,
  type Teacher,
} from '../test/world'
import { nightlyOpeningJobs, openingJobs } from './openings.jobs'
import { rewrite, weeksOf } from './openings.data'
import { freeTimesOf } from './openings.rules'
import { rewriteOpenings } from './openings.topics'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const all = async <T = Record<string, number>>(query: string, ...values: unknown[]): Promise<T[]> =>
  (
    await env.DB.prepare(query)
      .bind(...values)
      .all<T>()
  ).results
const run = (query: string, ...values: unknown[]) =>
  env.DB.prepare(query)
    .bind(...values)
    .run()

const numberOf = ({ mentor_id }: Teacher): number => Number(mentor_id.slice(1))
const hoursOf = (who: Teacher) =>
  all('select start_hour_utc as hour, quarters from openings where number = ? order by 1', numberOf(who))
const pricesOf = async (who: Teacher): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await all<{ currency: string; amount_minor: number }>(
        'select currency, amount_minor from cheapest_prices where number = ? and amount_minor < 9e15',
        numberOf(who),
      )
    ).map(({ currency, amount_minor }) => [currency, amount_minor]),
  )
const listingOf = async (who: Teacher) => (await all('select * from listings where number = ?', numberOf(who)))[0]
const listed = async (who: Teacher): Promise<boolean> =>
  (await answer(api('GET', '/mentors/?limit=100'), 200)).items.some(
    ({ mentor_id }: Teacher) => mentor_id === who.mentor_id,
  )

const week = (who: Teacher, weekly: object[], time_zone = 'Asia/Kolkata') =>
  answer(api('PUT', '/mentor/availability/', { as: who, body: { time_zone, weekly } }), 200)
const addOffer = (who: Teacher, offer: object) =>
  answer(api('POST', '/mentor/offers/', { as: who, body: { ...OFFER, ...offer } }), 201)

let mira: Teacher
afterAll(() => void vi.useRealTimers())
beforeAll(async () => {
  // What is compared below was worked out at different moments; no start may pass between them.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  mira = await mentor()
  await eventually(async () => (await hoursOf(mira)).length > 0)
})

/** The hours in which the public list of times has one, and the quarters that they begin in. */
async function hoursOffered(who: Teacher) {
  const [from, to] = [now(), new Date(now().getTime() + 8 * DAY)]
  const query = new URLSearchParams({ offer_id: who.offer.id, from: from.toISOString(), to: to.toISOString() })
  const { items } = await answer(api('GET', `/mentors/${who.mentor_id}/slots/?${query}`), 200)
  const hours = new Map<number, number>()
  for (const { start_time } of items as { start_time: string }[]) {
    const start = Date.parse(start_time)
    const hour = Math.floor(start / HOUR)
    hours.set(hour, (hours.get(hour) ?? 0) | (1 << Math.floor((start % HOUR) / (15 * 60_000))))
  }
  return [...hours].map(([hour, quarters]) => ({ hour, quarters }))
}

describe('what the directory knows of free times and prices', () => {
  it('is what the list of times offers, to the quarter of an hour', async () => {
    await rewriteOpenings(env, [mira.user.id])
    expect(await hoursOf(mira)).toEqual(await hoursOffered(mira))
    const soonest = (await listingOf(mira))!.soonest_start
    const { items } = await answer(api('GET', `/mentors/?limit=100`), 200)
    const shown = items.find(({ mentor_id }: Teacher) => mentor_id === mira.mentor_id).soonest_free
    expect(new Date(soonest!).toISOString()).toBe(shown)
  })

  it('follows the week', async () => {
    const who = await mentor()
    await eventually(async () => (await hoursOf(who)).length > 0)
    await week(who, [])
    await eventually(async () => (await hoursOf(who)).length === 0)
    expect((await listingOf(who))!.soonest_start).toBe(8.64e15)
    await week(who, [{ weekday: 3, start: '09:15', end: '10:15' }], 'UTC')
    const [hour] = await eventually(async () => ((await hoursOf(who)).length > 0 ? hoursOf(who) : undefined))
    expect(new Date(hour!.hour! * HOUR).toISOString()).toMatch(/T09:00/)
    expect(hour!.quarters).toBe(2)
  })

  it('follows the offers: added, changed, put away, in each currency', async () => {
    const who = await mentor({}, { amount_minor: 90_000 })
    await eventually(async () => (await pricesOf(who)).INR === 90_000)
    const cheap = await addOffer(who, { amount_minor: 10_000 })
    const dollars = await addOffer(who, { amount_minor: 700, currency: 'USD' })
    await eventually(async () => (await pricesOf(who)).USD === 700 && (await pricesOf(who)).INR === 10_000)
    await answer(
      api('PUT', `/mentor/offers/${dollars.id}/`, { as: who, body: { ...OFFER, amount_minor: 500, currency: 'EUR' } }),
      200,
    )
    await answer(api('DELETE', `/mentor/offers/${cheap.id}/`, { as: who }), 204)
    await eventually(async () => (await pricesOf(who)).EUR === 500)
    expect(await pricesOf(who)).toEqual({ INR: 90_000, EUR: 500 })
  })

  it('follows a booking and its end, on both sides where both are mentors', async () => {
    const [who, other] = [await mentor(), await mentor()]
    await eventually(async () => (await hoursOf(who)).length > 0 && (await hoursOf(other)).length > 0)
    const before = [await hoursOf(who), await hoursOf(other)]
    const { booking } = await hold(other, who, 3)
    const now_taken = async () => [await hoursOf(who), await hoursOf(other)]
    await eventually(async () => (await now_taken()).every((hours, i) => hours.length < before[i]!.length))
    await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: other, body: {} }), 200)
    await eventually(async () => (await now_taken()).every((hours, i) => hours.length === before[i]!.length))
  })

  it('gives the time back when a hold ends unpaid: the task lies ready for that moment', async () => {
    const who = await mentor()
    const { booking } = await hold(await student(), who, 3)
    const [task] = await all<{ due_at: number }>(
      `select due_at from outbox where topic = 'openings' and payload ->> 'account_id' = ? and due_at > ?`,
      who.user.id,
      now().getTime() + 60_000,
    )
    expect(task!.due_at).toBe(Date.parse(booking.hold_expires_at))
  })

  it('is gone with a refusal or a suspension in the same moment, and comes back', async () => {
    const who = await mentor()
    await eventually(async () => (await hoursOf(who)).length > 0)
    const decide = async (decision: string) =>
      answer(
        api('POST', `/admin/mentor-applications/${who.mentor_id}/decision/`, {
          as: await admin(),
          body: { decision, reason: 'Because' },
        }),
        200,
      )
    await decide('refuse')
    expect([await listed(who), await hoursOf(who), await pricesOf(who)]).toEqual([false, [], {}])
    await decide('approve')
    expect(await listed(who)).toBe(true)
    await eventually(async () => (await hoursOf(who)).length > 0)
    await run('update accounts set suspended_at = ? where id = ?', now().getTime(), who.user.id)
    expect([await listed(who), await hoursOf(who)]).toEqual([false, []])
    await answer(api('GET', `/mentors/${who.mentor_id}/`), 404)
    await run('update accounts set suspended_at = null where id = ?', who.user.id)
    expect(await listed(who)).toBe(true)
  })

  it('is not overwritten by who read the facts earlier and writes them later', async () => {
    const who = await mentor()
    await eventually(async () => (await hoursOf(who)).length > 0)
    const db = unmetered(env)
    const at = now()
    const [old] = await read(db, weeksOf(db, [who.user.id], at, new Date(at.getTime() + 14 * DAY)))
    await week(who, [])
    await eventually(async () => (await hoursOf(who)).length === 0)
    const late = { number: old!.number, seen: old!.revision, ...freeTimesOf(old!, at.getTime()) }
    const [written] = await write(db, rewrite(db, { revision: 'late', at, currencies: ['INR'], weeks: [late] }))
    expect(late.openings.length).toBeGreaterThan(0)
    expect([written, await hoursOf(who)]).toEqual([[], []])
  })
})

describe('the jobs', () => {
  const dump = async () => ({
    listings: await all('select number, soonest_start from listings order by number'),
    openings: await all('select * from openings order by number, start_hour_utc'),
    prices: await all('select * from cheapest_prices order by number, currency'),
  })

  it('write what time has made old', async () => {
    await run(`update listings set due_at = ?, soonest_start = 1 where number = ?`, now().getTime(), numberOf(mira))
    expect(await openingJobs.refresh_openings!(env)).toBeGreaterThan(0)
    const { soonest_start, due_at } = (await listingOf(mira))!
    expect(soonest_start).toBeGreaterThan(now().getTime())
    expect(due_at).toBeGreaterThan(now().getTime())
    expect(due_at).toBeLessThanOrEqual(now().getTime() + DAY)
    expect(await openingJobs.refresh_openings!(env)).toBe(0)
  })

  it('rebuild from nothing exactly what the acts of people led to', async () => {
    const seed = `acts ${Date.now()}`
    const next = numbersFor(seed)
    const [one, two] = [await mentor(), await mentor()]
    const bookings: { id: string; who: Person }[] = []
    const acts = [
      async (who: Teacher) =>
        addOffer(who, { minutes: pick([20, 45], next), amount_minor: Math.floor(next() * 9) * 1000 }),
      async (who: Teacher) =>
        week(who, [
          { weekday: 1 + Math.floor(next() * 7), start: '08:00', end: '21:30' },
          { weekday: 2, start: '10:00', end: '20:00' },
        ]),
      async (who: Teacher) => {
        if ((await freeSlots(who)).length === 0) return
        const asha = await student()
        bookings.push({ ...(await hold(asha, who, 0)).booking, who: asha })
      },
      async () => {
        const booking = bookings.pop()
        if (booking) await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: booking.who, body: {} }), 200)
      },
    ]
    for (let i = 0; i < 14; i++) await pick(acts, next)(pick([one, two], next))
    await eventually(async () => {
      const [left] = await all(
        `select count(*) as n from outbox where topic = 'openings' and due_at < ?`,
        now().getTime() + 61_000,
      )
      return left!.n === 0
    })
    const kept = await dump()
    for (const table of ['openings', 'cheapest_prices']) await run(`delete from ${table}`)
    await run('update listings set due_at = 0, soonest_start = 1')
    await openingJobs.refresh_openings!(env)
    expect(await dump(), seed).toEqual(kept)
    expect(kept.openings.length).toBeGreaterThan(20)
  })

  it('compare at night, mend what differs and say how much that was', async () => {
    await openingJobs.refresh_openings!(env)
    const compare = () => nightlyOpeningJobs.compare_openings!(env)
    expect(await compare()).toBe(0)
    const kept = await dump()
    const far = Math.floor(now().getTime() / HOUR) + 72
    await run('delete from openings where number = ? and start_hour_utc >= ?', numberOf(mira), far)
    expect(await compare()).toBe(1)
    await run('update cheapest_prices set amount_minor = 1 where number = ?', numberOf(mira))
    expect(await compare()).toBe(1)
    expect(await dump()).toEqual(kept)
    await run('update listings set total_sessions = 9 where number = ?', numberOf(mira))
    expect(await compare()).toBe(1)
    await openingJobs.refresh_openings!(env)
    expect(await dump()).toEqual(kept)
  })
})
