import { env } from 'cloudflare:test'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { png, pdf } from '../files/samples'
import { scaleLimits } from '../lib/limits'
import { admin, answer, api, eventually, hold, mentor, student, type Person } from '../test/world'
import { connect, upgrade } from '../test/peer'
import { get, named, send } from '../test/sending'
import { conversationOf } from './conversation'
import { introduced } from './desk'

const codeOf = async (response: Promise<Response>) => (await (await response).json<{ code: string }>()).code
const block = (as: Person, display_id: string, on = true) =>
  api(on ? 'PUT' : 'DELETE', `/blocks/${display_id}/`, { as })

afterEach(() => scaleLimits(1))

describe('a block', () => {
  it('ends delivery both ways, honestly, and takes the sockets of who was blocked', async () => {
    const room = await introduced()
    const { asha, mira, id, say, enter, edit, react } = room
    const { seq } = await say(asha, 'Before')
    const [mine, theirs] = [await enter(asha), await enter(mira)]
    expect((await block(mira, asha.user.student_id)).status).toBe(204)
    expect(await mine.closed).toBe(4403)
    const client_id = theirs.say('Are you still there?')
    expect(await theirs.next({ type: 'error' })).toEqual({ type: 'error', code: 'undeliverable', client_id })
    const body = { conversation_id: id, client_id: 'after', content: 'After' }
    for (const as of [asha, mira])
      expect(await codeOf(api('POST', '/chat/messages/', { as, body }))).toBe('undeliverable')
    expect(await codeOf(edit(asha, seq, 'Changed'))).toBe('undeliverable')
    expect(await codeOf(react(asha, seq, '👍'))).toBe('undeliverable')

    const again = await enter(asha)
    expect(again.hello).toMatchObject({ blocked: true, last_seq: 2 })
    again.send({ type: 'typing' })
    await again.settled()
    await theirs.settled()
    expect(theirs.frames.some(({ type }) => type === 'typing')).toBe(false)
    const shown = async (as: Person) => (await answer(api('GET', '/chat/conversations/', { as }), 200)).items[0].blocked
    expect([await shown(mira), await shown(asha)]).toEqual(['by_me', 'by_other'])
    expect((await answer(api('GET', '/blocks/', { as: mira }), 200)).items).toMatchObject([
      { display_id: asha.user.student_id, name: asha.user.name },
    ])

    expect((await block(mira, asha.user.student_id, false)).status).toBe(204)
    await eventually(async () => (await api('POST', '/chat/messages/', { as: asha, body })).status === 201)
    expect(await shown(asha)).toBe(null)
  })

  it('stands before a conversation begins, cancels no session, and is nobody’s against oneself', async () => {
    const [asha, mira] = [await student(), await mentor()]
    const { booking } = await hold(asha, mira)
    await block(asha, mira.mentor_id)
    expect(await codeOf(api('POST', '/chat/conversations/', { as: mira, body: { with: asha.user.student_id } }))).toBe(
      'undeliverable',
    )
    expect((await upgrade(`/chat/${mira.mentor_id}/${asha.user.student_id}/`, asha)).status).toBe(409)
    expect((await answer(api('GET', `/bookings/${booking.id}/`, { as: asha }), 200)).booking?.state ?? 'held').toBe(
      'held',
    )
    expect((await block(asha, asha.user.student_id)).status).toBe(404)
    expect((await block(asha, 'S999999')).status).toBe(404)
  })
})

describe('a report', () => {
  it('shows moderators the message with twenty on either side, as they were then, once for a person', async () => {
    const { asha, mira, path, say, remove } = await introduced()
    scaleLimits(100)
    for (let i = 2; i <= 50; i++) await say(i % 2 ? asha : mira, `word ${i}`)
    const report = (as: Person, seq: number) =>
      api('POST', `${path}${seq}/report/`, { as, body: { reason: 'harassment', text: 'Look' } })
    const made = await answer(report(asha, 30), 201)
    expect(await answer(report(asha, 30), 200)).toEqual(made)
    await answer(remove(mira, 30), 200)
    const { items } = await answer(api('GET', '/admin/message-reports/', { as: await admin() }), 200)
    const shown = items.find((one: any) => one.id === made.id)
    expect(shown).toMatchObject({ seq: 30, reason: 'harassment', text: 'Look', reporter: { account_id: asha.user.id } })
    expect(shown.window.map((one: any) => one.seq)).toEqual(Array.from({ length: 41 }, (_, i) => i + 10))
    expect(shown.window[20].content).toBe('word 30')
  })

  it('is of the other one’s words, by a member, for moderators', async () => {
    const { asha, mira, path } = await introduced()
    const report = (as: Person, body: object = { reason: 'spam' }) => api('POST', `${path}1/report/`, { as, body })
    expect((await report(mira)).status).toBe(404)
    expect((await report(await student())).status).toBe(404)
    expect((await report(asha, { reason: 'boring' })).status).toBe(422)
    expect((await api('GET', '/admin/message-reports/', { as: asha })).status).toBe(403)
  })
})

