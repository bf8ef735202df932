import { env, runInDurableObject } from 'cloudflare:test'
import { afterEach, expect, it, vi } from 'vitest'
import { connect } from '../test/peer'
import { answer, api, mentor, student } from '../test/world'
import { conversationOf } from './conversation'

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
