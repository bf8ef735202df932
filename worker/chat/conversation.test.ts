import { env, evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { scaleLimits } from '../lib/limits'
import { answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import { conversationOf } from './conversation'
import { connect, upgrade } from '../test/peer'

let asha: Person
let mira: Teacher
let id: string
const room = () => conversationOf(env, id)
const enter = (who: Person, query = '') => connect(`/conversations/${id}/${query}`, who)

/** A fresh pair each time, so that nothing is left over from the test before. */
async function pair(): Promise<void> {
  ;[asha, mira] = [await student(), await mentor()]
  id = (await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)).id
}
/** The mentor has answered, so the student may go on. */
async function introduced(): Promise<void> {
  await pair()
  await answer(
    api('POST', '/chat/messages/', {
      as: mira,
      body: { conversation_id: id, client_id: 'welcome', content: 'Welcome' },
    }),
    201,
  )
}

beforeAll(introduced)
afterEach(() => scaleLimits(1))

describe('a message', () => {
  it('reaches both, and the copy of its sender is the receipt', async () => {
    const [student, mentor] = [await enter(asha), await enter(mira)]
    const client_id = student.say('Hello Mira')
    const receipt = await student.next({ type: 'message', client_id })
    expect(await mentor.next({ type: 'message', client_id })).toEqual(receipt)
    expect(receipt).toMatchObject({
      sender_id: asha.user.id,
      sender_type: 'student',
      content: 'Hello Mira',
      conversation_id: id,
    })
  })

  it('is durable when it is acknowledged: a new object still has it', async () => {
    const student = await enter(asha)
    const receipt = await student.next({ type: 'message', client_id: student.say('Remember me') })
    await evictDurableObject(room(), { webSockets: 'close' })
    const { hello } = await enter(mira, `?since=${receipt.seq - 1}`)
    expect(hello.items).toHaveLength(1)
    expect(hello.items[0]).toMatchObject({ seq: receipt.seq, content: 'Remember me' })
  })

  it('comes back as it was, whatever characters it holds', async () => {
    const student = await enter(asha)
    const content = ' 👩‍👩‍👧‍👦 \u202eabc <b>x</b> ﷽ 𝔘 "\\n" \n\t null  '
    const receipt = await student.next({ type: 'message', client_id: student.say(content) })
    expect(receipt.content).toBe(content)
  })

  it('sent twice is one message, and the second answer is the first', async () => {
    const [student, mentor] = [await enter(asha), await enter(mira)]
    const client_id = student.say('Once')
    const first = await student.next({ type: 'message', client_id })
    await evictDurableObject(room())
    student.say('Once', client_id)
    const again = await student.next({ type: 'message', client_id }, student.frames.indexOf(first) + 1)
    expect(again).toEqual(first)
    await mentor.settled()
    expect(mentor.messages().filter((message) => message.client_id === client_id)).toHaveLength(1)
  })

  it('with a used client_id and another body is refused and ends the socket', async () => {
    const student = await enter(asha)
    const client_id = student.say('This')
    await student.next({ type: 'message', client_id })
    student.say('That', client_id)
    expect(await student.next({ type: 'error' })).toEqual({ type: 'error', code: 'idempotency_key_reused', client_id })
    expect(await student.closed).toBe(4409)
  })

  it('may carry the client_id of somebody else', async () => {
    const [student, mentor] = [await enter(asha), await enter(mira)]
    const client_id = student.say('Mine')
    await mentor.next({ type: 'message', client_id })
    mentor.say('Mine too', client_id)
    await student.next({ type: 'message', client_id, sender_id: mira.user.id })
  })

  it('gets the next number however many write at once', async () => {
    scaleLimits(100)
    const before = (await enter(asha)).hello.last_seq
    const peers = await Promise.all([enter(asha), enter(asha), enter(mira), enter(mira)])
    const byHttp = Array.from({ length: 10 }, (_, i) =>
      answer(
        api('POST', '/chat/messages/', {
          as: mira,
          body: { conversation_id: id, client_id: `http-${i}`, content: `h${i}` },
        }),
        201,
      ),
    )
    for (let i = 0; i < 20; i++) for (const peer of peers) peer.say(`p${i}`)
    await Promise.all(byHttp)
    await Promise.all(peers.map((peer) => peer.settled()))
    for (const peer of peers) {
      const seqs = peer
        .messages()
        .map(({ seq }) => seq)
        .filter((seq) => seq > before)
      expect(seqs).toEqual(Array.from({ length: 90 }, (_, i) => before + 1 + i))
    }
  })

  it('sent by HTTP arrives on the socket', async () => {
    const mentor = await enter(mira)
    const body = { conversation_id: id, client_id: 'by-http', content: 'From the train' }
    const sent = await answer(api('POST', '/chat/messages/', { as: asha, body }), 201)
    expect(await mentor.next({ type: 'message', client_id: 'by-http' })).toEqual({ type: 'message', ...sent })
    expect(await answer(api('POST', '/chat/messages/', { as: asha, body }), 200)).toEqual(sent)
    const reused = await answer(api('POST', '/chat/messages/', { as: asha, body: { ...body, content: 'Else' } }), 422)
    expect(reused.code).toBe('idempotency_key_reused')
  })

  it('answers another one by its seq, and only one that exists', async () => {
    const student = await enter(asha)
    student.send({ type: 'send', client_id: 'reply-1', content: 'To the first', reply_to: 1 })
    expect(await student.next({ type: 'message', client_id: 'reply-1' })).toMatchObject({ reply_to: 1 })
    student.send({ type: 'send', client_id: 'reply-2', content: 'To the future', reply_to: 9_999_999 })
    expect(await student.next({ type: 'error' })).toMatchObject({ code: 'invalid_input', client_id: 'reply-2' })
  })
})

describe('an opening', () => {
  it('brings the newest fifty, and says that there are older ones', async () => {
    await introduced()
    scaleLimits(100)
    const mentor = await enter(mira)
    for (let i = 2; i <= 60; i++) mentor.say(`${i}`)
    await mentor.next({ type: 'message', seq: 60 })
    const { hello } = await enter(asha)
    expect(hello).toMatchObject({ v: 1, conversation_id: id, you: asha.user.id, last_seq: 60, more: true })
    expect(hello.items.map(({ seq }: { seq: number }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 11))
    const missed = (await enter(asha, '?since=3')).hello
    expect([missed.items[0].seq, missed.items.at(-1).seq, missed.more]).toEqual([4, 53, true])
    const few = (await enter(asha, '?since=57')).hello
    expect([few.items.length, few.more]).toEqual([3, false])
  })

  it('refuses a since that is no number', async () => {
    expect((await upgrade(`/conversations/${id}/?since=-1`, asha)).status).toBe(422)
  })

  it('names the members and who is here', async () => {
    await introduced()
    const student = await enter(asha)
    expect(student.hello.members).toEqual([
      { account_id: mira.user.id, role: 'mentor', name: mira.user.name, online: false, last_seen: null },
      { account_id: asha.user.id, role: 'student', name: asha.user.name, online: true, last_seen: null },
    ])
    const mentor = await enter(mira)
    expect(await student.next({ type: 'presence' })).toEqual({
      type: 'presence',
      account_id: mira.user.id,
      online: true,
    })
    await evictDurableObject(room())
    await mentor.hangUp()
    await student.next({ type: 'presence', account_id: mira.user.id, online: false })
  })

  it('of a second device changes no presence, and closing it neither', async () => {
    await introduced()
    const student = await enter(asha)
    const [desk, phone] = [await enter(mira), await enter(mira)]
    await phone.hangUp()
    await student.settled()
    expect(student.frames.filter(({ type }) => type === 'presence')).toHaveLength(1)
    await desk.hangUp()
    await student.next({ type: 'presence', online: false })
  })
})

describe('a read marker', () => {
  it('moves forward only, never past the end, and survives an eviction', async () => {
    const [student, mentor] = [await enter(asha), await enter(mira)]
    const { seq } = await student.next({ type: 'message', client_id: student.say('Read me') })
    mentor.send({ type: 'read', seq: seq + 500 })
    expect(await student.next({ type: 'read' })).toEqual({ type: 'read', account_id: mira.user.id, seq })
    await evictDurableObject(room())
    mentor.send({ type: 'read', seq: 1 })
    await mentor.settled()
    expect(student.frames.filter(({ type }) => type === 'read')).toHaveLength(1)
    expect((await enter(asha)).hello.markers[mira.user.id]).toBe(seq)
  })
})

it('shows typing to the other side alone and keeps nothing of it', async () => {
  const [student, mentor] = [await enter(asha), await enter(mira)]
  await evictDurableObject(room())
  student.send({ type: 'typing' })
  expect(await mentor.next({ type: 'typing' })).toEqual({ type: 'typing', account_id: asha.user.id })
  await student.settled()
  expect(student.frames.some(({ type }) => type === 'typing')).toBe(false)
})

describe('bad frames', () => {
  it('are told to their sender, and the third ends the socket, also after an eviction', async () => {
    const student = await enter(asha)
    student.send('{"type": "send"')
    expect(await student.next({ type: 'error' })).toEqual({ type: 'error', code: 'malformed_json' })
    student.send({ type: 'send', client_id: 'bad-frame-2', content: '', extra: true })
    expect(await student.next({ client_id: 'bad-frame-2' })).toEqual({
      type: 'error',
      code: 'invalid_input',
      client_id: 'bad-frame-2',
    })
    await evictDurableObject(room())
    student.send({ type: 'shout' })
    expect(await student.closed).toBe(4400)
  })

  it('over 64 KiB end the socket, and nothing is kept of them', async () => {
    const student = await enter(asha)
    student.send({ type: 'send', client_id: 'too-large', content: 'é'.repeat(33 * 1024) })
    expect(await student.closed).toBe(4413)
    const found = await runInDurableObject(room(), (_, { storage }) =>
      storage.sql.exec("select 1 from messages where client_id = 'too-large'").toArray(),
    )
    expect(found).toEqual([])
  })

  it.each([
    ['8,001 characters', 'é'.repeat(8001)],
    ['more than 32 KiB', '👨‍👩‍👧‍👦'.repeat(1400)],
    ['white space alone', ' \n\t '],
  ])('refuse a text of %s', async (_, content) => {
    const student = await enter(asha)
    student.say(content, 'refused-text')
    expect(await student.next({ type: 'error' })).toMatchObject({ code: 'invalid_input', client_id: 'refused-text' })
    const body = { conversation_id: id, client_id: 'refused-text', content }
    expect((await answer(api('POST', '/chat/messages/', { as: asha, body }), 422)).code).toBe('invalid_input')
  })

  it('take a text of 8,000 characters', async () => {
    const student = await enter(asha)
    await student.next({ type: 'message', client_id: student.say('é'.repeat(8000)) })
  })
})

it('refuses more than ten messages a second, and ends a socket that does not listen', async () => {
  await introduced()
  const mentor = await enter(mira)
  for (let i = 0; i < 15; i++) mentor.say(`fast ${i}`)
  expect(await mentor.next({ type: 'error' })).toMatchObject({ code: 'too_many_requests' })
  for (let i = 0; i < 60; i++) mentor.say(`faster ${i}`)
  expect(await mentor.closed).toBe(4429)
})

it('lets a student write three times before the mentor has answered once', async () => {
  await pair()
  const student = await enter(asha)
  for (const text of ['One', 'Two', 'Three']) await student.next({ type: 'message', client_id: student.say(text) })
  await evictDurableObject(room())
  const fourth = student.say('Four')
  expect(await student.next({ type: 'error' })).toEqual({ type: 'error', code: 'reply_needed', client_id: fourth })
  const body = { conversation_id: id, client_id: 'fourth-by-http', content: 'Four' }
  expect((await answer(api('POST', '/chat/messages/', { as: asha, body }), 409)).code).toBe('reply_needed')
  const mentor = await enter(mira)
  await student.next({ type: 'message', client_id: mentor.say('Yes?') })
  await student.next({ type: 'message', client_id: student.say('Four') })
})

it('answers a ping, in whatever form it comes', async () => {
  const student = await enter(asha)
  student.send('{"type":"ping"}')
  await student.next({ type: 'pong' })
  await student.settled()
})
