import * as contract from '../contract/flags'
import { pageFrom, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import * as cases from './cases.data'
import { caseView, isBarred, isReversible } from './cases.rules'
import * as data from './deciding.data'

const list = route('moderator', {
  method: 'get',
  path: '/admin/flags/',
  operationId: 'flagCases',
  summary: 'Posts and comments that were flagged, edited while hidden or appealed, the longest waiting first',
  query: contract.CaseQuery,
  returns: { 200: contract.FlagCasePage },
  fails: ['invalid_input'],
  facts: (db, { query }) => ({ page: cases.casesIn(db, query) }),
  // Twenty cases with up to fifty flags and fifty acts each.
  rows: 20_000,
})
const decide = route('moderator', {
  method: 'post',
  path: '/admin/flags/:id/decision/',
  operationId: 'decideFlagCase',
  summary: 'Hide, show again or keep, with a reason that the author reads',
  params: contract.ActPath,
  body: contract.CaseDecision,
  facts: (db, { params }) => ({ row: cases.caseOf(db, params.id) }),
  returns: { 200: contract.FlagCase },
  fails: ['invalid_input', 'not_found', 'role_required', 'state_conflict'],
})
const reverse = route('moderator', {
  method: 'post',
  path: '/admin/acts/:id/reverse/',
  operationId: 'reverseAct',
  summary: 'Take the last act on a post or comment back, within 30 days, with a reason',
  params: contract.ActPath,
  body: contract.Reversal,
  facts: (db, { params }) => ({ act: data.actOf(db, params.id) }),
  returns: { 200: contract.FlagCase },
  fails: ['invalid_input', 'not_found', 'role_required', 'state_conflict'],
})

const OTHERS = 'Another moderator has to decide this.'

export const moderationRoutes = slice()
  .on(list, (c) => {
    const { account, now, query, facts } = c.var
    const { items, next_cursor } = pageFrom(facts.page, query.limit, (last) => [
      query.state === 'open' ? last.opened_at : last.decided_at,
      last.id,
    ])
    return c.json({ items: items.map((row) => caseView(row, account.id, now)), next_cursor })
  })
  .on(decide, async (c) => {
    const { db, now, account, body, facts } = c.var
    const row = facts.row[0] ?? fail('not_found')
    if (row.state !== 'open') fail('state_conflict', { detail: 'This was decided already.' })
    if (isBarred(row, account.id)) fail('role_required', { detail: OTHERS })
    if (body.act === 'restore' && !row.is_hidden) fail('state_conflict', { detail: 'It is not hidden: keep it.' })
    if (body.act === 'keep' && row.is_hidden)
      fail('state_conflict', { detail: 'It is hidden: restore it, or hide it.' })
    const act = { id: newId(now), reason: body.reason, by: account.id, now }
    const results = await write(db, [
      ...data.decide(db, row, act, body.act),
      data.actStands(db, act.id),
      cases.caseOf(db, row.id),
    ])
    if ((results.at(-2) as unknown[]).length === 0) fail('state_conflict', { detail: 'This was decided already.' })
    return c.json(caseView((results.at(-1) as cases.CaseRow[])[0] ?? fail('not_found'), account.id, now))
  })
  .on(reverse, async (c) => {
    const { db, now, account, body, facts } = c.var
    const row = facts.act[0] ?? fail('not_found')
    if (isBarred(row, account.id)) fail('role_required', { detail: OTHERS })
    if (!row.is_last) fail('state_conflict', { detail: 'Something was done about it since.' })
    if (!isReversible(row, now)) fail('state_conflict', { detail: 'This can no longer be taken back.' })
    const act = { id: newId(now), reason: body.reason, by: account.id, now }
    const results = await write(db, [
      ...data.reverse(db, row, act),
      data.actStands(db, act.id),
      cases.caseOf(db, row.id),
    ])
    if ((results.at(-2) as unknown[]).length === 0) fail('state_conflict', { detail: 'It was taken back already.' })
    return c.json(caseView((results.at(-1) as cases.CaseRow[])[0] ?? fail('not_found'), account.id, now))
  })
