import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { notificationTopics } from '../notifications/notifications.topics'
import { advance, rows } from '../payments/desk'
import { answer, api, freeSlots, hold, mentor, student, type Person, type Teacher } from '../test/world'
import { reminderJobs } from './calendars.jobs'
import { book, letters, lettersTo } from './desk'

const MINUTE = 60_000
const FREE = { kind: 'intro', amount_minor: 0, most_per_student: 5 }
/** Moves the clock to so many minutes before an instant, with everything that is due on the way. */
const before = (start: string, minutes: number) =>
  advance(Math.ceil((Date.parse(start) - minutes * MINUTE - now().getTime()) / 1000))
const reminded = async (who: Person) => (await lettersTo(who, 'session_reminder')).map(({ subject }) => subject)
const pair = async (): Promise<[Person, Teacher]> => [await student(), await mentor({ name: 'Mira' }, FREE)]
const ALL = ['a day', 'an hour', '10 minutes'].map((time) => `In less than ${time}: Mock interview with Mira`)

describe('reminders', () => {
  it('come a day, an hour and ten minutes before, to both, each once', async () => {
    const [asha, mira] = await pair()
    const { booking } = await hold(asha, mira, 40)
    await before(booking.start_time, 24 * 60 + 1)
    expect(await reminded(asha)).toEqual([])
    for (const [i, minutes] of [24 * 60, 60, 10].entries()) {
      await before(booking.start_time, minutes)
      await advance(5)
      expect(await reminded(asha)).toEqual(ALL.slice(0, i + 1))
      expect(await reminded(mira)).toHaveLength(i + 1)
    }
    await before(booking.start_time, -5)
    expect(await reminded(asha)).toHaveLength(3)
    const [mail] = await lettersTo(asha, 'session_reminder')
    expect(mail!.text).toMatch(/When: .+ IST/)
  })

  it('never come twice, however many run at once', async () => {
    const [asha, mira] = await pair()
    const { booking } = await hold(asha, mira, 40)
    await before(booking.start_time, 24 * 60 + 1)
    await env.DB.prepare('update bookings set start_time = start_time - 120000 where id = ?').bind(booking.id).run()
    await Promise.all(Array.from({ length: 5 }, () => reminderJobs.remind_of_sessions!(env)))
    await letters(asha, 'session_reminder')
    await advance(1)
    expect(await reminded(asha)).toEqual(ALL.slice(0, 1))
    expect(await rows('select 1 from session_reminders where booking_id = ?', booking.id)).toHaveLength(1)
  })

  it('do not come after a cancel, not even where the mail was already on its way', async () => {
    const [asha, mira] = await pair()
    const one = await hold(asha, mira, 40)
    const other = await hold(asha, mira, 44)
    await answer(api('POST', `/bookings/${one.booking.id}/cancel/`, { as: asha, body: {} }), 200)
    await before(other.booking.start_time, 60)
    const [notice] = await rows<{ id: string }>(
      "select id from notifications where account_id = ? and kind = 'session_reminder'",
      asha.user.id,
    )
    const told = await reminded(asha)
    expect(told.length).toBeGreaterThan(0)
    expect(await rows('select 1 from session_reminders where booking_id = ?', one.booking.id)).toEqual([])
    await answer(api('POST', `/bookings/${other.booking.id}/cancel/`, { as: asha, body: {} }), 200)
    await env.DB.prepare('update notifications set mailed_at = null where id = ?').bind(notice!.id).run()
    await env.DB.prepare('delete from mailbox where id = ?').bind(notice!.id).run()
    await notificationTopics.notification_mail!(env, { id: notice!.id } as never, 2)
    await before(other.booking.start_time, 5)
    expect(await reminded(asha)).toEqual(told.slice(1))
  })

  it('move with the session: what was said of the old time is said again of the new one', async () => {
    const [asha, mira] = await pair()
    const { booking } = await hold(asha, mira, 40)
    await env.DB.prepare('update bookings set refund_terms = ? where id = ?')
      .bind('[{"hours_before":0,"percent":100}]', booking.id)
      .run()
    await before(booking.start_time, 60)
    expect(await reminded(asha)).toEqual(ALL.slice(1, 2))
    const later = (await freeSlots(mira)).find(
      ({ start_time }) => Date.parse(start_time) > now().getTime() + 30 * 60 * MINUTE,
    )!
    await answer(
      api('POST', `/bookings/${booking.id}/reschedule/`, { as: asha, body: { start_time: later.start_time } }),
      200,
    )
    const sofar = await reminded(asha)
    await before(booking.start_time, 5)
    expect(await reminded(asha)).toEqual(sofar)
    await before(later.start_time, 24 * 60)
    await before(later.start_time, 60)
    await before(later.start_time, 10)
    await advance(5)
    expect((await reminded(asha)).slice(sofar.length)).toEqual(ALL)
  })

  it('are not sent of a time that was agreed only after they were due', async () => {
    const [asha, mira] = await pair()
    const { booking } = await hold(asha, mira, 40)
    await before(booking.start_time, 30)
    const other = await student()
    await env.DB.prepare('update bookings set student_account_id = ?, updated_at = ? where id = ?')
      .bind(other.user.id, now().getTime(), booking.id)
      .run()
    await env.DB.prepare('delete from session_reminders where booking_id = ?').bind(booking.id).run()
    await before(booking.start_time, 20)
    expect(await reminded(other)).toEqual([])
    await before(booking.start_time, 10)
    await advance(5)
    expect(await reminded(other)).toEqual(ALL.slice(2))
  })

  it('reach the mentor of a group once, and everybody in it', async () => {
    const ravi = await mentor({}, { kind: 'group', seats: 3, amount_minor: 0 })
    const people = [await student(), await student(), await student()]
    const { start_time } = (await freeSlots(ravi))[40]!
    for (const person of people) await book(person, ravi, start_time)
    await before(start_time, 10)
    await advance(5)
    for (const person of people) expect((await reminded(person)).at(-1)).toContain('In less than 10 minutes')
    const told = await reminded(ravi)
    expect(told.filter((subject) => subject.includes('10 minutes'))).toHaveLength(1)
  })
})
