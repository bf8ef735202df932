import { bookingOf, actOf } from '../bookings/bookings.data'
import * as contract from '../contract/meetings'
import { pageFrom, positionOf, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import * as data from './contests.data'
import { attendanceOf } from './meetings.data'
import { attendanceView, contestUntil, isVerdict, sessionView } from './views'

const contest = route('signed_in', {
  method: 'post',
  path: '/bookings/:id/contest/',
  operationId: 'contestVerdict',
  summary: 'Say that the verdict on my session is not right; its money waits until staff decided',
  params: contract.ContestPath,
  body: contract.NewContest,
  returns: { 201: contract.Attendance },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { me, params }) => ({
    booking: bookingOf(db, params.id, me),
    attendance: attendanceOf(db, params.id, me),
  }),
})

const contests = route('admin', {
  method: 'get',
  path: '/admin/contests/',
  operationId: 'contests',
  summary: 'Verdicts that somebody contests: those who wait longest first, or what was decided, newest first',
  query: contract.ContestQuery,
  returns: { 200: contract.ContestPage },
  facts: (db, { query: { state, cursor, limit } }) => ({
    rows: data.contestsToRead(db, { state, after: positionOf(cursor) as [number, string] | undefined, limit }),
  }),
})

const decide = route('admin', {
  method: 'post',
  path: '/admin/contests/:id/decision/',
  operationId: 'decideContest',
  summary: 'Decide what a session was, for both sides; the money follows',
  params: contract.ContestPath,
  body: contract.ContestDecision,
  returns: { 200: contract.DecidedContest },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params }) => ({
    contest: data.contestOf(db, params.id),
    booking: data.bookingOfContest(db, params.id),
  }),
})

export const contestRoutes = slice()
  .on(contest, async (c) => {
    const { db, facts, account, body, now } = c.var
    const [[row], [booking]] = [facts.attendance, facts.booking]
    if (!booking) fail('not_found')
    if (!row || contestUntil(row, now) === null) fail('state_conflict')
    const wish = { id: newId(now), booking_id: booking.id, by: account.id, reason: body.reason, now }
    const results = await write(db, [
      data.openContest(db, wish),
      ...data.tellContested(db, booking, wish),
      attendanceOf(db, booking.id, account.id),
    ])
    if ((results[0] as unknown[]).length === 0) fail('state_conflict')
    const [after] = results.at(-1) as typeof facts.attendance
    return c.json(attendanceView(after ?? fail('not_found'), now), 201)
  })
  .on(contests, (c) => {
    const { facts, query } = c.var
    const page = pageFrom(facts.rows, query.limit, (last) => [
      (query.state === 'open' ? last.opened_at : (last.decided_at ?? last.opened_at)).getTime(),
      last.id,
    ])
    return c.json({ ...page, items: page.items.map(contestView) })
  })
  .on(decide, async (c) => {
    const { db, facts, account, body, now, params } = c.var
    const [[row], [booking]] = [facts.contest, facts.booking]
    if (!row || !booking) fail('not_found')
    const { judged_at } = row
    if (row.state !== 'open' || !isVerdict(booking.state) || judged_at === null) fail('state_conflict')
    const act = newId(now)
    const wish = { id: row.id, act, decision: body.decision, reason: body.reason, by: account.id, judged_at, now }
    const results = await write(db, [
      ...data.decideContest(db, booking, wish),
      actOf(db, act),
      data.contestOf(db, params.id),
    ])
    if ((results.at(-2) as unknown[]).length === 0) fail('state_conflict')
    const [after] = results.at(-1) as typeof facts.contest
    return c.json({ id: row.id, booking_id: booking.id, state: after?.state, verdict: body.decision })
  })

const contestView = (row: Awaited<ReturnType<typeof data.contestsToRead>>[number]) => ({
  id: row.id,
  by: row.by_account_id === row.mentor_account_id ? 'mentor' : 'student',
  reason: row.reason,
  state: row.contest_state,
  opened_at: row.opened_at,
  decided_at: row.decided_at,
  decision_reason: row.decision_reason,
  session: sessionView(row),
})
