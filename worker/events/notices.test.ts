import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { events, letters, lettersTo } from '../calendars/desk'
import { now } from '../lib/clock'
import { advance, rows } from '../payments/desk'
import { admin, answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import { at, cancel, change, crowd, DAY, join, joined, leave, made, remove, told, until } from './desk'
import { eventJobs, nightlyEventJobs } from './events.jobs'

let mira: Teacher
beforeAll(async () => {
  mira = await mentor({ name: 'Mira', time_zone: 'Europe/Berlin' })
})
const MINUTE = 60_000
/** Moves the clock to so many minutes before an instant, with everything that is due on the way. */
const before = async (start: string, minutes: number) => {
  await advance(Math.ceil((Date.parse(start) - minutes * MINUTE - now().getTime()) / 1000))
  await advance(2)
}
const subjects = async (who: Person, kind: string) => (await lettersTo(who, kind)).map(({ subject }) => subject)
const fileIn = (letter: { attachments: { content: string; content_type: string }[] } | undefined) => {
  const [file, ...more] = letter?.attachments ?? []
  expect(more).toEqual([])
  return { text: file!.content.replaceAll('\r\n ', ''), ...events(file!.content) }
}

describe('whoever has a seat', () => {
  it('is told by mail with the event for the calendar: asked in, moved, taken out', async () => {
    const [asha, waits] = [await student(), await student()]
    const online_link = 'https://meet.example.com/room'
    const { id } = await made(mira, { title: 'Go; C, C++ ₹', capacity: 1, online_link })
    await joined(asha, id)
    await joined(asha, id, { show_name: true })
    await joined(waits, id)
    const [welcome, ...twice] = await letters(asha, 'event_joined')
    expect(twice).toEqual([])
    expect(welcome!.text).toMatch(/When: .+ IST/)
    expect(welcome!.text).toMatch(/In Europe\/Berlin: .+ CET/)
    const [start_time, end_time] = [at(100), at(103)]
    await answer(change(mira, id, { start_time, end_time }), 200)
    const [moved] = await letters(asha, 'event_changed')
    const [theirs] = await letters(waits, 'event_changed')
    expect([moved!.text, theirs!.text].map((text) => /for which you wait/.test(text))).toEqual([false, true])
    await answer(cancel(mira, id, { reason: 'I fell ill' }), 200)
    const [cancelled] = await letters(asha, 'event_cancelled')
    const [spared] = await letters(waits, 'event_cancelled')
    expect(cancelled!.text).toContain('Reason given: I fell ill')
    expect([theirs!.attachments, spared!.attachments]).toEqual([[], []])

    const files = [welcome, moved, cancelled].map(fileIn)
    expect(files.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    const all = files.map((file) => file.all[0]!)
    expect(new Set(all.map(({ uid }) => uid))).toEqual(new Set([`${id}@localhost`]))
    expect(all[0]!.sequence < all[1]!.sequence && all[1]!.sequence < all[2]!.sequence).toBe(true)
    expect([all[1]!.start, all[1]!.end, all[2]!.status]).toEqual([start_time, end_time, 'CANCELLED'])
    expect(all[0]!.title).toBe('Go; C, C++ ₹')
    expect(files[0]!.text).toContain(`LOCATION:${online_link}`)
    expect(files[0]!.text).toContain(`mailto:${asha.email}`)
    expect(files[0]!.text).not.toContain(waits.email)
  })

  it('from the line as well, and once however often it is tried', async () => {
    const [asha, waits] = [await student(), await student()]
    const { id } = await made(mira, { capacity: 1 })
    await joined(asha, id)
    await joined(waits, id)
    await answer(leave(asha, id), 204)
    const [promoted] = await letters(waits, 'event_promoted')
    expect(promoted!.subject).toBe('You have a seat: How interviews are read')
    expect(fileIn(promoted)).toMatchObject({ method: 'REQUEST', all: [{ status: 'CONFIRMED' }] })
    // Back in the line and in again is another seat.
    await joined(asha, id)
    await answer(leave(waits, id), 204)
    await letters(asha, 'event_promoted')
    await joined(waits, id)
    await answer(leave(asha, id), 204)
    await letters(waits, 'event_promoted', 2)
    expect(await lettersTo(asha, 'event_promoted')).toHaveLength(1)
  })
})

describe('a change', () => {
  it('is told where it matters to guests alone, with what was', async () => {
    const asha = await student()
    const { id, start_time } = await made(mira, { location: 'Hall' })
    await joined(asha, id)
    await answer(change(mira, id, { description: 'Other words', capacity: 50, guests: 'counts' }), 200)
    await answer(change(mira, id, { start_time, end_time: undefined }), 200)
    expect(await told(asha, 'event_changed')).toEqual([])
    await answer(change(mira, id, { start_time: at(73), end_time: at(75) }), 200)
    const [moved] = await letters(asha, 'event_changed')
    expect(moved!.text).toMatch(/It was .+ IST\./)
    await answer(change(mira, id, { location: 'Garden' }), 200)
    const [, there] = await letters(asha, 'event_changed', 2)
    expect(there!.text).toContain('Where: Garden')
    expect(there!.text).not.toContain('It was')
    expect(await told(mira, 'event_changed')).toEqual([])
  })

  it('of a draft or of what is over is told to nobody', async () => {
    const asha = await student()
    const { id } = await made(mira)
    await crowd(id, [asha])
    await rows('update events set start_time = 1, end_time = 2 where id = ? returning 1', id)
    await answer(change(mira, id, { title: 'Said better' }), 200)
    await advance(1)
    expect(await told(asha, 'event_changed')).toEqual([])
  })
})

describe('a cancelled event', () => {
  it('is told to a crowd page by page, to each once, and to the organizer where staff did it', async () => {
    const people = await Promise.all(Array.from({ length: 45 }, () => student()))
    const { id } = await made(mira)
    await crowd(id, people)
    await answer(cancel(await admin(), id, { reason: 'Not allowed here' }), 200)
    await until(async () => {
      const sent = await rows(
        "select 1 from notifications where kind = 'event_cancelled' and cause like ?",
        `event:${id}:%`,
      )
      return sent.length === 46
    })
    const [mine] = (await told(mira, 'event_cancelled')).filter(({ link }) => link === `/events/${id}`)
    expect(mine?.message).toContain('Our staff cancelled your event')
    await answer(remove(mira, id), 204)
    await advance(61)
    const all = await rows(
      "select 1 from notifications where kind = 'event_cancelled' and cause like ?",
      `event:${id}:%`,
    )
    expect(all).toHaveLength(46)
  })
})

describe('reminders', () => {
  it('come a day and an hour before, to guests and organizer, each once; not to those who wait', async () => {
    const teacher = await mentor({ name: 'Ravi' })
    const [asha, waits] = [await student(), await student()]
    const { id, start_time } = await made(teacher, { capacity: 1, start_time: at(60), end_time: at(61) })
    await joined(asha, id)
    await joined(waits, id)
    const ALL = ['a day', 'an hour'].map((time) => `In less than ${time}: How interviews are read`)
    await before(start_time, 24 * 60 + 2)
    expect(await subjects(asha, 'event_reminder')).toEqual([])
    await before(start_time, 24 * 60)
    await letters(asha, 'event_reminder')
    await Promise.all(Array.from({ length: 4 }, () => eventJobs.remind_of_events!(env)))
    await before(start_time, 60)
    await letters(asha, 'event_reminder', 2)
    await letters(teacher, 'event_reminder', 2)
    await before(start_time, -5)
    expect(await subjects(asha, 'event_reminder')).toEqual(ALL)
    expect(await subjects(teacher, 'event_reminder')).toEqual(ALL)
    expect(await subjects(waits, 'event_reminder')).toEqual([])
  })

  it('move with the time, and none comes after a cancel or to whoever left', async () => {
    const [asha, left] = [await student(), await student()]
    const { id, start_time } = await made(mira, { start_time: at(40), end_time: at(41) })
    const off = await made(mira, { start_time: at(40), end_time: at(41), title: 'Off' })
    for (const person of [asha, left]) for (const one of [id, off.id]) await joined(person, one)
    await before(start_time, 24 * 60)
    await letters(asha, 'event_reminder', 2)
    const later = { start_time: at(48), end_time: at(49) }
    await answer(change(mira, id, later), 200)
    await answer(cancel(mira, off.id), 200)
    await answer(leave(left, id), 204)
    await before(start_time, 50)
    expect(await subjects(asha, 'event_reminder')).toHaveLength(2)
    await before(later.start_time, 24 * 60)
    await before(later.start_time, 60)
    const all = await letters(asha, 'event_reminder', 4)
    expect(all.map(({ subject }) => subject).slice(2)).toEqual(
      ['a day', 'an hour'].map((time) => `In less than ${time}: How interviews are read`),
    )
    expect(await subjects(left, 'event_reminder')).toHaveLength(2)
  })

  it('that are on their way when it is cancelled stay unsent, and who comes late is not reminded of the day', async () => {
    const [asha, late] = [await student(), await student()]
    const { id, start_time } = await made(mira, { start_time: at(30), end_time: at(31) })
    await joined(asha, id)
    await before(start_time, 24 * 60 - 60)
    await letters(asha, 'event_reminder')
    await joined(late, id)
    await advance(120)
    expect(await subjects(late, 'event_reminder')).toEqual([])
    const [notice] = await rows<{ id: string }>(
      "select id from notifications where account_id = ? and kind = 'event_reminder'",
      asha.user.id,
    )
    await answer(cancel(mira, id), 200)
    await rows("delete from mailbox where recipient = ? and kind = 'event_reminder' returning 1", asha.email)
    await rows('update notifications set mailed_at = null where id = ? returning 1', notice!.id)
    await rows(
      "insert into outbox (id, topic, payload, due_at, created_at) values ('again', 'notification_mail', ?, 0, 0) returning 1",
      JSON.stringify({ id: notice!.id }),
    )
    await advance(61)
    await until(async () => (await rows("select 1 from outbox where id = 'again'")).length === 0)
    expect(await lettersTo(asha, 'event_reminder')).toEqual([])
  })

  it('are forgotten some days later', async () => {
    expect((await rows('select 1 from event_reminders')).length).toBeGreaterThan(0)
    await advance((4 * DAY) / 1000)
    await nightlyEventJobs.forget_event_reminders!(env)
    expect(await rows('select 1 from event_reminders')).toEqual([])
  })
})

it('can be turned off where nobody travels in vain for it', async () => {
  const asha = await student()
  const body = { in_app: { event_joined: false }, mail: { event_joined: false } }
  await answer(api('PUT', '/account/preferences/', { as: asha, body }), 200)
  const { errors } = await answer(
    api('PUT', '/account/preferences/', { as: asha, body: { mail: { event_cancelled: false } } }),
    422,
  )
  expect(Object.keys(errors)).toHaveLength(1)
  const { id } = await made(mira)
  await answer(join(asha, id), 200)
  await answer(cancel(mira, id), 200)
  await letters(asha, 'event_cancelled')
  expect([await told(asha, 'event_joined'), await lettersTo(asha, 'event_joined')]).toEqual([[], []])
})
