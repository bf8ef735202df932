import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkout, rows } from '../payments/desk'
import { answer, api, freeSlots, hold, mentor, ORIGIN, student, type Person, type Teacher } from '../test/world'
import { book, calendarFile, eventOf, events, letters, openFeed } from './desk'

const FREE = { kind: 'intro', amount_minor: 0, most_per_student: 5 }
const cancel = (as: Person, id: string) => answer(api('POST', `/bookings/${id}/cancel/`, { as, body: {} }), 200)
const move = async (as: Person, teacher: Teacher, id: string, nth: number): Promise<string> => {
  const { start_time } = (await freeSlots(teacher))[nth]!
  await answer(api('POST', `/bookings/${id}/reschedule/`, { as, body: { start_time } }), 200)
  return start_time
}

describe('the calendar file of a session', () => {
  it('keeps its name through the whole life, and each change is told with a higher number', async () => {
    const asha = await student({ name: 'Asha' })
    const mira = await mentor({ name: 'Mira' }, { ...FREE, needs_confirmation: true, title: 'Go; C, C++ ₹' })
    const { booking } = await hold(asha, mira, 40)
    const told = [await eventOf(asha, booking.id)]
    await answer(api('POST', `/bookings/${booking.id}/confirm/`, { as: mira }), 200)
    told.push(await eventOf(asha, booking.id))
    const { start_time } = (await freeSlots(mira))[45]!
    const wish = api('POST', `/bookings/${booking.id}/reschedule/`, { as: mira, body: { start_time } })
    const { move: asked } = await answer(wish, 200)
    await answer(
      api('POST', `/bookings/${booking.id}/moves/${asked.id}/`, { as: asha, body: { answer: 'accept' } }),
      200,
    )
    told.push(await eventOf(asha, booking.id))
    await cancel(asha, booking.id)
    told.push(await eventOf(asha, booking.id))

    expect(new Set(told.map(({ uid }) => uid))).toEqual(new Set([`${booking.id}@localhost`]))
    expect(told.map(({ status }) => status)).toEqual(['TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    expect(told.map(({ method }) => method)).toEqual(['PUBLISH', 'PUBLISH', 'PUBLISH', 'CANCEL'])
    const numbers = told.map(({ sequence }) => sequence)
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
    expect(told[0]).toMatchObject({ title: 'Go; C, C++ ₹ with Mira', start: booking.start_time, end: booking.end_time })
    expect(told[2]!.start).toBe(start_time)
    expect((await eventOf(mira, booking.id)).title).toBe('Go; C, C++ ₹ with Asha')
  })

  it('is for its two people alone, and there is none of a time that is only held', async () => {
    const [asha, mira] = [await student(), await mentor()]
    const { booking } = await hold(asha, mira)
    expect((await answer(calendarFile(asha, booking.id), 409)).code).toBe('state_conflict')
    await answer(calendarFile(await student(), booking.id), 404)
    await answer(api('GET', `/bookings/${booking.id}/calendar.ics/`), 401)
    const other = await hold(asha, await mentor({}, FREE), 6)
    const file = await calendarFile(asha, other.booking.id)
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(file.headers.get('content-disposition')).toContain('attachment; filename="session.ics"')
    expect(file.headers.get('cache-control')).toBe('no-store')
  })

  it('shows a group to its mentor once, until the last seat is given back', async () => {
    const ravi = await mentor({}, { kind: 'group', seats: 3, amount_minor: 0, title: 'Circle' })
    const [one, two] = [await student(), await student()]
    const first = await hold(one, ravi, 40)
    const alone = await eventOf(ravi, first.booking.id)
    const second = { booking: await book(two, ravi, first.booking.start_time) }
    expect(second.booking.room_id).toBe(first.booking.room_id)
    const both = await eventOf(ravi, second.booking.id)
    await cancel(one, first.booking.id)
    const left = await eventOf(ravi, first.booking.id)
    await cancel(two, second.booking.id)
    const empty = await eventOf(ravi, second.booking.id)
    const told = [alone, both, left, empty]
    expect(new Set(told.map(({ uid }) => uid)).size).toBe(1)
    expect(told.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    for (const [i, { sequence }] of told.slice(1).entries()) expect(sequence).toBeGreaterThan(told[i]!.sequence)
    expect((await eventOf(one, first.booking.id)).status).toBe('CANCELLED')
    expect(alone.title).toBe('Circle')
  })
})

describe('a mail about a session', () => {
  it('carries it as it stands: asked into the calendar, moved, taken out again', async () => {
    const [asha, mira] = [await student(), await mentor({}, FREE)]
    const { booking } = await hold(asha, mira, 40)
    const [confirmed] = await letters(asha, 'booking_confirmed')
    const start = await move(asha, mira, booking.id, 45)
    const [moved] = await letters(mira, 'booking_moved')
    await cancel(mira, booking.id)
    const [cancelled] = await letters(asha, 'booking_cancelled')
    const files = [confirmed, moved, cancelled].map((letter) => {
      const [file, ...more] = letter!.attachments
      expect(more).toEqual([])
      return { type: file!.content_type, text: file!.content, ...events(file!.content) }
    })
    expect(files.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    for (const { type, method } of files) expect(type).toBe(`text/calendar; charset=utf-8; method=${method}`)
    const [one, two, three] = files.map(({ all }) => all[0]!)
    expect([one!.uid, two!.uid, three!.uid]).toEqual(Array(3).fill(`${booking.id}@localhost`))
    expect([one!.start, two!.start, three!.status]).toEqual([booking.start_time, start, 'CANCELLED'])
    expect(one!.sequence < two!.sequence && two!.sequence < three!.sequence).toBe(true)
    expect(files[0]!.text.replaceAll('\r\n ', '')).toContain(`mailto:${asha.email}`)
    expect(files[0]!.text.replaceAll('\r\n ', '')).not.toContain(mira.email)
  })

  it('shows what it carries in the mailbox of a development world', async () => {
    const [asha, mira] = [await student(), await mentor({}, FREE)]
    await hold(asha, mira, 40)
    await letters(asha, 'booking_confirmed')
    const { items } = await answer(
      SELF.fetch(`${ORIGIN}/sandbox/mailbox/?to=${asha.email}`, { headers: { accept: 'application/json' } }),
      200,
    )
    const letter = items.find(({ kind }: { kind: string }) => kind === 'booking_confirmed')
    expect(letter.attachments).toMatchObject([{ name: 'session.ics' }])
  })
})

describe('a feed', () => {
  let asha: Person
  let mira: Teacher
  let url: string
  const read = (address: string): Promise<Response> => api('GET', new URL(address).pathname.replace('/api', ''))
  beforeAll(async () => {
    ;[asha, mira] = [await student({ name: 'Asha' }), await mentor({ name: 'Mira' }, FREE)]
  })

  it('shows my sessions on both sides to whoever knows its address, and nothing of others', async () => {
    const { booking } = await hold(asha, mira, 40)
    const gone = await hold(asha, mira, 46)
    await cancel(asha, gone.booking.id)
    await checkout(asha, await mentor(), 60)
    await hold(await student(), mira, 50)
    expect((await answer(api('GET', '/calendar-feed/', { as: asha }), 200)).created_at).toBeNull()
    const opened = await openFeed(asha)
    url = opened.url
    expect(url).toMatch(/^http:\/\/localhost:8787\/api\/calendar-feed\/[\w-]{43}\.ics$/)
    expect(await answer(api('GET', '/calendar-feed/', { as: asha }), 200)).toEqual({ created_at: opened.created_at })

    const response = await read(url)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const text = await response.text()
    const { method, all } = events(text)
    expect(method).toBe('PUBLISH')
    expect(all.map(({ uid, status }) => [uid, status]).toSorted()).toEqual(
      [
        [`${booking.id}@localhost`, 'CONFIRMED'],
        [`${gone.booking.id}@localhost`, 'CANCELLED'],
      ].toSorted(),
    )
    for (const word of [mira.email, asha.email, mira.user.id]) expect(text).not.toContain(word)
    const theirs = events(await (await read((await openFeed(mira)).url)).text())
    expect(theirs.all).toHaveLength(3)
  })

  it('is known to nobody by what is stored', async () => {
    const token = /([\w-]{43})\.ics$/.exec(url)![1]!
    for (const table of ['calendar_feeds', 'attempts', 'idempotency', 'outbox'])
      expect(JSON.stringify(await rows(`select * from ${table}`))).not.toContain(token)
  })

  it('ends when its person says so, takes another address or may not enter', async () => {
    await answer(read(url.replace('.ics', 'x.ics')), 404)
    await answer(read(`${ORIGIN}/api/calendar-feed/${'x'.repeat(43)}.ics`), 404)
    const { url: next } = await openFeed(asha)
    await answer(read(url), 404)
    expect((await read(next)).status).toBe(200)
    await env.DB.prepare('update accounts set suspended_at = 1 where id = ?').bind(asha.user.id).run()
    await answer(read(next), 404)
    await env.DB.prepare('update accounts set suspended_at = null where id = ?').bind(asha.user.id).run()
    await answer(api('DELETE', '/calendar-feed/', { as: asha }), 204)
    await answer(read(next), 404)
    await answer(api('DELETE', '/calendar-feed/', { as: asha }), 204)
  })

  it('can be read often, but not without end, and one does not use up another', async () => {
    const [one, other] = [await openFeed(await student()), await openFeed(mira)]
    const statuses = []
    for (let i = 0; i < 121; i++) statuses.push((await read(one.url)).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(120)
    expect(statuses.at(-1)).toBe(429)
    expect((await read(other.url)).status).toBe(200)
  })
})
