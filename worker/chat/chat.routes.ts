import { ConversationPath } from '../contract/chat'
import * as contract from '../contract/chat-conversations'
import { pageFrom, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { conversationOf } from './conversation'
import * as data from './conversations.data'
import { entranceOf, membership } from './memberships.data'
import { counterpart, openConversation } from './opening.data'
import { listedWithPresence } from './presence'

const listConversations = route('signed_in', {
  method: 'get',
  path: '/chat/conversations/',
  operationId: 'conversationsOf',
  summary: 'My conversations, newest first, with what is unread',
  query: contract.ConversationQuery,
  returns: { 200: contract.ConversationPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ rows: data.conversationsOf(db, me, query) }),
})

const oneConversation = route('signed_in', {
  method: 'get',
  path: '/chat/conversations/:conversation_id/',
  operationId: 'conversationById',
  summary: 'One of my conversations, as the list shows it',
  params: ConversationPath,
  returns: { 200: contract.Conversation },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ rows: data.conversationById(db, me, params.conversation_id) }),
})

const beginConversation = route('signed_in', {
  method: 'post',
  path: '/chat/conversations/',
  operationId: 'openConversation',
  summary: 'Open my conversation with somebody, beginning it where I may',
  body: contract.NewConversation,
  returns: { 200: contract.Conversation, 201: contract.Conversation },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'undeliverable'],
  facts: (db, { me, body, now }) => ({
    other: counterpart(db, me, body.with, now),
    existing: data.conversationWith(db, me, body.with),
  }),
})

const chooseConversation = route('signed_in', {
  method: 'put',
  path: '/chat/conversations/:conversation_id/',
  operationId: 'chooseConversation',
  summary: 'Pin a conversation, mute it or put it away, for myself alone',
  params: ConversationPath,
  body: contract.ConversationChoices,
  returns: { 200: contract.Conversation },
  fails: ['invalid_input', 'not_found'],
  facts: (db, { me, params }) => ({ rows: data.conversationById(db, me, params.conversation_id) }),
})

const readConversation = route('signed_in', {
  method: 'post',
  path: '/chat/conversations/:conversation_id/read/',
  operationId: 'readConversation',
  summary: 'I have read up to this message; a marker only moves forward',
  params: ConversationPath,
  body: contract.ReadUpTo,
  returns: { 200: contract.ReadUpTo },
  fails: ['invalid_input', 'not_found'],
  facts: (db, { me, params }) => ({ mine: membership(db, params.conversation_id, me) }),
})

const shown = async (env: Environment, row: data.ConversationRow, now: Date): Promise<contract.Conversation> =>
  (await listedWithPresence(env, [row], now))[0]!

export const chatRoutes = slice()
  .on(listConversations, async (c) => {
    const { items, next_cursor } = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [
      last.updated_at.getTime(),
      last.id,
    ])
    return c.json({ items: await listedWithPresence(c.env, items, c.var.now), next_cursor })
  })
  .on(oneConversation, async (c) => {
    const [row] = c.var.facts.rows
    return row ? c.json(await shown(c.env, row, c.var.now)) : fail('not_found')
  })
  .on(beginConversation, async (c) => {
    const { db, now, account, facts, body } = c.var
    const [existing] = facts.existing
    if (existing) return c.json(await shown(c.env, existing, now))
    const [other] = facts.other
    if (!other || other.is_me || !other.may_begin) fail('not_found')
    if (other.blocked) fail('undeliverable')
    const results = await write(db, [
      ...openConversation(db, account.id, other, newId(now), now),
      data.conversationWith(db, account.id, body.with),
    ])
    const [made] = results[0] as unknown[]
    const [row] = results.at(-1) as typeof facts.existing
    return row ? c.json(await shown(c.env, row, now), made ? 201 : 200) : fail('not_found')
  })
  .on(chooseConversation, async (c) => {
    const { db, now, account, body, params, facts } = c.var
    const [known] = facts.rows
    if (!known) fail('not_found')
    if (Object.keys(body).length === 0) return c.json(await shown(c.env, known, now))
    const results = await write(db, [
      data.chooseFor(db, account.id, params.conversation_id, body),
      data.conversationById(db, account.id, params.conversation_id),
    ])
    const [row = known] = results[1] as typeof facts.rows
    return c.json(await shown(c.env, row, now))
  })
  .on(readConversation, async (c) => {
    const { account, body, facts, now } = c.var
    const [mine] = facts.mine
    if (!mine) fail('not_found')
    const seq = await conversationOf(c.env, mine.conversation_id).readUpTo(entranceOf(mine, account, now), body.seq)
    return c.json({ seq })
  })
