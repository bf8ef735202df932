import { env } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { closingJobs } from '../accounts/closing.jobs'
import { letters } from '../calendars/desk'
import { advance, rows } from '../payments/desk'
import { answer, api, mentor, student, type Person } from '../test/world'
import { crowd, DAY, event, idsIn, join, joined, made, shown, stateOf, told, until } from './desk'

const close = (as: Person) => answer(api('POST', '/account/closing/', { as, body: { password: as.password } }), 200)

it('a guest who leaves gives the seats back, and the first who waits has each in the same moment', async () => {
  const [mira, asha, waits] = [await mentor(), await student(), await student()]
  const ids: string[] = []
  for (let i = 0; i < 3; i++) ids.push((await made(mira, { capacity: 1 })).id)
  for (const id of ids) for (const person of [asha, waits]) await joined(person, id)
  await close(asha)
  await until(async () => (await stateOf(waits, ids[2]!)) === 'going')
  for (const id of ids) expect([await stateOf(waits, id), await stateOf(asha, id)]).toEqual(['going', null])
  await until(async () => (await told(waits, 'event_promoted')).length === 3)
  expect((await answer(join(asha, ids[0]!), 409)).code).toBe('state_conflict')
})

it('an organizer who leaves cancels what is ahead, and everybody is told; after the grace nothing is left', async () => {
  const [mira, asha, waits] = [await mentor({ name: 'Quill Feather' }), await student(), await student()]
  const one = await made(mira, { capacity: 1, title: 'Alone' })
  const series = await made(mira, { repeat: { every: 'week', count: 24 } })
  const past = await made(mira)
  await made(mira, { is_published: false, title: 'Draft' })
  await joined(asha, one.id)
  await joined(waits, one.id)
  await crowd(past.id, [asha])
  await rows('update events set start_time = 1, end_time = 2 where id = ? returning 1', past.id)
  await rows(
    "insert into event_follow_ups values ('f', ?, ?, 'going', 'Words of mine', 3) returning 1",
    past.id,
    mira.user.id,
  )
  await close(mira)
  await until(async () => (await shown(one.id)).is_cancelled)
  await letters(asha, 'event_cancelled')
  await letters(waits, 'event_cancelled')
  await until(async () => (await shown(series.repeats.at(-1).id)).is_cancelled)
  expect((await shown(past.id)).is_cancelled).toBe(false)
  expect(await idsIn(`?organizer=${mira.mentor_id}`)).toEqual([])

  await advance((30 * DAY) / 1000 + 60)
  await closingJobs.erase_closed_accounts!(env)
  await until(async () => (await event(one.id)).status === 404)
  expect(await rows('select 1 from events where organizer_account_id = ?', mira.user.id)).toEqual([])
  expect(await rows('select 1 from event_rsvps where account_id in (?, ?)', mira.user.id, asha.user.id)).toEqual([])
  expect(await rows('select 1 from event_follow_ups')).toEqual([])
  expect(JSON.stringify(await rows('select * from notifications where account_id = ?', asha.user.id))).not.toContain(
    'Quill',
  )
  expect(await rows("select rowid from event_search where event_search match 'alone'")).toEqual([])
})
