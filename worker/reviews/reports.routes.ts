import * as contract from '../contract/reviews'
import type { ReportDecision } from '../contract/reviews.constants'
import { pageFrom, positionOf, write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import * as data from './reports.data'
import { replyView } from './reviews.rules'

const report = route('signed_in', {
  method: 'post',
  path: '/reviews/:id/reports/',
  operationId: 'reportReview',
  summary: 'Tell staff that a review or its reply breaks the rules; again it is the same report',
  params: contract.ReviewPath,
  body: contract.NewReport,
  returns: { 201: contract.Reported, 200: contract.Reported },
  fails: ['not_found', 'invalid_input', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('report_review', me), most: 20, seconds: 86_400 }],
})

const list = route('moderator', {
  method: 'get',
  path: '/admin/review-reports/',
  operationId: 'reviewReports',
  summary: 'Reported reviews, the longest waiting first',
  query: contract.ReportQuery,
  returns: { 200: contract.ReviewReportPage },
  fails: ['invalid_input'],
  facts: (db, { query: { state, cursor, limit } }) => ({
    page: data.reportsIn(db, { state, after: positionOf(cursor), limit }),
  }),
})

const decide = route('moderator', {
  method: 'post',
  path: '/admin/review-reports/:id/decision/',
  operationId: 'decideReviewReport',
  summary: 'Remove a reported review or its reply, or keep it, with a reason',
  params: contract.ReviewPath,
  body: contract.ReportDecision,
  returns: { 200: contract.ReviewReport },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params }) => ({ report: data.reportOf(db, params.id) }),
})

const view = (row: data.ReportRow) => ({
  id: row.id,
  state: row.state,
  reason: row.reason,
  reported_at: row.reported_at,
  reported_by: row.reported_by,
  decided_at: row.decided_at,
  decision_reason: row.decision_reason,
  review: {
    id: row.review_id,
    side: row.side,
    stars: row.stars,
    text: row.text,
    written_at: row.written_at,
    is_removed: row.removed_at !== null,
    mentor_id: row.mentor_id,
    mentor_name: row.mentor_name,
    student_id: row.student_id,
    student_name: row.student_name,
    reply: replyView(row),
  },
})

interface Deciding {
  decision: ReportDecision
  reason: string
  by: string
  now: Date
}

/** Whoever wrote it is told why it is gone. */
function decided(db: Database, row: data.ReportRow, { decision, reason, by, now }: Deciding): Statement[] {
  const state = decision === 'keep' ? ('kept' as const) : ('removed' as const)
  const all = { review_id: row.review_id, state, reason, by, now }
  if (decision === 'keep') return [data.decideReports(db, all)]
  const isReply = decision === 'remove_reply'
  const told = {
    person: isReply ? row.mentor_account_id : row.author_account_id,
    kind: 'review_removed' as const,
    cause: `review:${row.review_id}:${decision}`,
    data: { booking_id: row.booking_id, is_reply: isReply, staff_reason: reason },
  }
  const removed = isReply ? data.removeReply(db, all) : data.removeReview(db, all)
  return [removed, data.decideReports(db, all), ...notify(db, told, now)]
}

export const reportRoutes = slice()
  .on(report, async (c) => {
    const { db, params, body, account, now } = c.var
    const id = newId(now)
    const results = await write(db, [
      data.reportReview(db, { id, review_id: params.id, by: account.id, reason: body.reason, now }),
      data.reportBy(db, params.id, account.id),
    ])
    const [found] = results[1] as Awaited<ReturnType<typeof data.reportBy>>
    const { id: made, ...mine } = found ?? fail('not_found')
    return c.json(mine, made === id ? 201 : 200)
  })
  .on(list, (c) => {
    const { items, next_cursor } = pageFrom(c.var.facts.page, c.var.query.limit, (last) => [
      last.reported_at.getTime(),
      last.id,
    ])
    return c.json({ items: items.map(view), next_cursor })
  })
  .on(decide, async (c) => {
    const { db, params, body, account, now, facts } = c.var
    const row = facts.report[0] ?? fail('not_found')
    if (row.state !== 'open') fail('state_conflict', { detail: 'This was decided already.' })
    if (body.decision === 'remove_reply' && !(row.replied_at && !row.reply_removed_at))
      fail('invalid_input', { errors: { decision: ['There is no reply to remove'] } })
    const results = await write(db, [
      ...decided(db, row, { ...body, by: account.id, now }),
      data.reportOf(db, params.id),
    ])
    return c.json(view((results.at(-1) as data.ReportRow[])[0] ?? fail('not_found')))
  })
