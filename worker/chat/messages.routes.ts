import type { Message } from '../contract/chat'
import * as contract from '../contract/chat'
import { cursorOf, positionOf, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, TO_REACH_OTHERS, type Account, type Asked } from '../lib/route'
import type { Environment } from '../lib/environment'
import { conversationOf } from './conversation'
import * as data from './memberships.data'
import type { Page } from './message-log'
import { cursorBehind, rangeFrom } from './ranges'
import type { Change, Refused } from './talk'

const listMessages = route('signed_in', {
  method: 'get',
  path: '/chat/messages/:conversation_id/',
  operationId: 'messagesOf',
  summary: 'Messages of a conversation in their order: the newest, or those before, after or around one',
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
  fails: ['invalid_input', 'not_found', 'undeliverable', 'reply_needed', 'idempotency_key_reused', 'too_many_requests'],
  facts: (db, { me, body }) => ({ mine: data.membership(db, body.conversation_id, me) }),
})

type InConversation = Asked & { params: { conversation_id: string } }
const mine = (db: Database, { me, params }: Pick<InConversation, 'me' | 'params'>) => ({
  mine: data.membership(db, params.conversation_id, me),
})

const searchMessages = route('signed_in', {
  method: 'get',
  path: '/chat/messages/:conversation_id/search/',
  operationId: 'searchMessages',
  summary: 'Messages of a conversation that hold these words, newest first; what is typed is text, never syntax',
  params: contract.ConversationPath,
  query: contract.MessageSearchQuery,
  returns: { 200: contract.MessageHits },
  fails: ['invalid_input', 'not_found'],
  facts: mine,
})

const changedMessages = route('signed_in', {
  method: 'get',
  path: '/chat/messages/:conversation_id/changes/',
  operationId: 'changedMessages',
  summary: 'Messages that were edited, deleted or reacted to after a rev, in the order of their last changes',
  params: contract.ConversationPath,
  query: contract.ChangesQuery,
  returns: { 200: contract.MessageChanges },
  fails: ['invalid_input', 'not_found'],
  facts: mine,
})

const editMessage = route('signed_in', {
  method: 'put',
  path: '/chat/messages/:conversation_id/:seq/',
  operationId: 'editMessage',
  summary: 'Say a message of mine differently, within 24 hours',
  params: contract.MessagePath,
  body: contract.MessageEdit,
  returns: { 200: contract.Message },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'role_required', 'state_conflict', 'undeliverable', 'too_many_requests'],
  facts: mine,
})

const deleteMessage = route('signed_in', {
  method: 'delete',
  path: '/chat/messages/:conversation_id/:seq/',
  operationId: 'deleteMessage',
  summary: 'Take a message of mine back, within 24 hours; its place stays',
  params: contract.MessagePath,
  returns: { 200: contract.Message },
  fails: ['invalid_input', 'not_found', 'role_required', 'state_conflict', 'too_many_requests'],
  facts: mine,
})

const reaction = {
  path: '/chat/messages/:conversation_id/:seq/reactions/:emoji/' as const,
  params: contract.ReactionPath,
  returns: { 200: contract.Message },
  needs: TO_REACH_OTHERS,
  facts: mine,
}

const addReaction = route('signed_in', {
  ...reaction,
  method: 'put',
  operationId: 'addReaction',
  summary: 'React to a message with one emoji; one of each for a person',
  fails: ['invalid_input', 'not_found', 'limit_reached', 'state_conflict', 'undeliverable', 'too_many_requests'],
})

const removeReaction = route('signed_in', {
  ...reaction,
  method: 'delete',
  operationId: 'removeReaction',
  summary: 'Take a reaction of mine back',
  fails: ['invalid_input', 'not_found', 'state_conflict', 'undeliverable', 'too_many_requests'],
})

const refuse = ({ refused }: Refused): never =>
  fail(refused, refused === 'too_many_requests' ? { headers: { 'retry-after': '1' } } : {})

type Membership = Parameters<typeof data.entranceOf>[0]
interface Changing {
  env: Environment
  var: { account: Account; now: Date; facts: { mine: Membership[] } }
}

async function change(c: Changing, wish: Change): Promise<Message> {
  const { account, now, facts } = c.var
  const [row] = facts.mine
  if (!row) fail('not_found')
  const changed = await conversationOf(c.env, row.conversation_id).change(data.entranceOf(row, account, now), wish)
  return 'refused' in changed ? refuse(changed) : changed.message
}

export const messageRoutes = slice()
  .on(listMessages, async (c) => {
    const [member] = c.var.facts.mine
    if (!member) fail('not_found')
    const room = conversationOf(c.env, member.conversation_id)
    const { around_seq: seq, at, limit, cursor } = c.var.query
    if (cursor === undefined && (seq !== undefined || at !== undefined)) {
      const instant = at === undefined ? undefined : new Date(at).getTime()
      const page: Page = await room.around({ seq, instant, limit })
      return c.json({ items: page.items, next_cursor: cursorBehind(page, 'after') })
    }
    const range = rangeFrom(c.var.query)
    const page: Page = await room.page(range)
    return c.json({
      items: page.items,
      next_cursor: cursorBehind(page, range.after_seq === undefined ? 'before' : 'after'),
    })
  })
  .on(sendMessage, async (c) => {
    const { account, body, facts, now } = c.var
    const [member] = facts.mine
    if (!member) fail('not_found')
    const { conversation_id, ...draft } = body
    const sent = await conversationOf(c.env, conversation_id).send(data.entranceOf(member, account, now), draft)
    return 'refused' in sent ? refuse(sent) : c.json(sent.message, sent.repeated ? 200 : 201)
  })
  .on(searchMessages, async (c) => {
    const [member] = c.var.facts.mine
    if (!member) fail('not_found')
    const { q, limit, cursor } = c.var.query
    const [before = Number.MAX_SAFE_INTEGER] = positionOf(cursor) ?? []
    const before_seq = typeof before === 'number' ? before : Number.MAX_SAFE_INTEGER
    const found = await conversationOf(c.env, member.conversation_id).search({ q, before_seq, limit })
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return c.json({ items, next_cursor: found.length > limit && last ? cursorOf(last.seq) : null })
  })
  .on(changedMessages, async (c) => {
    const [member] = c.var.facts.mine
    if (!member) fail('not_found')
    return c.json(await conversationOf(c.env, member.conversation_id).changesSince(c.var.query.after_rev))
  })
  .on(editMessage, async (c) => c.json(await change(c, { type: 'edit', seq: c.var.params.seq, ...c.var.body })))
  .on(deleteMessage, async (c) => c.json(await change(c, { type: 'delete', seq: c.var.params.seq })))
  .on(addReaction, async (c) => {
    const { seq, emoji } = c.var.params
    return c.json(await change(c, { type: 'react', seq, emoji, on: true }))
  })
  .on(removeReaction, async (c) => {
    const { seq, emoji } = c.var.params
    return c.json(await change(c, { type: 'react', seq, emoji, on: false }))
  })
