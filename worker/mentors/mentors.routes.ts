import type * as z from 'zod'
import { changeAccount } from '../accounts/accounts.data'
import { offerView, type OfferRow } from '../availability/availability.rules'
import { PageQuery } from '../contract/common'
import * as contract from '../contract/mentors'
import { pageFrom, positionOf, write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, type Asked } from '../lib/route'
import { isZone } from '../lib/zones'
import { notify } from '../notifications/notifications.data'
import { offersOf } from '../availability/availability.data'
import * as data from './mentors.data'

const ownFacts = (db: Database, { me }: Asked) => ({
  own: data.ownMentor(db, me),
  offers: offersOf(db, me),
})

const ownProfile = route('mentor', {
  method: 'get',
  path: '/mentor/profile/',
  operationId: 'mentorProfile',
  summary: 'My profile as a mentor',
  returns: { 200: contract.OwnMentor },
  facts: ownFacts,
})

const changeProfile = route('mentor', {
  method: 'put',
  path: '/mentor/profile/',
  operationId: 'changeMentorProfile',
  summary: 'Change what is named; null clears',
  body: contract.MentorChange,
  returns: { 200: contract.OwnMentor },
  fails: ['invalid_input'],
})

const detail = route('mentor', {
  method: 'post',
  path: '/mentor/detail/',
  operationId: 'saveMentorDetail',
  summary: 'Create or change my details',
  body: contract.MentorDetail,
  returns: { 200: contract.OwnMentor },
  fails: ['invalid_input'],
})

const students = route('mentor', {
  method: 'get',
  path: '/mentor/students/',
  operationId: 'myStudents',
  summary: 'People with a booking or a conversation, newest first',
  query: PageQuery,
  returns: { 200: contract.ConnectedStudents },
  facts: (db, { me, query }) => ({
    people: data.studentsOf(db, me, { after: positionOf(query.cursor), limit: query.limit }),
  }),
})

const decide = route('admin', {
  method: 'post',
  path: '/admin/mentor-applications/:mentor_id/decision/',
  operationId: 'decideMentorApplication',
  summary: 'Approve or refuse a mentor',
  params: contract.MentorPath,
  body: contract.Decision,
  returns: { 200: contract.Decided },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { params }) => ({ applicant: data.applicantOf(db, params.mentor_id) }),
})

type OwnRow = Awaited<ReturnType<typeof data.ownMentor>>[number]

function ownView(row: OwnRow, offers: OfferRow[]) {
  const { account_id: _, availability_zone: __, ...own } = row
  return {
    ...own,
    expertise: own.skills,
    rating: null,
    rating_count: 0,
    from_offer: offers[0] ? offerView(offers[0]) : null,
    offers: offers.map(offerView),
  }
}

/** Splits a change into the account, the mentor row and the two lists, and reads the new state back. */
async function change(db: Database, account_id: string, wish: z.output<typeof contract.MentorChange>) {
  const { name, time_zone, expertise, languages, ...rest } = wish
  if (time_zone !== undefined && !isZone(time_zone))
    fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
  const person = { ...(name !== undefined && { name }), ...(time_zone !== undefined && { time_zone }) }
  const lists = {
    ...(expertise !== undefined && { expertise: expertise ?? [] }),
    ...(languages !== undefined && { languages: languages ?? [] }),
  }
  const results = await write(db, [
    ...changeAccount(db, account_id, person),
    ...data.changeMentor(db, account_id, rest, lists),
    data.ownMentor(db, account_id),
    offersOf(db, account_id),
  ])
  const [[own], offers] = results.slice(-2) as [OwnRow[], OfferRow[]]
  return ownView(own ?? fail('not_found'), offers)
}

export const mentorRoutes = slice()
  .on(ownProfile, (c) => c.json(ownView(c.var.facts.own[0] ?? fail('not_found'), c.var.facts.offers)))
  .on(changeProfile, async (c) => c.json(await change(c.var.db, c.var.account.id, c.var.body)))
  .on(detail, async (c) => c.json(await change(c.var.db, c.var.account.id, c.var.body)))
  .on(students, (c) => {
    const rows = c.var.facts.people.map((person) => ({ ...person, since: new Date(person.since) }))
    return c.json(pageFrom(rows, c.var.query.limit, (last) => [last.since.getTime(), last.student_id]))
  })
  .on(decide, async (c) => {
    const { db, now, params, body, account } = c.var
    const state = body.decision === 'approve' ? 'approved' : 'refused'
    const applicant = c.var.facts.applicant[0] ?? fail('not_found')
    const notice = {
      person: applicant.account_id,
      kind: state === 'approved' ? ('mentor_approved' as const) : ('mentor_refused' as const),
      cause: `application:${params.mentor_id}:${now.getTime()}`,
      data: { reason: body.reason },
    }
    const [decided] = await write(db, [
      data.decide(db, { mentor_id: params.mentor_id, state, reason: body.reason, by: account.id, now }),
      ...notify(db, notice, now),
    ])
    const [row] = decided as { mentor_id: string; account_id: string }[]
    if (!row) fail('not_found')
    const { account_id: _, ...answer } = row
    return c.json(answer)
  })
