import { beforeAll, describe, expect, it } from 'vitest'
import { letters, lettersTo } from '../calendars/desk'
import { rows } from '../payments/desk'
import { admin, answer, api, mentor, minor, student, type Person, type Teacher } from '../test/world'
import { at, cancel, crowd, joined, made, shown, told, until } from './desk'

let mira: Teacher
const people: Person[] = []
let young: Person
beforeAll(async () => {
  mira = await mentor({ name: 'Mira' })
  const names = ['Asha Rao', 'Élodie', '=cmd|calc', 'Иван', 'Zed "Q", Jr', '+44 Bea', '@sum', 'Ola']
  for (const name of names) people.push(await student({ name }))
  young = await minor()
})
const guests = (as: Person, id: string, query = '') => api('GET', `/events/${id}/guests/${query}`, { as })
const namesOf = async (id: string, query = '') =>
  (await answer(guests(mira, id, query), 200)).items.map(({ name }: any) => name)
const attend = (as: Person, id: string, guest: string, came: unknown) =>
  api('PUT', `/events/${id}/guests/${guest}/attendance/`, { as, body: { came } })
const followUp = (as: Person, id: string, body: object) => api('POST', `/events/${id}/follow-up/`, { as, body })
const begin = (id: string) => rows('update events set start_time = ? where id = ? returning 1', Date.parse(at(-1)), id)
/** An event that goes on, with everybody there is. */
async function full(): Promise<string> {
  const { id } = await made(mira)
  for (const person of [...people, young]) await joined(person, id)
  await begin(id)
  return id
}

describe('the list', () => {
  it('names guests to the organizer in the order in which they asked, a minor by a number alone', async () => {
    const id = await full()
    const { items, summary } = await answer(guests(mira, id), 200)
    expect(items.map(({ name }: any) => name)).toEqual([...people.map(({ user }) => user.name), null])
    expect(items.at(-1)).toMatchObject({ number: 9, name: null, picture_url: null, display_id: null, came: null })
    expect((await shown(id, young)).rsvp.number).toBe(9)
    expect(items[0]).toMatchObject({ display_id: people[0]!.user.student_id, state: 'going' })
    expect(JSON.stringify(items)).not.toContain('@example.com')
    expect(summary).toMatchObject({ going: 9, waiting: 0, came: 0, did_not_come: 0, unknown: 9, follow_ups: [] })
    expect((await answer(guests(await admin(), id), 200)).items).toHaveLength(9)
  })

  it('is found through by name in any letters and by number, never by the name of a minor, and turns pages', async () => {
    const id = await full()
    const find = (text: string) => namesOf(id, `?search=${encodeURIComponent(text)}`)
    expect(await find('asha')).toEqual(['Asha Rao'])
    expect(await find('иван')).toEqual(['Иван'])
    expect(await find('élodie')).toEqual(['Élodie'])
    expect(await find('9')).toEqual([null])
    expect(await find('Young')).toEqual([])
    expect(await find("' or 1=1 --")).toEqual([])
    expect(await find('%')).toEqual([])
    const seen: string[] = []
    for (let query = '?limit=4'; query;) {
      const page = await answer(guests(mira, id, query), 200)
      seen.push(...page.items.map(({ id: one }: any) => one))
      query = page.next_cursor ? `?limit=4&cursor=${encodeURIComponent(page.next_cursor)}` : ''
    }
    expect([seen.length, new Set(seen).size]).toEqual([9, 9])
  })

  it('is nobody else’s', async () => {
    const { id } = await made(mira)
    const guest = people[0]!
    await joined(guest, id)
    for (const [path, method] of [
      ['guests/', 'GET'],
      ['guests/export/', 'GET'],
    ]) {
      await answer(api(method!, `/events/${id}/${path}`, { as: await mentor() }), 404)
      await answer(api(method!, `/events/${id}/${path}`, { as: guest }), 403)
      await answer(api(method!, `/events/${id}/${path}`), 401)
    }
  })
})

