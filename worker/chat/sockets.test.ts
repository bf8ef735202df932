import { env, evictAllDurableObjects } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { CLOSE } from '../contract/chat.constants'
import { now } from '../lib/clock'
import { answer, api, ORIGIN, mentor, student, type Person, type Teacher } from '../test/world'
import { inboxOf } from '../notifications/inbox'
import { conversationOf } from './conversation'
import { connect, Peer, upgrade } from '../test/peer'

let asha: Person
let mira: Teacher
let id: string

beforeAll(async () => {
  ;[asha, mira] = [await student(), await mentor()]
  id = (await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)).id
})

const code = async (response: Promise<Response>) => (await (await response).json<{ code: string }>()).code

describe.each(['/inbox/', '/inbox', '/conversations/{id}/', '/chat/{one}/{two}/'])('GET /ws%s', (pattern) => {
  const path = () => pattern.replace('{id}', id).replace('{one}', mira.mentor_id).replace('{two}', asha.user.student_id)

  it('refuses a visitor, a forged token and a foreign page', async () => {
    for (const headers of [
      {},
      { authorization: `Token ${'x'.repeat(43)}` },
      { cookie: '__Host-session=stale', origin: ORIGIN },
    ]) {
      const refusal = await upgrade(path(), undefined, headers as Record<string, string>)
      expect(refusal.status).toBe(401)
      expect(refusal.headers.get('content-type')).toBe('application/problem+json')
    }
    const cookie = `__Host-session=${asha.token}`
    expect(await code(upgrade(path(), undefined, { cookie, origin: 'https://evil.example.com' }))).toBe(
      'foreign_origin',
    )
    expect(await code(upgrade(path(), undefined, { cookie }))).toBe('foreign_origin')
  })

  it('lets the session cookie of our own page in', async () => {
    const { status, webSocket } = await upgrade(path(), undefined, {
      cookie: `__Host-session=${asha.token}`,
      origin: ORIGIN,
    })
    expect(status).toBe(101)
    await new Peer(webSocket!).next({ type: 'hello', v: 1 })
  })

  it('lets a ticket in once', async () => {
    const { ticket } = await answer(api('POST', '/auth/socket-ticket/', { as: asha }), 201)
    const { webSocket } = await upgrade(`${path()}?ticket=${ticket}`)
    await new Peer(webSocket!).next({ type: 'hello' })
    expect((await upgrade(`${path()}?ticket=${ticket}`)).status).toBe(401)
  })

  it('answers a plain request with a problem', async () => {
    const response = await upgrade(path(), asha, { upgrade: '' })
    expect([response.status, await code(Promise.resolve(response))]).toEqual([422, 'invalid_input'])
  })

  it('closes when the session is over, and not the sockets of other sessions', async () => {
    const { email, password } = asha
    const second = { ...asha, ...(await answer(api('POST', '/auth/login/', { body: { email, password } }), 200)) }
    const [ending, staying] = [await connect(path(), second), await connect(path(), asha)]
    await evictAllDurableObjects()
    expect((await api('POST', '/auth/logout/', { as: second })).status).toBe(204)
    expect(await ending.closed).toBe(4401)
    await staying.settled()
  })
})

it('answers a stranger and a missing conversation alike', async () => {
  const stranger = await student()
  const refused = await upgrade(`/conversations/${id}/`, stranger)
  const missing = await upgrade('/conversations/nowhere/', stranger)
  expect([refused.status, missing.status]).toEqual([404, 404])
  const without = async (response: Response) => ({ ...(await response.json<object>()), request_id: '' })
  expect(await without(refused)).toEqual(await without(missing))
})

describe('/ws/chat', () => {
  it('opens the conversation of two people in either order, and makes it where D9 allows', async () => {
    const newcomer = await student()
    const first = await connect(`/chat/${newcomer.user.student_id}/${mira.mentor_id}/`, newcomer)
    const second = await connect(`/chat/${mira.mentor_id}/${newcomer.user.student_id}`, mira)
    expect(second.hello.conversation_id).toBe(first.hello.conversation_id)
    expect(second.hello.you).toBe(mira.user.id)
    await second.next({ type: 'message', client_id: first.say('Found you') })
  })

  it('is 404 for a third person, for oneself, and where D9 does not allow it', async () => {
    const stranger = await student()
    const [s, m] = [asha.user.student_id, mira.mentor_id]
    expect((await upgrade(`/chat/${s}/${m}/`, stranger)).status).toBe(404)
    expect((await upgrade(`/chat/${m}/${mira.user.student_id}/`, mira)).status).toBe(404)
    expect((await upgrade(`/chat/${m}/${stranger.user.student_id}/`, mira)).status).toBe(404)
    expect((await upgrade(`/chat/${s}/${stranger.user.student_id}/`, asha)).status).toBe(404)
    expect((await upgrade('/chat/nobody/nowhere/', asha)).status).toBe(404)
  })
})

it('a person who is removed loses the socket with the stated code, and the other one sees it', async () => {
  const [student, mentor] = [await connect(`/conversations/${id}/`, asha), await connect(`/conversations/${id}/`, mira)]
  await evictAllDurableObjects()
  await conversationOf(env, id).expel(mira.user.id, { code: CLOSE.removed, called_at: now().getTime() })
  expect(await mentor.closed).toBe(4403)
  await student.next({ type: 'presence', account_id: mira.user.id, online: false })
})

it('who hides is not seen and sees nobody, and talks as before', async () => {
  const [hidden, open] = [await student(), await mentor()]
  const { id: theirs } = await answer(
    api('POST', '/chat/conversations/', { as: hidden, body: { with: open.mentor_id } }),
    201,
  )
  const enter = (who: Person) => connect(`/conversations/${theirs}/`, who)
  const onlineIn = ({ hello }: Awaited<ReturnType<typeof enter>>) =>
    hello.members.filter(({ online }: { online: boolean }) => online).map(({ role }: { role: string }) => role)
  const before = [await enter(open), await enter(hidden)] as const
  expect(onlineIn(before[1])).toEqual(['mentor', 'student'])
  await before[0].next({ type: 'presence', account_id: hidden.user.id, online: true })
  await before[1].hangUp()
  await before[0].next({ type: 'presence', account_id: hidden.user.id, online: false })

  await answer(api('PUT', '/account/preferences/', { as: hidden, body: { presence_hidden: true } }), 200)
  const again = await enter(hidden)
  expect(onlineIn(again)).toEqual([])
  const client_id = again.say('Hello from the shade')
  await before[0].next({ type: 'message', client_id })
  expect(before[0].frames.filter(({ type }) => type === 'presence')).toHaveLength(2)
})

it('a session that ended while its socket was being opened loses it', async () => {
  const person = await student()
  const { user } = person
  const session = { account_id: user.id, session_id: 'ended', admitted_at: now().getTime() - 50 }
  await inboxOf(env, user.id).keepOnly(user.id, [], now().getTime())
  expect(await inboxOf(env, user.id).entered(id, session.session_id, session.admitted_at)).toBe(false)
  const headers = { upgrade: 'websocket', 'x-entrance': encodeURIComponent(JSON.stringify({ ...session, unread: 0 })) }
  const { webSocket } = await inboxOf(env, user.id).fetch('https://object/', { headers })
  expect(await new Peer(webSocket!).closed).toBe(4401)
})
