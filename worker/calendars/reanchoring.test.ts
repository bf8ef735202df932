import { env } from 'cloudflare:test'
import packed from 'moment-timezone/data/packed/latest.json'
import { describe, expect, it } from 'vitest'
import { zoneData, type PackedZones, type ZoneData } from '../contract/zone'
import { zoneDataVersion, zones } from '../lib/zones'
import { rows } from '../payments/desk'
import { runHere } from '../sandbox/queue-here'
import { topics } from '../slices'
import { admin, answer, api, freeSlots, hold, mentor, student, type Person, type Teacher } from '../test/world'
import { nightlyCalendarJobs, reminderJobs } from './calendars.jobs'
import { book, eventOf, letters } from './desk'
import { reanchorSessions } from './reanchoring'
import { anchoredAt } from './reanchoring.rules'

const HOUR = 3_600_000
const FREE = { kind: 'intro', amount_minor: 0, most_per_student: 5 }

let editions = 0
/** Our data, but India keeps clocks that are this far ahead of UTC. */
function edition(minutes: number) {
  const own = packed as PackedZones
  const name = 'Asia/Kolkata'
  const others = own.zones.filter((zone) => !zone.startsWith(`${name}|`))
  const west = `-${'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX'[Math.floor(minutes / 60)]}${'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX'[minutes % 60]}`
  return zoneData({ ...own, version: `test-${++editions}`, zones: [...others, `${name}|XST|${west}|0||`] })
}
/** With everything that follows from it, before it answers. */
const settle = (data: ZoneData): Promise<number> => runHere(env, topics, (here) => reanchorSessions(here, data))
const reanchor = async (minutes: number): Promise<string> => {
  const data = edition(minutes)
  await settle(data)
  return data.version
}
/** Everything as our own data has it. */
const restore = (): Promise<number> => settle(zones)
const pair = async (): Promise<[Person, Teacher]> => [await student(), await mentor({ name: 'Mira' }, FREE)]
/** A free time in the middle of the mentor's hours. */
const midday = async (teacher: Teacher): Promise<string> =>
  (await freeSlots(teacher)).find(({ start_time }) => start_time.includes('T06:30'))!.start_time
const detail = (as: Person, id: string) => answer(api('GET', `/bookings/${id}/`, { as }), 200)
const startOf = async (as: Person, id: string): Promise<number> => Date.parse((await detail(as, id)).start_time)
const tasks = async (state = 'open') =>
  (await answer(api('GET', `/admin/tasks/?state=${state}&limit=100`, { as: await admin() }), 200)).items

describe('the instant of a wall time that was agreed', () => {
  const at = (zone: string, wall: string, holds: string) =>
    new Date(anchoredAt(zones.zone(zone), wall, Date.parse(holds))).toISOString()

  it('follows the rules of its zone', () => {
    // What runtimes with older data took for 18:00Z (−08 all winter).
    expect(at('America/Vancouver', '2026-12-15T10:00', '2026-12-15T18:00:00Z')).toBe('2026-12-15T17:00:00.000Z')
    expect(at('Asia/Kathmandu', '2027-01-10T09:00', '2027-01-10T03:15:00Z')).toBe('2027-01-10T03:15:00.000Z')
  })

  it('that the clock shows twice stays the one of the two that it was', () => {
    expect(at('America/New_York', '2026-11-01T01:30', '2026-11-01T06:30:00Z')).toBe('2026-11-01T06:30:00.000Z')
    expect(at('America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z')).toBe('2026-11-01T05:30:00.000Z')
  })

  it('that the clock skips becomes the end of the gap', () => {
    expect(at('America/New_York', '2027-03-14T02:30', '2027-03-14T07:30:00Z')).toBe('2027-03-14T07:00:00.000Z')
    expect(at('Africa/Cairo', '2027-04-30T00:30', '2027-04-29T22:30:00Z')).toBe('2027-04-29T22:00:00.000Z')
  })
})

