import { beforeAll, expect, it } from 'vitest'
import { rows } from '../payments/desk'
import { answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import { at, change, crowd, event, made, shown } from './desk'

let mira: Teacher
let asha: Person
beforeAll(async () => {
  ;[mira, asha] = [await mentor(), await student()]
})
const repeat = (as: Person, id: string, body: object) => api('POST', `/events/${id}/repeat/`, { as, body })
const startsOf = (items: { start_time: string }[]) => items.map(({ start_time }) => new Date(start_time).toISOString())

it('keeps its wall time over a change of the clocks, each event on its own', async () => {
  const plan = { start_time: '2038-03-10T23:00:00Z', end_time: '2038-03-11T00:30:00Z', time_zone: 'America/New_York' }
  const first = await made(mira, { ...plan, capacity: 4, repeat: { every: 'week', count: 2 } })
  expect(startsOf(first.repeats)).toEqual(['2038-03-17T22:00:00.000Z', '2038-03-24T22:00:00.000Z'])
  const second = await shown(first.repeats[0].id)
  expect(second).toMatchObject({ title: first.title, capacity: 4, end_time: '2038-03-17T23:30:00.000Z', going: 0 })
  await answer(change(mira, first.id, { title: 'Only this one' }), 200)
  expect((await shown(second.id)).title).toBe(first.title)
})

it('lands behind a gap, and at the first of two equal times, also where the clocks move by half an hour', async () => {
  const lord = {
    start_time: '2038-09-25T15:45:00Z',
    end_time: '2038-09-25T16:45:00Z',
    time_zone: 'Australia/Lord_Howe',
  }
  const howe = await made(mira, { ...lord, repeat: { every: 'week', count: 2 } })
  expect(startsOf(howe.repeats)).toEqual(['2038-10-02T15:30:00.000Z', '2038-10-09T15:15:00.000Z'])
  const john = { start_time: '2038-10-31T04:00:00Z', end_time: '2038-10-31T05:00:00Z', time_zone: 'America/St_Johns' }
  const stJohns = await made(mira, john)
  const { items } = await answer(repeat(mira, stJohns.id, { every: 'week', count: 1 }), 201)
  expect(startsOf(items)).toEqual(['2038-11-07T04:00:00.000Z'])
})

it('repeats what took place from now on, as published as it was', async () => {
  const { id } = await made(mira, { is_published: true })
  await rows(
    'update events set start_time = start_time - 8640000000, end_time = end_time - 8640000000 where id = ? returning 1',
    id,
  )
  const { items } = await answer(repeat(mira, id, { every: 'two_weeks', count: 3 }), 201)
  for (const one of items) expect(await shown(one.id)).toMatchObject({ is_published: true, is_upcoming: true })
  const draft = await made(mira, { is_published: false })
  const more = await answer(repeat(mira, draft.id, { every: 'month', count: 2 }), 201)
  for (const one of more.items) await answer(event(one.id), 404)
})

it('duplicates as a draft that has nothing of the people', async () => {
  const { id } = await made(mira, { capacity: 9, location: 'Hall', online_link: 'https://meet.example.com/x' })
  await crowd(id, [asha])
  const copy = await answer(api('POST', `/events/${id}/duplicate/`, { as: mira }), 201)
  expect(copy).toMatchObject({ is_published: false, going: 0, capacity: 9, location: 'Hall', is_cancelled: false })
  expect(copy.online_link).toBe('https://meet.example.com/x')
  expect(copy.id).not.toBe(id)
})

it('is for the organizer alone', async () => {
  const { id } = await made(mira)
  const other = await mentor()
  await answer(repeat(other, id, { every: 'week', count: 1 }), 404)
  await answer(api('POST', `/events/${id}/duplicate/`, { as: other }), 404)
  await answer(api('POST', `/events/${id}/duplicate/`, { as: asha }), 403)
  for (const body of [{ every: 'week', count: 0 }, { every: 'week', count: 53 }, { every: 'year', count: 1 }, {}])
    await answer(repeat(mira, id, body), 422)
})

it('ends at 200 events that are not over: all of them or none', async () => {
  const busy = await mentor()
  const { id } = await made(busy, { repeat: { every: 'week', count: 52 } })
  for (const count of [52, 52]) await answer(repeat(busy, id, { every: 'month', count }), 201)
  const count = async () => (await rows('select 1 from events where organizer_account_id = ?', busy.user.id)).length
  expect(await count()).toBe(157)
  expect((await answer(repeat(busy, id, { every: 'week', count: 52 }), 409)).code).toBe('limit_reached')
  expect(await count()).toBe(157)
  await answer(repeat(busy, id, { every: 'week', count: 43 }), 201)
  expect((await answer(api('POST', `/events/${id}/duplicate/`, { as: busy }), 409)).code).toBe('limit_reached')
  const body = { title: 'One more', start_time: at(5), end_time: at(6) }
  expect((await answer(api('POST', '/events/', { as: busy, body }), 409)).code).toBe('limit_reached')
})
