import * as chat from '../contract/chat'
import * as contract from '../contract/chat-safety'
import { pageFrom, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { PageQuery } from '../contract/common'
import { route, slice } from '../lib/route'
import * as blocks from './blocks.data'
import { conversationOf } from './conversation'
import * as data from './memberships.data'
import { counterpart } from './opening.data'
import { keepReport, messageReports } from './reports.data'

const listBlocks = route('signed_in', {
  method: 'get',
  path: '/blocks/',
  operationId: 'blocksOf',
  summary: 'Whom I have blocked, the latest first',
  query: PageQuery,
  returns: { 200: contract.BlockPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ rows: blocks.blocksOf(db, me, query) }),
})

const one = { path: '/blocks/:display_id/' as const, params: contract.BlockPath, returns: { 204: null } }

const blockPerson = route('signed_in', {
  ...one,
  method: 'put',
  operationId: 'blockPerson',
  summary: 'Neither of us can write to the other from now on; sessions stay as they are',
  fails: ['invalid_input', 'not_found'],
  limits: ({ me }) => [{ subject: ofAccount('block', me), most: 100, seconds: 86_400 }],
  facts: (db, { me, params, now }) => ({ other: counterpart(db, me, params.display_id, now) }),
})

const unblockPerson = route('signed_in', {
  ...one,
  method: 'delete',
  operationId: 'unblockPerson',
  summary: 'Take a block of mine back',
  fails: ['invalid_input', 'not_found'],
  facts: (db, { me, params, now }) => ({ other: counterpart(db, me, params.display_id, now) }),
})

const reportMessage = route('signed_in', {
  method: 'post',
  path: '/chat/messages/:conversation_id/:seq/report/',
  operationId: 'reportMessage',
  summary: 'Show moderators a message of the other one, with twenty on either side; again it is the same report',
  params: chat.MessagePath,
  body: contract.NewMessageReport,
  returns: { 201: contract.ReportedMessage, 200: contract.ReportedMessage },
  fails: ['invalid_input', 'not_found', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('report_message', me), most: 20, seconds: 86_400 }],
  facts: (db, { me, params }) => ({ mine: data.membership(db, params.conversation_id, me) }),
})

const listReports = route('moderator', {
  method: 'get',
  path: '/admin/message-reports/',
  operationId: 'messageReports',
  summary: 'Messages that were reported, the latest first, as they and those around them were then',
  query: contract.MessageReportQuery,
  returns: { 200: contract.MessageReportPage },
  fails: ['invalid_input'],
  facts: (db, { query }) => ({ rows: messageReports(db, query) }),
})

export const safetyRoutes = slice()
  .on(listBlocks, (c) => {
    const { rows } = c.var.facts
    return c.json(pageFrom(rows, c.var.query.limit, (last) => [last.blocked_at.getTime(), last.account_id]))
  })
  .on(blockPerson, async (c) => {
    const { db, now, account, params, facts } = c.var
    const [other] = facts.other
    if (!other || other.is_me) fail('not_found')
    await write(db, blocks.block(db, { blocker: account.id, blocked: other.account_id }, params.display_id, now))
    return c.body(null, 204)
  })
  .on(unblockPerson, async (c) => {
    const { db, now, account, facts } = c.var
    const [other] = facts.other
    if (!other || other.is_me) fail('not_found')
    await write(db, blocks.unblock(db, { blocker: account.id, blocked: other.account_id }, now))
    return c.body(null, 204)
  })
  .on(reportMessage, async (c) => {
    const { db, now, account, params, body, facts } = c.var
    const [member] = facts.mine
    if (!member) fail('not_found')
    const { conversation_id, seq } = params
    const seen = await conversationOf(c.env, conversation_id).windowOf(seq)
    const message = seen.window.find((one) => one.seq === seq)
    if (!message || message.kind === 'system' || message.sender_id === account.id) fail('not_found')
    const [made, standing] = (await write(
      db,
      keepReport(db, {
        id: newId(now),
        conversation_id,
        seq,
        reporter_account_id: account.id,
        reason: body.reason,
        text: body.text || null,
        window: seen,
        reported_at: now,
      }),
    )) as [unknown[], { id: string; reported_at: Date }[]]
    return c.json(standing[0] ?? fail('not_found'), made.length > 0 ? 201 : 200)
  })
  .on(listReports, (c) => {
    const { items, next_cursor } = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [
      last.reported_at.getTime(),
      last.id,
    ])
    return c.json({
      items: items.map(({ reporter_account_id, reporter_name, window, ...report }) => ({
        ...report,
        ...window,
        reporter: { account_id: reporter_account_id, name: reporter_name },
      })),
      next_cursor,
    })
  })
