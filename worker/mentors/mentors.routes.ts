import { sql, type SQL } from 'drizzle-orm'
import type * as z from 'zod'

import { changeAccount } from '../accounts/accounts.data'
import * as contract from '../contract/mentors'
import { MentorPath } from '../contract/mentors'
import { PageQuery } from '../contract/common'
import { pageFrom, positionOf, write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, type Asked } from '../lib/route'
import { isZone } from '../lib/zones'
import { notify } from '../notifications/notifications.data'
import * as data from './mentors.data'
import { SOONEST_DAYS, soonestFree } from './mentors.rules'

type Query = z.output<typeof contract.MentorQuery>
const several = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat())

const searchOf = (query: Query): data.MentorSearch => ({
  ...(query.q !== undefined && { q: query.q }),
  skills: several(query.skill),
  languages: several(query.language),
  currency: query.currency,
  ...(query.price_max_minor !== undefined && { price_max_minor: query.price_max_minor }),
  sort: query.sort,
  after: positionOf(query.cursor),
  limit: query.limit,
})

/** Everything that a page of the directory shows, in the trip that admits the reader. */
function pageFacts(db: Database, { query, now }: { query: Query; now: Date }) {
  const search = searchOf(query)
  const people = data.directoryAccounts(db, search)
  return { page: data.directory(db, search), ...weekFacts(db, people, now) }
}

const weekFacts = (db: Database, people: SQL, now: Date) => ({
  offers: data.offersOf(db, people),
  rules: data.rulesOf(db, people),
  busy: data.busyOfMany(db, people, now, new Date(now.getTime() + SOONEST_DAYS * 86_400_000)),
})

type WeekFacts = { [K in keyof ReturnType<typeof weekFacts>]: ReturnType<typeof weekFacts>[K]['_']['result'] }

function listedView(row: data.ListedRow, week: WeekFacts, now: Date) {
  const { account_id, availability_zone, order_value: _, ...shown } = row
  const [offer] = week.offers.filter((one) => one.mentor_account_id === account_id)
  const soonest = offer && soonestFree(weekOf(week, offer, availability_zone), now.getTime())
  return {
    ...shown,
    rating: null,
    rating_count: 0,
    from_offer: offer ? offerView(offer) : null,
    soonest_free: soonest ? new Date(soonest.start_time) : null,
  }
}

type OfferRow = WeekFacts['offers'][number]

const weekOf = ({ rules, busy }: WeekFacts, offer: OfferRow, zone: string) => ({
  offer,
  zone,
  rules: rules.filter((rule) => rule.mentor_account_id === offer.mentor_account_id),
  busy: busy.filter((time) => time.account_id === offer.mentor_account_id),
  booked: busy.filter((time) => time.offer_id === offer.id).map((time) => time.start),
})

export const offerView = ({ mentor_account_id: _, created_at: __, archived_at: ___, ...offer }: OfferRow) => offer

const directory = {
  method: 'get' as const,
  query: contract.MentorQuery,
  returns: { 200: contract.MentorPage },
  facts: pageFacts,
}
const listMentors = route('anyone', { ...directory, path: '/mentors/', operationId: 'listMentors', summary: 'Find a mentor', shared: true })
const listMentorsSignedIn = route('student', {
  ...directory,
  path: '/student/mentors/',
  operationId: 'listMentorsAsStudent',
  summary: 'Find a mentor, signed in',
})

const mentor = route('anyone', {
  method: 'get',
  path: '/mentors/:mentor_id/',
  operationId: 'mentor',
  summary: "A mentor's public page",
  params: MentorPath,
  returns: { 200: contract.Mentor },
  fails: ['not_found'],
  shared: true,
  facts: (db, { params, now }) => ({
    mentor: data.publicMentor(db, params.mentor_id),
    ...weekFacts(db, data.listedMentor(params.mentor_id), now),
  }),
})

const ownFacts = (db: Database, { me }: Asked) => ({
  own: data.ownMentor(db, me),
  offers: data.offersOf(db, sql`(${me})`),
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
  facts: (db, { me, query }) => ({ people: data.studentsOf(db, me, { after: positionOf(query.cursor), limit: query.limit }) }),
})

const decide = route('admin', {
  method: 'post',
  path: '/admin/mentor-applications/:mentor_id/decision/',
  operationId: 'decideMentorApplication',
  summary: 'Approve or refuse a mentor',
  params: MentorPath,
  body: contract.Decision,
  returns: { 200: contract.Decided },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { params }) => ({ applicant: data.applicantOf(db, params.mentor_id) }),
})

type OwnRow = Awaited<ReturnType<typeof data.ownMentor>>[number]

function ownView(row: OwnRow, offers: OfferRow[]) {
  const { account_id: _, availability_zone: __, ...own } = row
  return { ...own, expertise: own.skills, rating: null, rating_count: 0, from_offer: offers[0] ? offerView(offers[0]) : null, offers: offers.map(offerView) }
}

/** Splits a change into the account, the mentor row and the two lists, and reads the new state back. */
async function change(db: Database, account_id: string, wish: z.output<typeof contract.MentorChange>) {
  const { name, time_zone, expertise, languages, ...rest } = wish
  if (time_zone !== undefined && !isZone(time_zone)) fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
  const person = { ...(name !== undefined && { name }), ...(time_zone !== undefined && { time_zone }) }
  const lists = { ...(expertise !== undefined && { expertise: expertise ?? [] }), ...(languages !== undefined && { languages: languages ?? [] }) }
  const results = await write(db, [
    ...changeAccount(db, account_id, person),
    ...data.changeMentor(db, account_id, rest, lists),
    data.ownMentor(db, account_id),
    data.offersOf(db, sql`(${account_id})`),
  ])
  const [[own], offers] = results.slice(-2) as [OwnRow[], OfferRow[]]
  return ownView(own ?? fail('not_found'), offers)
}

export const mentorRoutes = slice()
  .on(listMentors, (c) => c.json(listing(c.var.facts, c.var.query, c.var.now)))
  .on(listMentorsSignedIn, (c) => c.json(listing(c.var.facts, c.var.query, c.var.now)))
  .on(mentor, (c) => {
    const { facts, now } = c.var
    const [row] = facts.mentor
    if (!row) fail('not_found')
    const { promise, bio, company, designation, years_of_experience, linkedin_url, github_url, portfolio_url, ...rest } = row
    return c.json({
      ...listedView({ ...rest, order_value: 0 }, facts, now),
      promise,
      bio,
      company,
      designation,
      years_of_experience,
      linkedin_url,
      github_url,
      portfolio_url,
      offers: facts.offers.map(offerView),
    })
  })
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

type PageFacts = WeekFacts & { page: data.ListedRow[] }

function listing(facts: PageFacts, query: Query, now: Date) {
  const { items, next_cursor } = pageFrom(facts.page, query.limit, (last) => [last.order_value, last.mentor_id])
  return { items: items.map((row) => listedView(row, facts, now)), next_cursor }
}
