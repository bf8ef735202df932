import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '../payments/desk'
import { admin, answer, api, mentor, minor, newcomer, student, type Person, type Teacher } from '../test/world'
import * as desk from './desk'

const { at, change, crowd, join, joined, leave, made, shown, stateOf, told } = desk

let mira: Teacher
const people: Person[] = []
beforeAll(async () => {
  mira = await mentor({ name: 'Mira' })
  for (let i = 0; i < 9; i++) people.push(await student({ name: `Guest ${i}` }))
})
const counts = async (id: string) => {
  const { going, waiting, seats_left } = await shown(id)
  return { going, waiting, seats_left }
}
const attendees = (as: Person, id: string, query = '') => api('GET', `/events/${id}/attendees/${query}`, { as })
/** In the order in which they wait. */
const line = async (id: string) =>
  (
    await rows<{ account_id: string }>(
      "select account_id from event_rsvps where event_id = ? and state = 'waiting' order by line",
      id,
    )
  ).map(({ account_id }) => account_id)

describe('seats', () => {
  it('are as many as there are, whoever runs: the others wait in order, nobody is in twice', async () => {
    const { id } = await made(mira, { capacity: 3 })
    const racers = [...people, ...people, ...people.toReversed()]
    const got = await Promise.all(racers.map((person) => joined(person, id)))
    expect(got.every(({ rsvp }) => rsvp !== null)).toBe(true)
    const states = await Promise.all(people.map((person) => stateOf(person, id)))
    expect(states.filter((state) => state === 'going')).toHaveLength(3)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(6)
    expect(await counts(id)).toEqual({ going: 3, waiting: 6, seats_left: 0 })
    const places = await Promise.all(people.map(async (person) => (await shown(id, person)).rsvp.place_in_line))
    expect(places.filter((place) => place !== null).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
    expect(await rows('select 1 from event_rsvps where event_id = ?', id)).toHaveLength(9)
  })

  it('that come free go to the first who waits in the same write, who is told at once', async () => {
    const { id } = await made(mira, { capacity: 1 })
    const [first, second, third] = people as [Person, Person, Person]
    for (const person of [first, second, third]) await joined(person, id)
    expect((await shown(id, third)).rsvp).toMatchObject({ state: 'waiting', place_in_line: 2 })
    await answer(leave(first, id), 204)
    expect(await stateOf(second, id)).toBe('going')
    expect((await shown(id, third)).rsvp).toMatchObject({ state: 'waiting', place_in_line: 1 })
    await desk.until(async () => (await told(second, 'event_promoted')).length === 1)
    expect(await told(third, 'event_promoted')).toEqual([])
    // Whoever comes back asks anew.
    await joined(first, id)
    expect((await shown(id, first)).rsvp).toMatchObject({ state: 'waiting', place_in_line: 2, show_name: false })
    await answer(leave(first, id), 204)
    await answer(leave(first, id), 204)
    expect(await counts(id)).toEqual({ going: 1, waiting: 1, seats_left: 0 })
  })

  it('are never more while people come and go at the same moment, and counters equal the rows', async () => {
    const { id } = await made(mira, { capacity: 2 })
    for (let round = 0; round < 3; round++)
      await Promise.all(people.map((person, i) => ((i + round) % 3 === 0 ? leave(person, id) : join(person, id))))
    const [row] = await rows<{ going: number; waiting: number }>(
      "select sum(state = 'going') as going, sum(state = 'waiting') as waiting from event_rsvps where event_id = ?",
      id,
    )
    expect(row!.going).toBe(2)
    expect(await counts(id)).toMatchObject(row!)
  })

  it('that are added go to as many as fit, in order', async () => {
    const { id } = await made(mira, { capacity: 1 })
    for (const person of people) await joined(person, id)
    const waiting = await line(id)
    await answer(change(mira, id, { capacity: 4 }), 200)
    expect(await counts(id)).toEqual({ going: 4, waiting: 5, seats_left: 0 })
    expect(await line(id)).toEqual(waiting.slice(3))
    await desk.until(async () => {
      const all = await Promise.all(people.map((person) => told(person, 'event_promoted')))
      return all.flat().filter(({ link }) => link === `/events/${id}`).length === 3
    })
    await answer(change(mira, id, { capacity: null }), 200)
    expect(await counts(id)).toEqual({ going: 9, waiting: 0, seats_left: null })
    expect(Object.keys((await answer(change(mira, id, { capacity: 8 }), 422)).errors)).toEqual(['capacity'])
    expect(await counts(id)).toEqual({ going: 9, waiting: 0, seats_left: null })
  })

  it('cannot be fewer than the people going, not even where they come while it is changed', async () => {
    const { id } = await made(mira, { capacity: 9 })
    await Promise.all([...people.map((person) => join(person, id)), change(mira, id, { capacity: 5 })])
    const { going, capacity } = await shown(id)
    expect(going).toBeLessThanOrEqual(capacity)
    await expect(rows('update events set capacity = 1 where id = ? returning 1', id)).rejects.toThrow('no seat left')
  })
})

describe('who may come', () => {
  it('is anybody with a proven address, also a minor; not its organizer, for they are there', async () => {
    const { id } = await made(mira)
    expect((await answer(api('PUT', `/events/${id}/rsvp/`, { body: {} }), 401)).code).toBe('not_signed_in')
    expect((await answer(join(await newcomer(), id), 403)).code).toBe('email_unverified')
    expect((await joined(await minor(), id)).rsvp.state).toBe('going')
    expect((await answer(join(mira, id), 409)).detail).toContain('your own event')
    expect((await joined(await student({ date_of_birth: undefined }), id)).rsvp.state).toBe('going')
  })

  it('is nobody where it is a draft, cancelled or over; what is online can be joined late', async () => {
    const [asha] = people as [Person]
    const draft = await made(mira, { is_published: false })
    await answer(join(asha, draft.id), 404)
    await answer(join(asha, 'nothing'), 404)
    const online = await made(mira)
    const there = await made(mira, { location: 'Hall' })
    const begun = 'update events set start_time = 1 where id in (?, ?) returning 1'
    await rows(begun, online.id, there.id)
    await joined(asha, online.id)
    expect((await answer(join(asha, there.id), 409)).detail).toBe('It has begun.')
    await rows('update events set end_time = 2 where id in (?, ?) returning 1', online.id, there.id)
    expect((await answer(join(people[1]!, online.id), 409)).detail).toBe('It is over.')
    expect((await answer(leave(asha, online.id), 409)).detail).toBe('It is over.')
    const off = await made(mira)
    await crowd(off.id, [asha])
    await answer(desk.cancel(mira, off.id), 200)
    expect((await answer(join(people[1]!, off.id), 409)).detail).toBe('It is cancelled.')
  })

  it('is nobody with a block between them and the organizer, whose events they do not meet in lists', async () => {
    const [one, other, kept] = [await student(), await student(), await student()]
    const teacher = await mentor()
    const { id } = await made(teacher)
    await joined(kept, id)
    await desk.block(teacher, one.user.student_id)
    await desk.block(other, teacher.mentor_id)
    await desk.block(teacher, kept.user.student_id)
    for (const person of [one, other]) {
      expect((await answer(join(person, id), 409)).code).toBe('undeliverable')
      expect(await desk.idsIn(`?organizer=${teacher.mentor_id}`, person)).toEqual([])
      expect((await shown(id, person)).id).toBe(id)
    }
    // A block cancels nothing that was agreed.
    expect(await stateOf(kept, id)).toBe('going')
    expect(await desk.idsIn('?mine=going', kept)).toContain(id)
  })
})

describe('the link', () => {
  it('is for those who are going, its organizer and admins, and for nobody else', async () => {
    const online_link = 'https://meet.example.com/secret-room'
    const { id } = await made(mira, { online_link, capacity: 1 })
    const [goes, waits] = people as [Person, Person]
    await joined(goes, id)
    await joined(waits, id)
    for (const who of [goes, mira, await admin()]) expect((await shown(id, who)).online_link).toBe(online_link)
    for (const who of [undefined, waits, await mentor()]) {
      expect(await shown(id, who)).toMatchObject({ online_link: null, has_online_link: true })
      const everything = [
        JSON.stringify(await shown(id, who)),
        JSON.stringify(await desk.list('?limit=100', who)),
        await (await api('GET', `/events/${id}/calendar/`, { as: who })).text(),
      ]
      expect(everything.join()).not.toContain('secret-room')
    }
    await answer(leave(goes, id), 204)
    expect((await shown(id, goes)).online_link).toBeNull()
    expect((await shown(id, waits)).online_link).toBe(online_link)
  })
})

describe('who is going', () => {
  it('is seen by those who go, of those adults who say so, where the organizer shows names', async () => {
    const { id } = await made(mira, { guests: 'names', capacity: 4 })
    const [seen, quiet, waits] = people as [Person, Person, Person]
    const young = await minor()
    await joined(seen, id, { show_name: true })
    await joined(quiet, id)
    await joined(young, id, { show_name: true })
    const unasked = await student({ date_of_birth: undefined, name: 'Nobody Asked' })
    await joined(unasked, id, { show_name: true })
    await joined(waits, id, { show_name: true })
    const page = await answer(attendees(quiet, id), 200)
    expect(page).toEqual({ items: [{ name: 'Guest 0', picture_url: null }], next_cursor: null, going: 4 })
    for (const who of [waits, people[5]!, await mentor()]) await answer(attendees(who, id), 404)
    await answer(api('GET', `/events/${id}/attendees/`), 401)
    expect((await answer(attendees(mira, id), 200)).items).toHaveLength(1)
    // Each may change their mind.
    await joined(seen, id, { show_name: false })
    await joined(quiet, id, { show_name: true })
    await joined(quiet, id)
    expect((await answer(attendees(seen, id), 200)).items.map(({ name }: any) => name)).toEqual(['Guest 1'])
    await desk.block(quiet, seen.user.student_id)
    expect((await answer(attendees(seen, id), 200)).items).toEqual([])
    await answer(api('DELETE', `/blocks/${seen.user.student_id}/`, { as: quiet }), 204)
  })

  it('is a number alone where the organizer says so', async () => {
    const { id } = await made(mira, { guests: 'counts' })
    await joined(people[0]!, id, { show_name: true })
    expect(await answer(attendees(people[0]!, id), 200)).toEqual({ items: [], next_cursor: null, going: 1 })
    expect((await shown(id, people[0])).sees_guests).toBe(false)
  })

  it('comes in pages without gap or repeat', async () => {
    const { id } = await made(mira)
    for (const person of people) await joined(person, id, { show_name: true })
    const names: string[] = []
    for (let query = '?limit=4'; query;) {
      const page = await answer(attendees(people[0]!, id, query), 200)
      names.push(...page.items.map(({ name }: any) => name))
      query = page.next_cursor ? `?limit=4&cursor=${encodeURIComponent(page.next_cursor)}` : ''
    }
    expect(names).toEqual(people.map((_, i) => `Guest ${i}`))
  })
})

it('refuses what it does not know, and changes nothing', async () => {
  const { id } = await made(mira, { start_time: at(10), end_time: at(11) })
  for (const body of [{ state: 'going' }, { show_name: 'yes' }, { account_id: mira.user.id }])
    await answer(join(people[0]!, id, body), 422)
  expect(await rows('select 1 from event_rsvps where event_id = ?', id)).toEqual([])
})
