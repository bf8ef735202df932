import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { answer, api, freeSlots, hold, mentor, student, type Person, type Teacher } from '../test/world'

const DAY = 86_400_000
/** Kolkata's date so many days from now. */
const inDays = (days: number): string =>
  new Date(now().getTime() + 5.5 * 3_600_000 + days * DAY).toISOString().slice(0, 10)
const dateIn = (minutes: number, start_time: string): string =>
  new Date(Date.parse(start_time) + minutes * 60_000).toISOString().slice(0, 10)

let mira: Teacher
beforeAll(async () => {
  mira = await mentor()
})

const at = (path: string) => `/mentor/availability/${path}`
const exceptions = (as: Person) => answer(api('GET', at('exceptions/'), { as }), 200)
const setDate = (as: Person, date: string, body: object) => api('PUT', at(`dates/${date}/`), { as, body })
/** Wall times of Kolkata at which the mentor can be booked on this date. */
async function free(teacher: Teacher, date: string): Promise<string[]> {
  const items = await freeSlots(teacher, 12)
  return items
    .filter(({ start_time }) => dateIn(330, start_time) === date)
    .map(({ start_time }) => new Date(Date.parse(start_time) + 330 * 60_000).toISOString().slice(11, 16))
}
const why = async (teacher: Teacher, date: string) =>
  answer(api('GET', at(`why/?offer_id=${teacher.offer.id}&date=${date}`), { as: teacher }), 200)

describe('a date with hours of its own', () => {
  it('is offered as it says, and as its weekday again when that is taken back', async () => {
    const date = inDays(5)
    const saved = await answer(setDate(mira, date, { ranges: [{ start: '06:00', end: '07:30' }], note: 'Early' }), 200)
    expect(saved).toEqual({ date, ranges: [{ start: '06:00', end: '07:30' }], note: 'Early', sessions: 0 })
    expect(await free(mira, date)).toEqual(['06:00', '06:30'])
    expect((await exceptions(mira)).dates).toEqual([{ date, ranges: saved.ranges, note: 'Early' }])

    await answer(setDate(mira, date, { ranges: [] }), 200)
    expect(await free(mira, date)).toEqual([])
    expect(await why(mira, date)).toMatchObject({ closed: 'day_off', items: [] })

    await answer(api('DELETE', at(`dates/${date}/`), { as: mira }), 204)
    expect((await free(mira, date)).slice(0, 2)).toEqual(['09:00', '09:30'])
    await answer(api('DELETE', at(`dates/${date}/`), { as: mira }), 404)
  })

  it.each([
    ['is over', () => inDays(-2), { ranges: [] }],
    ['is years away', () => inDays(900), { ranges: [] }],
    ['ends before it begins', () => inDays(3), { ranges: [{ start: '10:00', end: '09:00' }] }],
    ['names no time', () => inDays(3), { ranges: [{ start: '25:00', end: '26:00' }] }],
    ['names somebody', () => inDays(3), { ranges: [], mentor_account_id: 'x' }],
  ])('that %s is refused, and nothing changes', async (_, date, body) => {
    const before = await exceptions(mira)
    await answer(setDate(mira, date(), body), 422)
    expect(await exceptions(mira)).toEqual(before)
  })

  it('that is none is not there', async () => {
    await answer(setDate(mira, '2027-02-30', { ranges: [] }), 404)
  })

  it('says how many sessions lie on it already; they stay', async () => {
    const [teacher, asha] = [await mentor(), await student()]
    const { booking } = await hold(asha, teacher, 2)
    const date = dateIn(330, booking.start_time)
    expect(await answer(setDate(teacher, date, { ranges: [] }), 200)).toMatchObject({ sessions: 1 })
    expect(await answer(api('GET', `/bookings/${booking.id}/`, { as: asha }), 200)).toMatchObject({ state: 'held' })
  })

  it('is nobody else’s, and needs a mentor', async () => {
    const other = await mentor()
    await answer(setDate(mira, inDays(6), { ranges: [] }), 200)
    await answer(api('DELETE', at(`dates/${inDays(6)}/`), { as: other }), 404)
    await answer(api('GET', at('exceptions/'), { as: await student() }), 403)
    await answer(api('DELETE', at(`dates/${inDays(6)}/`), { as: mira }), 204)
  })
})