it('two people who mentor each other have two conversations, each headed by the roles', async () => {
  const [mira, ravi] = [await mentor(), await mentor()]
  const open = (as: Person, display_id: string) =>
    answer(api('POST', '/chat/conversations/', { as, body: { with: display_id } }), 201)
  const [one, other] = [await open(mira, ravi.mentor_id), await open(ravi, mira.mentor_id)]
  expect(one.id).not.toBe(other.id)
  expect([one.mentor_id, one.student_id]).toEqual([ravi.mentor_id, mira.user.student_id])
  expect([other.mentor_id, other.student_id]).toEqual([mira.mentor_id, ravi.user.student_id])
  const hello = async (path: string) => (await connect(path, mira)).hello.conversation_id
  expect(await hello(`/chat/${ravi.mentor_id}/${mira.user.student_id}/`)).toBe(one.id)
  expect(await hello(`/chat/${ravi.user.student_id}/${mira.mentor_id}/`)).toBe(other.id)
  expect((await upgrade(`/chat/${mira.mentor_id}/${ravi.mentor_id}/`, mira)).status).toBe(404)
})

describe('a file', () => {
  const bring = (path: string, as: Person, file: File) => send(`/chat/${path}/`, as, { file })

  it('travels with a message and is fetched by members alone', async () => {
    const { asha, mira, id, say, enter } = await introduced()
    const peer = await enter(mira)
    const made = await answer(bring(id, asha, named('../../<b>x</b>.exe', png(20))), 201)
    expect(made).toMatchObject({ content_type: 'image/png', width: 20, height: 20 })
    expect(made.name).toMatch(/^[^/\\]+\.png$/)
    const sent = await say(asha, '', { attachments: [made.file_id] })
    expect(sent).toMatchObject({ content: '', attachments: [made] })
    expect(await peer.next({ type: 'message', seq: sent.seq })).toMatchObject({ attachments: [made] })
    expect((await get(made.url, mira)).status).toBe(200)
    expect((await get(made.url, await student())).status).toBe(404)
    await eventually(async () => {
      const { items } = await answer(api('GET', '/chat/conversations/', { as: mira }), 200)
      return items[0].last_message.preview === made.name
    })
  })

  it('is brought to this conversation by its sender, or is refused', async () => {
    const [here, there] = [await introduced(), await introduced()]
    const made = await answer(bring(here.id, here.asha, named('cv.pdf', pdf())), 201)
    const body = { conversation_id: here.id, client_id: 'forged', content: '', attachments: [made.file_id] }
    expect((await api('POST', '/chat/messages/', { as: here.mira, body })).status).toBe(422)
    const elsewhere = { ...body, conversation_id: there.id }
    expect((await api('POST', '/chat/messages/', { as: there.asha, body: elsewhere })).status).toBe(422)
    expect((await bring(here.id, there.asha, named('cv.pdf', pdf()))).status).toBe(404)
    expect((await bring(here.id, here.asha, named('a.png', new Uint8Array([1, 2, 3])))).status).toBe(422)
    expect((await api('POST', '/chat/messages/', { as: here.asha, body: { ...body, attachments: [] } })).status).toBe(
      422,
    )
  })
})

it('a session of the two is told in their conversation once, and nobody has more to read for it', async () => {
  const [asha, mira] = [await student(), await mentor({}, { amount_minor: 0 })]
  const { id } = await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)
  const { booking } = await hold(asha, mira)
  const page = async () => (await answer(api('GET', `/chat/messages/${id}/`, { as: asha }), 200)).items
  const [news] = await eventually(async () => ((await page()).length > 0 ? await page() : undefined))
  expect(news).toMatchObject({
    kind: 'system',
    sender_id: 'system',
    system: { event: 'session_confirmed', booking_id: booking.id, start_time: booking.start_time, was: null },
  })
  await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: asha, body: {} }), 200)
  await eventually(async () => (await page()).length === 2)
  expect((await page())[1].system.event).toBe('session_cancelled')
  const place = {
    conversation_id: id,
    members: [
      { account_id: mira.user.id, role: 'mentor' as const, name: mira.user.name },
      { account_id: asha.user.id, role: 'student' as const, name: asha.user.name },
    ],
  }
  await conversationOf(env, id).announce(place, news.client_id, news.system)
  expect(await page()).toHaveLength(2)
  const { items } = await answer(api('GET', '/chat/conversations/', { as: mira }), 200)
  expect(items[0].unread).toBe(0)
})

describe('bad input', () => {
  let room: Awaited<ReturnType<typeof introduced>>
  beforeAll(async () => void (room = await introduced()))

  it.each([
    ['a binary frame', new Uint8Array([0, 255, 1]).buffer, 'malformed_json'],
    ['an unknown type', { type: 'shout', content: 'A' }, 'invalid_input'],
    ['a forged sender', { type: 'send', client_id: 'f', content: 'A', sender_id: 'mira' }, 'invalid_input'],
    ['a foreign conversation', { type: 'send', client_id: 'g', content: 'A', conversation_id: 'x' }, 'invalid_input'],
    ['a lone surrogate', '{"type":"send","client_id":"h","content":"\\ud800"}', 'invalid_input'],
    ['an emoji that is none', { type: 'react', seq: 1, emoji: 'yes', on: true }, 'invalid_input'],
    ['an edit to nothing', { type: 'edit', seq: 1, content: '  ' }, 'invalid_input'],
  ])('%s is refused in words and the socket lives on', async (_, frame, code) => {
    const peer = await room.enter(room.asha)
    peer.send(frame)
    expect(await peer.next({ type: 'error' })).toMatchObject({ code })
    await peer.next({ type: 'message', client_id: peer.say('Still here') })
  })

  it('ten thousand marks on one letter and a script are text like any other', async () => {
    const peer = await room.enter(room.asha)
    for (const content of [`a${'\u0301'.repeat(10_000)}`, '<script>alert(1)</script> [x](javascript:alert(1))'])
      expect(await peer.next({ type: 'message', client_id: peer.say(content) })).toMatchObject({ content })
  })
})
