import { env, evictAllDurableObjects, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { beforeEach, expect, it } from 'vitest'
import { answer, api, eventually, mentor, student, type Person, type Teacher } from '../test/world'
import { conversationOf } from './conversation'
import { connect } from '../test/peer'

let asha: Person
let mira: Teacher
let id: string

beforeEach(async () => {
  ;[asha, mira] = [await student(), await mentor()]
  id = (await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)).id
})

/** A mentor who was approved a moment ago has one notification already. */
const told =
  (words: string) =>
  ({ type, item }: { type: string; item?: { message: string } }): boolean =>
    type === 'notification' && item!.message.endsWith(words)
const enter = (who: Person) => connect(`/conversations/${id}/`, who)
const noticesOf = async (as: Person) =>
  (await answer(api('GET', '/notifications/', { as }), 200)).items.filter(
    (item: any) => item.kind === 'message_received',
  )

it('a message to somebody who is away arrives on the inbox within a second', async () => {
  const inbox = await connect('/inbox/', mira)
  const student = await enter(asha)
  student.say('Are you there?')
  const began = performance.now()
  const { item } = await inbox.next(told('Are you there?'))
  expect(performance.now() - began).toBeLessThan(1000)
  expect(item).toMatchObject({ message: `${asha.user.name}: Are you there?`, link: `/messages/${id}`, is_read: false })
  await inbox.next({ type: 'unread', total: 2 })
})

it('a run of unread messages is one notification with the newest words', async () => {
  const inbox = await connect('/inbox/', mira)
  const student = await enter(asha)
  for (const text of ['One', 'Two', 'Three']) student.say(text)
  const { item } = await inbox.next(told(': Three'))
  expect(await noticesOf(mira)).toEqual([item])
})

it('reading the conversation reads its notification, and the next run is a new one', async () => {
  const inbox = await connect('/inbox/', mira)
  const student = await enter(asha)
  student.say('First run')
  const counted = await inbox.next({ type: 'unread', total: 2 })
  const reader = await enter(mira)
  reader.send({ type: 'read', seq: 1 })
  await inbox.next({ type: 'unread', total: 1 }, inbox.frames.indexOf(counted))
  await reader.hangUp()
  student.say('Second run')
  await inbox.next(told('Second run'))
  expect((await noticesOf(mira)).map((item: any) => item.is_read)).toEqual([false, true])
})

it('somebody who reads as it comes is not notified', async () => {
  const [student, reader] = [await enter(asha), await enter(mira)]
  const { seq } = await reader.next({ type: 'message', client_id: student.say('Seen at once') })
  reader.send({ type: 'read', seq })
  await student.next({ type: 'read', seq })
  await eventually(
    async () => !(await runInDurableObject(conversationOf(env, id), (_, { storage }) => storage.getAlarm())),
  )
  expect(await noticesOf(mira)).toEqual([])
})

it('somebody who is here but does not look is notified a moment later', async () => {
  const inbox = await connect('/inbox/', mira)
  await enter(mira)
  const student = await enter(asha)
  student.say('In a background tab')
  await inbox.next(told('In a background tab'))
})

it('what was not told before a sleep is told by the alarm', async () => {
  const student = await enter(asha)
  for (const text of ['One', 'Two']) student.say(text)
  await student.next({ type: 'message', seq: 2 })
  await evictAllDurableObjects()
  await runDurableObjectAlarm(conversationOf(env, id))
  await eventually(async () => {
    const { items } = await answer(api('GET', '/chat/conversations/', { as: mira }), 200)
    return items[0].last_seq === 2 && items[0].unread === 2
  })
})

it('a planted conversation is registered without telling anybody', async () => {
  const sent_at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 10, minutes)).toISOString()
  const members = [
    { account_id: mira.user.id, role: 'mentor' as const, name: mira.user.name },
    { account_id: asha.user.id, role: 'student' as const, name: asha.user.name },
  ]
  const messages = [asha, asha, mira].map((who, i) => ({
    sender_id: who.user.id,
    content: `${i}`,
    sent_at: sent_at(i),
  }))
  const plant = () => conversationOf(env, id).plant({ conversation_id: id, members }, messages, { [mira.user.id]: 1 })
  await plant()
  await plant()
  await conversationOf(env, id).register()
  const [shown] = (await answer(api('GET', '/chat/conversations/', { as: mira }), 200)).items
  expect(shown).toMatchObject({ last_seq: 3, unread: 1, last_message: { seq: 3, preview: '2', sent_at: sent_at(2) } })
  const { items } = await answer(api('GET', `/chat/messages/${id}/`, { as: asha }), 200)
  expect(items.map((message: any) => message.sent_at)).toEqual([0, 1, 2].map(sent_at))
  expect(await noticesOf(mira)).toEqual([])
})

it('in quiet hours a message is shown and counted, and marked as no reason to interrupt', async () => {
  const body = { quiet_hours: { from: '00:00', until: '23:59' } }
  await answer(api('PUT', '/account/preferences/', { as: mira, body }), 200)
  const [inbox, student] = [await connect('/inbox/', mira), await enter(asha)]
  student.say('Late')
  expect(await inbox.next(told(': Late'))).toMatchObject({ quiet: true })
  await answer(api('PUT', '/account/preferences/', { as: mira, body: { quiet_hours: null } }), 200)
  student.say('Later')
  expect(await inbox.next(told(': Later'))).not.toHaveProperty('quiet')
})
