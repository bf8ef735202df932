import { env, evictAllDurableObjects } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { scaleLimits } from '../lib/limits'
import { api, eventually, type Person } from '../test/world'
import { conversationOf } from './conversation'
import { introduced } from './desk'

const codeOf = async (response: Promise<Response>) => (await (await response).json<{ code: string }>()).code

it('a block holds while the conversation sleeps between all of its steps, and its end too', async () => {
  const { id, asha, mira, say, enter, react } = await introduced()
  scaleLimits(100)
  const [mine, theirs] = [await enter(asha), await enter(mira)]
  await evictAllDurableObjects()
  await api('PUT', `/blocks/${asha.user.student_id}/`, { as: mira })
  expect(await mine.closed).toBe(4403)
  await evictAllDurableObjects()
  const client_id = theirs.say('Are you there?')
  expect(await theirs.next({ type: 'error' })).toMatchObject({ code: 'undeliverable', client_id })
  await evictAllDurableObjects()
  const body = { conversation_id: id, client_id: 'later', content: 'And now?' }
  expect(await codeOf(api('POST', '/chat/messages/', { as: asha, body }))).toBe('undeliverable')
  await evictAllDurableObjects()
  expect(await codeOf(react(asha, 1, '👍'))).toBe('undeliverable')
  await api('DELETE', `/blocks/${asha.user.student_id}/`, { as: mira })
  await eventually(async () => {
    await evictAllDurableObjects()
    return (await api('POST', '/chat/messages/', { as: asha, body })).status === 201
  })
  await evictAllDurableObjects()
  expect((await say(mira, 'Yes')).seq).toBe(3)
})

it('news of a session is said once and stays unchangeable, also where the conversation slept in between', async () => {
  const { id, asha, mira, page, edit, react, enter } = await introduced()
  const who = (person: Person, role: 'student' | 'mentor') => ({
    account_id: person.user.id,
    role,
    name: person.user.name,
  })
  const place = { conversation_id: id, members: [who(mira, 'mentor'), who(asha, 'student')] }
  const news = {
    event: 'session_moved' as const,
    booking_id: 'b',
    offer_title: 'Session',
    start_time: '2027-01-02T10:00:00.000Z',
    was: '2027-01-01T10:00:00.000Z',
  }
  const peer = await enter(asha)
  await evictAllDurableObjects()
  await conversationOf(env, id).announce(place, 'session_moved:b:1', news)
  expect(await peer.next({ type: 'message', kind: 'system' })).toMatchObject({ seq: 2, system: news })
  await evictAllDurableObjects()
  await conversationOf(env, id).announce(place, 'session_moved:b:1', news)
  await evictAllDurableObjects()
  expect((await page(asha)).items.map(({ kind }: { kind: string }) => kind)).toEqual(['text', 'system'])
  expect((await edit(asha, 2, 'Never')).status).toBe(403)
  await evictAllDurableObjects()
  expect((await react(asha, 2, '👍')).status).toBe(409)
  await evictAllDurableObjects()
  expect((await enter(mira, '?since=1')).hello.items).toMatchObject([{ seq: 2, system: news }])
})
