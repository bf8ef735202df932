import { env, evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, expect, it, vi } from 'vitest'
import { now } from '../lib/clock'
import { connect } from '../test/peer'
import { answer, api, mentor, student } from '../test/world'
import { answersAfter } from './answers'
import { conversationOf } from './conversation'
import { writtenBy } from './former-members'

afterEach(() => vi.restoreAllMocks())

it('saying a message is one statement before everybody is told', async () => {
  const [asha, mira] = [await student(), await mentor()]
  const body = { with: mira.mentor_id }
  const { id } = await answer(api('POST', '/chat/conversations/', { as: asha, body }), 201)
  const [peer, other] = [await connect(`/conversations/${id}/`, asha), await connect(`/conversations/${id}/`, mira)]
  // An object that woke a moment ago first reads where it stands.
  await other.next({ type: 'message', client_id: peer.say('First') })

  const happened = await runInDurableObject(conversationOf(env, id), (conversation, ctx) => {
    const acts: string[] = []
    const { sql } = ctx.storage
    const exec = sql.exec.bind(sql)
    vi.spyOn(sql, 'exec').mockImplementation((query, ...bindings) => {
      acts.push(query.trim().split(/\s+/, 3).join(' '))
      return exec(query, ...bindings)
    })
    for (const ws of ctx.getWebSockets()) vi.spyOn(ws, 'send').mockImplementation(() => void acts.push('told'))
    const [mine] = ctx.getWebSockets(asha.user.id)
    conversation.webSocketMessage(mine!, JSON.stringify({ type: 'send', client_id: 'second', content: 'Second' }))
    return acts
  })
  expect(happened.slice(0, 3)).toEqual(['insert into messages', 'told', 'told'])
})

it('to wake, to tell and to walk through what somebody wrote costs the same in a long conversation', async () => {
  const [asha, mira] = [await student(), await mentor()]
  const { id } = await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)
  const long = 2000
  const messages = Array.from({ length: long }, (_, i) => ({
    sender_id: (i % 2 === 0 ? asha : mira).user.id,
    content: `Number ${i}`,
    sent_at: new Date(now().getTime() - (long - i) * 60_000).toISOString(),
  }))
  const members = [
    { account_id: mira.user.id, role: 'mentor' as const, name: mira.user.name },
    { account_id: asha.user.id, role: 'student' as const, name: asha.user.name },
  ]
  const read = { [asha.user.id]: long, [mira.user.id]: long }
  await conversationOf(env, id).plant({ conversation_id: id, members }, messages, read)
  await conversationOf(env, id).register()
  await evictDurableObject(conversationOf(env, id))

  const rows = await runInDurableObject(conversationOf(env, id), async (conversation, ctx) => {
    const { sql } = ctx.storage
    const exec = sql.exec.bind(sql)
    const cursors: { rowsRead: number }[] = []
    vi.spyOn(sql, 'exec').mockImplementation((query, ...bindings) => {
      const cursor = exec(query, ...bindings)
      cursors.push(cursor)
      return cursor
    })
    await conversation.register()
    expect(answersAfter(sql, long - 10, 0)).toHaveLength(5)
    expect(writtenBy(sql, mira.user.id, long - 10)).toHaveLength(5)
    return cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0)
  })
  expect(rows).toBeLessThan(500)
})
