import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { drainOutbox } from '../lib/outbox'
import { connect } from '../test/peer'
import { answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import type { BookingData } from './kind'
import { notify, type Notice } from './notifications.data'

const db = unmetered(env)
const approved = (who: Person, cause: string): Notice => ({
  person: who.user.id,
  kind: 'mentor_approved',
  cause,
  data: {},
})
const tell = async (notice: Notice, when = sql`true`) => {
  await write(db, notify(db, notice, now(), when))
  await drainOutbox(env)
}
const listOf = (as: Person, query = '') => answer(api('GET', `/notifications/${query}`, { as }), 200)
const counter = () => env.DB.prepare("select value from counters where name = 'notification'").first<number>('value')

let asha: Person
let mira: Teacher
beforeAll(async () => {
  ;[asha, mira] = [await student({ time_zone: 'America/New_York' }), await mentor()]
})

describe('telling a person', () => {
  it('shows it on the open socket at once and in the list', async () => {
    const inbox = await connect('/inbox/', asha)
    expect(inbox.hello).toMatchObject({ v: 1, unread: 0 })
    await tell(approved(asha, 'first'))
    const { item } = await inbox.next({ type: 'notification' })
    await inbox.next({ type: 'unread', total: 1 })
    const { items, unread } = await listOf(asha)
    expect([items, unread]).toEqual([[item], 1])
    expect(item).toMatchObject({
      kind: 'mentor_approved',
      notification_type: 'success',
      is_read: false,
      link: '/availability',
    })
    expect((await connect('/inbox/', asha)).hello.unread).toBe(1)
  })

  it('of one cause happens once, and leaves no gap in the formal ids', async () => {
    const before = (await counter())!
    const notices = Array.from({ length: 20 }, (_, i) => tell(approved(mira, `cause ${i % 10}`)))
    await Promise.all([...notices, tell(approved(mira, 'never'), sql`1 = 2`)])
    const { results } = await env.DB.prepare('select formal_id from notifications order by formal_id').all<{
      formal_id: string
    }>()
    const numbers = results.map(({ formal_id }) => Number(formal_id.slice(1)))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect(await counter()).toBe(numbers.length)
    expect(numbers.length - before).toBe(10)
    expect(results[0]!.formal_id).toMatch(/^N\d{6}$/)
  })

  it('names times in the zone of the reader', async () => {
    const data: BookingData = {
      reader: 'student',
      booking_id: 'b1',
      offer_title: 'Mock interview',
      start_time: '2026-11-24T09:00:00.000Z',
      mentor_name: 'Mira Joshi',
      student_name: 'Asha',
      mentor_zone: 'Asia/Kathmandu',
      student_zone: 'America/New_York',
      amount_minor: 150_000,
      currency: 'INR',
    }
    await tell({ person: asha.user.id, kind: 'booking_confirmed', cause: 'booking:b1:confirmed', data })
    const { items } = await listOf(asha)
    expect(items[0].message).toBe(
      'Your session “Mock interview” with Mira Joshi is confirmed: Tue, 24 Nov 2026, 4:00 AM EST.',
    )
    expect(items[0].link).toBe('/sessions/b1')
  })
})

describe('reading', () => {
  it('takes one, then all, and every device hears the count', async () => {
    const reader = await student()
    for (const cause of ['a', 'b', 'c']) await tell(approved(reader, cause))
    const phone = await connect('/inbox/', reader)
    const { items } = await listOf(reader)
    const one = await answer(api('POST', '/notifications/read/', { as: reader, body: { ids: [items[1].id] } }), 200)
    expect(one).toEqual({ unread: 2 })
    await phone.next({ type: 'unread', total: 2 })
    expect((await listOf(reader)).items.map((item: any) => item.is_read)).toEqual([false, true, false])
    expect(await answer(api('POST', '/notifications/read/', { as: reader }), 200)).toEqual({ unread: 0 })
    await phone.next({ type: 'unread', total: 0 })
  })

  it('does not reach what belongs to somebody else', async () => {
    const [owner, other] = [await student(), await student()]
    await tell(approved(owner, 'mine'))
    const [{ id }] = (await listOf(owner)).items
    expect(await answer(api('POST', '/notifications/read/', { as: other, body: { ids: [id] } }), 200)).toEqual({
      unread: 0,
    })
    expect((await listOf(owner)).unread).toBe(1)
  })

  it('pages from the newest to the oldest without repeating', async () => {
    const reader = await student()
    for (const cause of ['1', '2', '3', '4', '5']) await tell(approved(reader, cause))
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: any = await listOf(reader, `?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      seen.push(...page.items.map((item: any) => item.formal_id))
      cursor = page.next_cursor
    }
    expect(seen).toHaveLength(5)
    expect(seen).toEqual(seen.toSorted().toReversed())
  })
})

describe('the inbox socket', () => {
  it('answers pings, tells of bad frames and ends at the third', async () => {
    const inbox = await connect('/inbox/', asha)
    inbox.send('{"type":"ping"}')
    await inbox.next({ type: 'pong' })
    for (const frame of ['nonsense', '{"type":"send"}', '[]']) inbox.send(frame)
    await inbox.next({ type: 'error', code: 'malformed_json' })
    await inbox.next({ type: 'error', code: 'invalid_input' })
    expect(await inbox.closed).toBe(4400)
    const large = await connect('/inbox/', asha)
    large.send(`{"type":"ping"}${' '.repeat(65_536)}`)
    expect(await large.closed).toBe(4413)
  })
})

it('the list can be of what is unread alone', async () => {
  const ravi = await student()
  for (const cause of ['one', 'two', 'three']) await tell(approved(ravi, cause))
  const { items } = await listOf(ravi)
  await answer(api('POST', '/notifications/read/', { as: ravi, body: { ids: [items[1].id] } }), 200)
  const unread = await listOf(ravi, '?unread=true&limit=1')
  expect(unread.items).toEqual([items[0]])
  const rest = await listOf(ravi, `?unread=true&cursor=${encodeURIComponent(unread.next_cursor)}`)
  expect([rest.items, rest.next_cursor, rest.unread]).toEqual([[items[2]], null, 2])
})
