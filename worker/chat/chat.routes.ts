import * as contract from '../contract/chat'
import { PageQuery } from '../contract/common'
import { pageFrom, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import * as data from './chat.data'
import { conversationOf } from './conversation'
import type { Page } from './message-log'
import { counterpart, openConversation } from './opening.data'
import { cursorBehind, rangeFrom } from './ranges'

const listConversations = route('signed_in', {
  method: 'get',
  path: '/chat/conversations/',
  operationId: 'conversationsOf',
  summary: 'My conversations, newest first, with what is unread',
  query: PageQuery,
  returns: { 200: contract.ConversationPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ rows: data.conversationsOf(db, me, query) }),
})

const beginConversation = route('signed_in', {
  method: 'post',
  path: '/chat/conversations/',
  operationId: 'openConversation',
  summary: 'Open my conversation with somebody, beginning it where I may',
  body: contract.NewConversation,
  returns: { 200: contract.Conversation, 201: contract.Conversation },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found'],
  facts: (db, { me, body, now }) => ({
    other: counterpart(db, me, body.with, now),
    existing: data.conversationWith(db, me, body.with),
  }),
})

const listMessages = route('signed_in', {
  method: 'get',
  path: '/chat/messages/:conversation_id/',
  operationId: 'messagesOf',
  summary: 'Messages of a conversation in their order: the newest, or those before or after one',
  params: contract.ConversationPath,
  query: contract.MessageQuery,
  returns: { 200: contract.MessagePage },
  fails: ['invalid_input', 'not_found'],
  facts: (db, { me, params }) => ({ mine: data.membership(db, params.conversation_id, me) }),
})

const sendMessage = route('signed_in', {
  method: 'post',
  path: '/chat/messages/',
  operationId: 'sendMessage',
  summary: 'Say something; the same client_id again answers the first message',
  body: contract.NewMessage,
  returns: { 200: contract.Message, 201: contract.Message },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'reply_needed', 'idempotency_key_reused', 'too_many_requests'],
  facts: (db, { me, body }) => ({ mine: data.membership(db, body.conversation_id, me) }),
})

export const chatRoutes = slice()
  .on(listConversations, (c) => {
    const { items, next_cursor } = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [
      last.updated_at.getTime(),
      last.id,
    ])
    return c.json({ items: items.map(data.conversationFrom), next_cursor })
  })
  .on(beginConversation, async (c) => {
    const { db, now, account, facts, body } = c.var
    const [existing] = facts.existing
    if (existing) return c.json(data.conversationFrom(existing))
    const [other] = facts.other
    if (!other || other.is_me || !other.may_begin) fail('not_found')
    const results = await write(db, [
      ...openConversation(db, account.id, other, newId(now), now),
      data.conversationWith(db, account.id, body.with),
    ])
    const [made] = results[0] as unknown[]
    const [row] = results.at(-1) as typeof facts.existing
    return row ? c.json(data.conversationFrom(row), made ? 201 : 200) : fail('not_found')
  })
  .on(listMessages, async (c) => {
    const [mine] = c.var.facts.mine
    if (!mine) fail('not_found')
    const range = rangeFrom(c.var.query)
    const page: Page = await conversationOf(c.env, mine.conversation_id).page(range)
    return c.json({
      items: page.items,
      next_cursor: cursorBehind(page, range.after_seq === undefined ? 'before' : 'after'),
    })
  })
  .on(sendMessage, async (c) => {
    const { account, body, facts, now } = c.var
    const [mine] = facts.mine
    if (!mine) fail('not_found')
    const { conversation_id, ...draft } = body
    const sent = await conversationOf(c.env, conversation_id).send(data.entranceOf(mine, account, now), draft)
    if ('refused' in sent)
      fail(sent.refused, sent.refused === 'too_many_requests' ? { headers: { 'retry-after': '1' } } : {})
    return c.json(sent.message, sent.repeated ? 200 : 201)
  })