describe('checking in', () => {
  it('counts who came and who did not, until it is said otherwise', async () => {
    const id = await full()
    const { items } = await answer(guests(mira, id), 200)
    const [one, two] = items
    expect(await answer(attend(mira, id, one.id, true), 200)).toMatchObject({ id: one.id, came: true })
    await answer(attend(mira, id, one.id, true), 200)
    await answer(attend(mira, id, two.id, false), 200)
    const now = async () => (await answer(guests(mira, id), 200)).summary
    expect(await now()).toMatchObject({ came: 1, did_not_come: 1, unknown: 7 })
    expect(await namesOf(id, '?came=yes')).toEqual(['Asha Rao'])
    expect(await namesOf(id, '?came=no')).toEqual(['Élodie'])
    expect(await namesOf(id, '?came=unknown')).toHaveLength(7)
    expect((await shown(id, people[0])).rsvp.came).toBe(true)
    await answer(attend(mira, id, two.id, null), 200)
    await answer(api('DELETE', `/events/${id}/rsvp/`, { as: people[0] }), 204)
    expect(await now()).toMatchObject({ going: 8, came: 0, did_not_come: 0, unknown: 8 })
  })

  it('is for the organizer, of people who go, from two hours before', async () => {
    const { id } = await made(mira, { capacity: 1 })
    await joined(people[0]!, id)
    await joined(people[1]!, id)
    const [guest] = (await answer(guests(mira, id), 200)).items
    const [waits] = (await answer(guests(mira, id, '?state=waiting'), 200)).items
    await answer(attend(mira, id, guest.id, true), 409)
    await begin(id)
    await answer(attend(mira, id, waits.id, true), 409)
    await answer(attend(mira, id, 'nobody', true), 404)
    await answer(attend(await mentor(), id, guest.id, true), 404)
    await answer(attend(mira, id, guest.id, 'yes'), 422)
    const other = await made(mira)
    await begin(other.id)
    await answer(attend(mira, other.id, guest.id, true), 404)
    expect((await answer(guests(mira, id), 200)).summary).toMatchObject({ came: 0 })
  })

  it('gives a spreadsheet in which nothing runs', async () => {
    const id = await full()
    const response = await api('GET', `/events/${id}/guests/export/`, { as: mira })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = (await response.text()).split('\r\n')
    expect(lines[0]).toBe('number,name,state,came,since')
    expect(lines[3]).toContain(`"'=cmd|calc"`)
    expect(lines[5]).toContain('"Zed ""Q"", Jr"')
    expect(lines[6]).toContain(`"'+44 Bea"`)
    expect(lines[7]).toContain(`"'@sum"`)
    expect(lines[9]).toMatch(/^9,,going,,/)
  })
})

describe('a follow-up', () => {
  it('reaches those who came, or all who go, by notification and mail, twice each at most', async () => {
    const id = await full()
    const [came, missed] = people as [Person, Person]
    const { items } = await answer(guests(mira, id), 200)
    expect((await answer(followUp(mira, id, { text: 'Slides', to: 'came' }), 409)).code).toBe('state_conflict')
    await answer(attend(mira, id, items[0].id, true), 200)
    const text = 'The slides: https://example.com/slides\n\n<b>Thanks</b>'
    expect(await answer(followUp(mira, id, { text, to: 'came' }), 201)).toMatchObject({ to: 'came', text })
    const [letter] = await letters(came, 'event_follow_up')
    expect(letter!.text).toContain('https://example.com/slides')
    expect(letter!.text).toContain('Mira writes to the guests of')
    expect(await told(missed, 'event_follow_up')).toEqual([])
    await answer(followUp(mira, id, { text: 'To all', to: 'going' }), 201)
    await letters(missed, 'event_follow_up')
    await until(async () => (await told(young, 'event_follow_up')).length === 1)
    const more = await Promise.all([1, 2, 3].map((i) => followUp(mira, id, { text: `More ${i}`, to: 'going' })))
    expect(more.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    const { summary } = await answer(guests(mira, id), 200)
    expect(summary.follow_ups.map(({ to }: any) => to)).toEqual(['came', 'going', 'going'])
    expect(await lettersTo(came, 'event_follow_up')).not.toEqual([])
  })

  it('is the organizer’s, of an event that takes place and that somebody goes to', async () => {
    const { id } = await made(mira)
    const body = { text: 'Hello', to: 'going' }
    await answer(followUp(mira, id, body), 409)
    await crowd(id, people)
    await answer(followUp(await mentor(), id, body), 404)
    await answer(followUp(await admin(), id, body), 404)
    await answer(followUp(people[0]!, id, body), 403)
    for (const bad of [
      { text: ' ', to: 'going' },
      { text: 'x'.repeat(2001), to: 'going' },
      { text: 'x', to: 'all' },
    ])
      await answer(followUp(mira, id, bad), 422)
    await answer(cancel(mira, id), 200)
    await answer(followUp(mira, id, body), 409)
    expect(await rows('select 1 from event_follow_ups where event_id = ?', id)).toEqual([])
  })
})