describe('another edition of the time-zone data', () => {
  it('moves a session to where its wall time now is, tells both, and raises the number of its calendar entry', async () => {
    const [asha, mira] = await pair()
    const { booking } = await hold(asha, mira, 40)
    const before = await eventOf(asha, booking.id)
    const version = await reanchor(6 * 60 + 30)
    const start = Date.parse(booking.start_time) - HOUR
    const moved = await detail(asha, booking.id)
    expect(moved).toMatchObject({ id: booking.id, state: 'confirmed', sequence: booking.sequence + 1 })
    expect([Date.parse(moved.start_time), Date.parse(moved.end_time)]).toEqual([start, start + HOUR])
    expect(moved.history.at(-1)).toMatchObject({
      actor: 'product',
      detail: { from: booking.start_time, to: moved.start_time },
    })
    const [row] = await rows<Record<string, unknown>>('select * from bookings where id = ?', booking.id)
    expect(row).toMatchObject({ zone_data_version: version, busy_from: start, busy_until: start + HOUR })
    expect((await eventOf(mira, booking.id)).sequence).toBeGreaterThan(before.sequence)
    for (const who of [asha, mira]) {
      const [letter, ...more] = await letters(who, 'session_reanchored')
      expect(more).toEqual([])
      expect(letter!.text).toContain('The rules for the clocks of Kolkata have changed')
      expect(letter!.attachments[0]!.content_type).toContain('method=REQUEST')
    }
    await restore()
    expect(await startOf(asha, booking.id)).toBe(Date.parse(booking.start_time))
    expect((await rows('select wall_time from bookings where id = ?', booking.id))[0]).toEqual({
      wall_time: row!.wall_time,
    })
  })

  it('leaves alone what keeps its instant, what is over and what was cancelled', async () => {
    const [asha, mira] = await pair()
    const { booking: kept } = await hold(asha, mira, 40)
    const { booking: gone } = await hold(asha, mira, 50)
    await answer(api('POST', `/bookings/${gone.id}/cancel/`, { as: asha, body: {} }), 200)
    const version = await reanchor(5 * 60 + 30)
    expect((await detail(asha, kept.id)).sequence).toBe(0)
    expect(
      await rows('select id, zone_data_version from bookings where id in (?, ?) order by id', kept.id, gone.id),
    ).toEqual([
      { id: kept.id, zone_data_version: version },
      { id: gone.id, zone_data_version: zoneDataVersion },
    ])
    await reanchor(6 * 60 + 30)
    expect(await startOf(asha, gone.id)).toBe(Date.parse(gone.start_time))
    await restore()
  })

  it.each([
    [6 * 60 + 30, -HOUR],
    [4 * 60 + 30, HOUR],
  ])('moves a whole row of sessions, back to back, without one running into the next (%i)', async (minutes, by) => {
    const [asha, mira] = await pair()
    const first = await book(asha, mira, await midday(mira))
    const made = [first]
    for (let i = 1; i < 4; i++) {
      const start_time = new Date(Date.parse(first.start_time) + i * HOUR).toISOString()
      made.push(await book(await student(), mira, start_time))
    }
    await reanchor(minutes)
    for (const { id, start_time } of made) expect(await startOf(mira, id)).toBe(Date.parse(start_time) + by)
    await restore()
    for (const { id, start_time } of made) expect(await startOf(mira, id)).toBe(Date.parse(start_time))
  })

  it('moves all seats of a group together, and a seat that is booked later is in the same room', async () => {
    const ravi = await mentor({}, { kind: 'group', seats: 3, amount_minor: 0 })
    const [one, two] = [await student(), await student()]
    const first = (await hold(one, ravi, 40)).booking
    const seats = [first, await book(two, ravi, first.start_time)]
    await reanchor(6 * 60 + 30)
    const moved = [await detail(one, seats[0].id), await detail(two, seats[1].id)]
    const start_time = new Date(Date.parse(seats[0].start_time) - HOUR).toISOString()
    expect(moved.map((seat) => seat.start_time)).toEqual([start_time, start_time])
    expect(moved[0].room_id).toBe(moved[1].room_id)
    expect(await letters(ravi, 'session_reanchored')).toHaveLength(1)
    const third = await book(await student(), ravi, start_time)
    expect(third.room_id).toBe(moved[0].room_id)
    await restore()
  })

  it('leaves what would run into another session where it is, and gives it to a person, once', async () => {
    const [asha, mira] = await pair()
    const booking = await book(asha, mira, await midday(mira))
    // Agreed in another zone, so it stays where India's clocks will carry the first.
    const start_time = new Date(Date.parse(booking.start_time) - HOUR).toISOString()
    const other = await book(await student(), mira, start_time, 'Asia/Dubai')
    const version = await reanchor(6 * 60 + 30)
    expect(await startOf(asha, booking.id)).toBe(Date.parse(booking.start_time))
    const task = (await tasks()).find(({ booking_id }: { booking_id: string }) => booking_id === booking.id)
    expect(task).toMatchObject({
      kind: 'session_clash',
      facts: { stays_at: booking.start_time, agreed_is_now: start_time, beside: other.id, zone_data: version },
    })
    for (const who of [asha, mira]) expect(await letters(who, 'session_clash')).toHaveLength(1)
    const before = (await tasks()).length
    const again = { ...edition(6 * 60 + 30), version }
    await settle(again)
    expect(await tasks()).toHaveLength(before)
    // The way is free: the next night moves it, and nobody has to look after it any more.
    await answer(api('POST', `/bookings/${other.id}/cancel/`, { as: mira, body: {} }), 200)
    await settle(again)
    expect(await startOf(asha, booking.id)).toBe(Date.parse(start_time))
    expect((await tasks('done')).map(({ id }: { id: string }) => id)).toContain(task.id)
    await restore()
  })

  it('is looked through once by the minute, and again each night', async () => {
    const [asha, mira] = await pair()
    const { booking } = await hold(asha, mira, 40)
    const shifted = async () => {
      const wrong = Date.parse(booking.start_time) + HOUR
      await env.DB.prepare(
        `update bookings set zone_data_version = '2019a', start_time = ?1, end_time = ?1 + 3600000, busy_from = ?1,
          busy_until = ?1 + 3600000 where id = ?2`,
      )
        .bind(wrong, booking.id)
        .run()
    }
    await env.DB.prepare('delete from zone_editions').run()
    await shifted()
    expect(await reminderJobs.follow_zone_data!(env)).toBe(1)
    expect(await startOf(asha, booking.id)).toBe(Date.parse(booking.start_time))
    await shifted()
    expect(await reminderJobs.follow_zone_data!(env)).toBe(0)
    expect(await nightlyCalendarJobs.reanchor_sessions!(env)).toBe(1)
    expect(await startOf(asha, booking.id)).toBe(Date.parse(booking.start_time))
  })
})

describe('a task for the staff', () => {
  it('is settled once, with a word about how, by an admin alone', async () => {
    await env.DB.prepare(
      "insert into admin_tasks (id, kind, cause, booking_id, facts, created_at) values ('t1', 'session_clash', 'c1', 'b1', '{}', 1)",
    ).run()
    const body = { note: 'Both agreed to 5 PM by phone.' }
    await answer(api('POST', '/admin/tasks/t1/done/', { as: await student(), body }), 403)
    await answer(api('POST', '/admin/tasks/t1/done/', { as: await admin(), body: { note: ' ' } }), 422)
    await answer(api('POST', '/admin/tasks/nothing/done/', { as: await admin(), body }), 404)
    const done = await answer(api('POST', '/admin/tasks/t1/done/', { as: await admin(), body }), 200)
    expect(done).toMatchObject({ id: 't1', note: body.note })
    await answer(api('POST', '/admin/tasks/t1/done/', { as: await admin(), body }), 409)
    expect((await tasks()).map(({ id }: { id: string }) => id)).not.toContain('t1')
  })
})
