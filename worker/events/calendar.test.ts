import { beforeAll, describe, expect, it } from 'vitest'
import { events, openFeed, type Read } from '../calendars/desk'
import { answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import { strings } from '../test/naughty'
import { at, cancel, change, crowd, joined, leave, made } from './desk'

let mira: Teacher
let asha: Person
beforeAll(async () => {
  ;[mira, asha] = [await mentor({ name: 'Mira' }), await student()]
})
const file = (id: string, as?: Person) => api('GET', `/events/${id}/calendar/`, { as })
/** The one event of a file, of which two parsers say the same. */
async function read(id: string, as?: Person): Promise<Read & { method: string | null }> {
  const { method, all } = events(await (await file(id, as)).text())
  expect(all).toHaveLength(1)
  return { method, ...all[0]! }
}
const feed = async (as: Person) => {
  const { url } = await openFeed(as)
  return events(await (await api('GET', new URL(url).pathname.replace('/api', ''))).text()).all
}

describe('the calendar file of an event', () => {
  it('keeps its name, and each change is told with a higher number, to a guest and to a visitor', async () => {
    const plan = { title: 'Go; C, C++ ₹', description: 'One\nTwo; three, four', location: 'Room 4, left' }
    const { id, start_time, end_time } = await made(mira, plan)
    const [mine, everybodys]: Read[][] = [[], []]
    const look = async () => {
      mine!.push(await read(id, asha))
      everybodys!.push(await read(id))
    }
    await look()
    await joined(asha, id)
    await look()
    await answer(change(mira, id, { start_time: at(90), end_time: at(92) }), 200)
    await look()
    await answer(change(mira, id, { description: 'Other' }), 200)
    await look()
    await answer(cancel(mira, id), 200)
    await look()
    expect(mine![0]).toMatchObject({ title: 'Go; C, C++ ₹', start: start_time, end: end_time, status: 'CONFIRMED' })
    expect(mine![0]!.description).toContain('One\nTwo; three, four')
    expect(mine!.map(({ uid }) => uid)).toEqual(Array(5).fill(`${id}@localhost`))
    for (const told of [mine!, everybodys!]) {
      for (const [i, { sequence }] of told.slice(2).entries()) expect(sequence).toBeGreaterThan(told[i + 1]!.sequence)
      expect(told.at(-1)).toMatchObject({ status: 'CANCELLED', method: 'CANCEL' })
    }
    const response = await file(id)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('attachment; filename="cancelled.ics"')
  })

  it('is taken out for whoever leaves, put in again for whoever comes back, and believed each time', async () => {
    const { id } = await made(mira)
    await joined(asha, id)
    const told = [await read(id, asha)]
    await answer(leave(asha, id), 204)
    told.push(await read(id, asha))
    await joined(asha, id)
    told.push(await read(id, asha))
    expect(told.map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED'])
    for (const [i, { sequence }] of told.slice(1).entries()) expect(sequence).toBeGreaterThan(told[i]!.sequence)
  })

  it('of a draft is for nobody', async () => {
    const { id } = await made(mira, { is_published: false })
    for (const who of [undefined, asha, mira]) await answer(file(id, who), 404)
    await answer(file('nothing'), 404)
  })

  it('holds any text as two parsers read it', async () => {
    // node-ical takes an escaped backslash before an n for a line break, so it is not asked about those.
    const texts = strings.filter((text) => text.trim() !== '' && text.isWellFormed() && !text.includes('\\'))
    for (let i = 0; i < texts.length; i += 60) {
      const description = texts
        .slice(i, i + 60)
        .join('\n')
        .slice(0, 4900)
        .toWellFormed()
      const { id } = await made(mira, {
        description,
        location: texts[i]!.slice(0, 100).toWellFormed(),
        place: 'online',
      })
      const text = await (await file(id)).text()
      expect(events(text).all).toHaveLength(1)
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    }
  })
})

it('stands in the private feed of those who go and of its organizer, not of those who wait', async () => {
  const teacher = await mentor()
  const waits = await student()
  const one = await made(teacher, { capacity: 1, online_link: 'https://meet.example.com/r' })
  const off = await made(teacher)
  await made(teacher, { is_published: false })
  await crowd(off.id, [asha])
  await joined(asha, one.id)
  await joined(waits, one.id)
  await answer(cancel(teacher, off.id), 200)
  const mine = (await feed(asha)).filter(({ uid }) => [one.id, off.id].some((id) => uid.startsWith(id)))
  expect(mine.map(({ uid, status }) => [uid, status]).toSorted()).toEqual(
    [
      [`${one.id}@localhost`, 'CONFIRMED'],
      [`${off.id}@localhost`, 'CANCELLED'],
    ].toSorted(),
  )
  expect((await feed(teacher)).map(({ status }) => status).toSorted()).toEqual(['CANCELLED', 'CONFIRMED'])
  expect(await feed(waits)).toEqual([])
})
