import { isMinor } from '../accounts/age.rules'
import * as contract from '../contract/applications'
import { MentorPath } from '../contract/mentors'
import { pageFrom, positionOf, write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, type Call } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import * as data from './applications.data'
import { handedIn, missingOf, profileLinksOf, progressOf } from './applications.rules'
import { grantedChecks } from './checks.data'
import { openingsChanged } from './openings.data'

const applications = route('admin', {
  method: 'get',
  path: '/admin/mentor-applications/',
  operationId: 'mentorApplications',
  summary: 'What waits for a person, the longest waiting first',
  query: contract.ApplicationsQuery,
  returns: { 200: contract.ApplicationPage },
  facts: (db, { query: { state, limit, cursor } }) => ({
    page: data.queue(db, { state, limit, after: positionOf(cursor) }),
  }),
})

const application = route('admin', {
  method: 'get',
  path: '/admin/mentor-applications/:mentor_id/',
  operationId: 'mentorApplication',
  summary: 'One application with its evidence, its checks and its past',
  params: MentorPath,
  returns: { 200: contract.Application },
  fails: ['not_found'],
  facts: (db, { params: { mentor_id } }) => ({
    application: data.applicationOf(db, { mentor_id }),
    checks: grantedChecks(db, mentor_id),
    history: data.historyOf(db, mentor_id),
  }),
})

const applicantFacts = (db: Database, { params }: { params: { mentor_id: string } }) => ({
  applicant: data.applicantOf(db, params.mentor_id),
})

const review = route('admin', {
  method: 'post',
  path: '/admin/mentor-applications/:mentor_id/review/',
  operationId: 'reviewMentorApplication',
  summary: 'Begin to read an application; of two who begin, one does',
  params: MentorPath,
  returns: { 200: contract.Decided },
  fails: ['not_found', 'state_conflict'],
  facts: applicantFacts,
})

const decide = route('admin', {
  method: 'post',
  path: '/admin/mentor-applications/:mentor_id/decision/',
  operationId: 'decideMentorApplication',
  summary: 'Approve or refuse a mentor',
  params: MentorPath,
  body: contract.Decision,
  returns: { 200: contract.Decided },
  fails: ['not_found', 'invalid_input', 'state_conflict'],
  facts: applicantFacts,
})

type Checks = ReturnType<typeof grantedChecks>['_']['result']
type History = ReturnType<typeof data.historyOf>['_']['result']

function view(row: data.ApplicationRow, checks: Checks, history: History, now: Date) {
  const { name, headline, picture_url, bio, company, designation, years_of_experience, skills, languages } = row
  const profile = { name, headline, picture_url, bio, company, designation, years_of_experience, skills, languages }
  return {
    ...progressOf(row),
    ...profile,
    ...handedIn(row),
    profile_links: profileLinksOf(row),
    email_verified: row.email_verified_at !== null,
    is_of_age: !isMinor(row, now),
    missing: missingOf(row, now),
    checks,
    history,
  }
}

type Moved = { mentor_id: string; state: data.ApplicationRow['state']; decision_reason: string | null }[]
const decided = ([row]: Moved) => {
  const { mentor_id, state, decision_reason } = row ?? fail('state_conflict')
  return { mentor_id, application_state: state, decision_reason }
}

type Deciding = { var: Pick<Call['var'], 'now' | 'account'> & { facts: { applicant: { account_id: string }[] } } }
/** Whose application it is and who moves it. */
function movingOf({ var: { facts, account, now } }: Deciding, reason: string | null) {
  const { account_id } = facts.applicant[0] ?? fail('not_found')
  return { history_id: newId(now), account_id, by: account.id, reason, now }
}

export const decisionRoutes = slice()
  .on(applications, (c) => {
    const page = c.var.facts.page
    return c.json(pageFrom(page, c.var.query.limit, (last) => [last.submitted_at?.getTime() ?? 0, last.mentor_id]))
  })
  .on(application, (c) => {
    const { application, checks, history } = c.var.facts
    return c.json(view(application[0] ?? fail('not_found'), checks, history, c.var.now))
  })
  .on(review, async (c) => {
    const { db, now } = c.var
    const moving = movingOf(c, null)
    const { history_id, account_id: person } = moving
    const notice = { person, kind: 'application_in_review' as const, cause: `application:${history_id}`, data: {} }
    const [, moved] = await write(db, [
      ...data.move(db, 'review', moving),
      ...notify(db, notice, now, data.happened(history_id)),
    ])
    return c.json(decided(moved as Moved))
  })
  .on(decide, async (c) => {
    const { db, now, body, account } = c.var
    const act = body.decision
    const moving = movingOf(c, body.reason)
    const { history_id, account_id: person } = moving
    const kind = act === 'approve' ? ('mentor_approved' as const) : ('mentor_refused' as const)
    const notice = { person, kind, cause: `application:${history_id}`, data: { reason: body.reason } }
    const when = body.seen_state && data.isIn(body.seen_state)
    const [, moved] = await write(db, [
      ...data.move(
        db,
        act,
        { ...moving, ...(when && { when }) },
        { decision_reason: body.reason, decided_by: account.id, decided_at: now, answer_by: null },
      ),
      ...notify(db, notice, now, data.happened(history_id)),
      ...openingsChanged(db, [person], now),
    ])
    return c.json(decided(moved as Moved))
  })
