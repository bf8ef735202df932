import { env, listDurableObjectIds, runInDurableObject } from 'cloudflare:test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { exported } from '../accounts/life'
import { advance } from '../payments/desk'
import { answer, api, freeSlots, mentor, student, type Person } from '../test/world'
import { enter, present, until } from './desk'

const EMAIL = 'rosalind.ferrow@example.com'

it('whoever leaves AspireX takes their words along, and is a former member in every room', async () => {
  const mira = await mentor({}, { amount_minor: 0, kind: 'group', seats: 3 })
  const [rosa, ben] = [await student({ name: 'Rosalind Ferrow', email: EMAIL }), await student()]
  const [slot] = await freeSlots(mira)
  const wish = { mentor_id: mira.mentor_id, offer_id: mira.offer.id, start_time: slot!.start_time, time_zone: 'UTC' }
  const seat = async (as: Person) =>
    (await answer(api('POST', '/student/book-session/', { as, body: wish }), 201)).booking.id as string
  const [hers, his] = [await seat(rosa), await seat(ben)]
  await until(Date.parse(slot!.start_time))
  const peers = [await present(rosa, hers), await enter(ben, his)] as const
  peers[0].say(`Write to ${EMAIL}`)
  peers[0].send({ type: 'notes', revision: 0, text: `Ask ${EMAIL}` })
  await peers[1].next({ type: 'notes' })

  const { archive } = await exported(rosa)
  const rooms = JSON.parse(strFromU8(unzipSync(archive)['data/rooms.json']!))
  expect(rooms).toMatchObject([{ notes: `Ask ${EMAIL}`, messages: [{ content: `Write to ${EMAIL}` }] }])

  await until(Date.parse(slot!.end_time) + 3_600_000)
  await answer(api('POST', '/account/closing/', { as: rosa, body: { password: rosa.password } }), 200)
  await advance(31 * 86_400)
  await advance(1)
  const { email, password } = ben
  const later = { ...ben, ...(await answer(api('POST', '/auth/login/', { body: { email, password } }), 200)) }
  const { items } = await answer(api('GET', `/meetings/${his}/messages/`, { as: later }), 200)
  expect(items.map(({ content }: { content: string }) => content)).toEqual(['Write to …'])
  const found: unknown[] = []
  for (const id of await listDurableObjectIds(env.MEETING)) {
    await runInDurableObject(env.MEETING.get(id), (_, { storage: { sql } }) => {
      for (const table of ['members', 'messages', 'notes']) found.push(...sql.exec(`select * from ${table}`).toArray())
    })
  }
  expect(JSON.stringify(found)).not.toMatch(/rosalind|ferrow/i)
  expect(JSON.stringify(found)).toContain('Former member')
})