describe('days off', () => {
  it('close every date of the period, an own date among them, until they are removed', async () => {
    await answer(setDate(mira, inDays(4), { ranges: [{ start: '06:00', end: '08:00' }] }), 200)
    const away = await answer(
      api('POST', at('away/'), { as: mira, body: { from_date: inDays(3), to_date: inDays(4), note: '' } }),
      201,
    )
    expect(away).toMatchObject({ from_date: inDays(3), to_date: inDays(4), note: null, sessions: 0 })
    expect([await free(mira, inDays(3)), await free(mira, inDays(4))]).toEqual([[], []])
    expect((await free(mira, inDays(5))).length).toBeGreaterThan(0)
    expect(await why(mira, inDays(4))).toMatchObject({ closed: 'away' })

    await answer(api('DELETE', at(`away/${away.id}/`), { as: await mentor() }), 404)
    await answer(api('DELETE', at(`away/${away.id}/`), { as: mira }), 204)
    expect(await free(mira, inDays(4))).toEqual(['06:00', '06:30', '07:00'])
    await answer(api('DELETE', at(`dates/${inDays(4)}/`), { as: mira }), 204)
  })

  it('are refused where they end before they begin', async () => {
    const body = { from_date: inDays(5), to_date: inDays(4) }
    const problem = await answer(api('POST', at('away/'), { as: mira, body }), 422)
    expect(Object.keys(problem.errors)).toEqual(['to_date'])
  })
})

describe('a period in another zone', () => {
  it('reads the week on that clock, for those dates alone', async () => {
    const body = { from_date: inDays(3), to_date: inDays(4), time_zone: 'Asia/Tokyo' }
    const period = await answer(api('POST', at('zones/'), { as: mira, body }), 201)
    expect(await free(mira, inDays(3))).toEqual(expect.arrayContaining(['05:30']))
    expect((await free(mira, inDays(3))).at(-1)).toBe('16:30')
    expect((await free(mira, inDays(5)))[0]).toBe('09:00')
    expect(await why(mira, inDays(3))).toMatchObject({ time_zone: 'Asia/Tokyo', closed: null })
    expect((await exceptions(mira)).zones).toEqual([period])

    const overlapping = { ...body, from_date: inDays(4), to_date: inDays(8) }
    await answer(api('POST', at('zones/'), { as: mira, body: overlapping }), 422)
    await answer(api('POST', at('zones/'), { as: mira, body: { ...body, time_zone: 'Mars/Olympus' } }), 422)
    await answer(api('DELETE', at(`zones/${period.id}/`), { as: mira }), 204)
    expect((await free(mira, inDays(3)))[0]).toBe('09:00')
  })

  it('can be booked as it is offered', async () => {
    const teacher = await mentor()
    const body = { from_date: inDays(2), to_date: inDays(9), time_zone: 'America/New_York' }
    await answer(api('POST', at('zones/'), { as: teacher, body }), 201)
    const { booking } = await hold(await student(), teacher, 9)
    expect(booking.state).toBe('held')
  })
})

describe('why there is no slot', () => {
  it('names what stands against each time of a day', async () => {
    const teacher = await mentor({}, { buffer_before_minutes: 30, most_per_day: 1 })
    const { booking } = await hold(await student(), teacher, 3)
    const date = dateIn(330, booking.start_time)
    const { items } = await why(teacher, date)
    const reasonAt = new Map(items.map((one: { start_time: string; reason: string }) => [one.start_time, one.reason]))
    const after = (minutes: number) => new Date(Date.parse(booking.start_time) + minutes * 60_000).toISOString()
    expect(reasonAt.get(after(0))).toBe('booked')
    expect(reasonAt.get(after(60))).toBe('buffer')
    expect(reasonAt.get(after(120))).toBe('full_day')
    expect(items.at(-1)).toMatchObject({ time: '20:30', reason: 'too_short' })
  })

  it('agrees with what students are offered', async () => {
    const teacher = await mentor({}, { minimum_notice_minutes: 60 * 30 })
    await hold(await student(), teacher, 4)
    for (const days of [1, 2, 3]) {
      const { items } = await why(teacher, inDays(days))
      const open = items.filter(({ reason }: { reason: string | null }) => reason === null)
      const shown = await freeSlots(teacher, 6)
      const offered = shown.map(({ start_time }) => start_time).filter((start) => dateIn(330, start) === inDays(days))
      const listed = open.map(({ start_time }: { start_time: string }) => start_time)
      if (days > 1) expect(listed).toEqual(offered)
    }
  })

  it('is for the mentor of the offer alone', async () => {
    const query = `why/?offer_id=${mira.offer.id}&date=${inDays(1)}`
    await answer(api('GET', at(query), { as: await mentor() }), 404)
    await answer(api('GET', at(query), { as: await student() }), 403)
  })
})
