import type * as z from 'zod'
import { SOONEST_DAYS, soonestFree } from '../availability/availability.rules'
import * as contract from '../contract/mentors'
import { pageFrom, positionOf, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as data from './directory.data'

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

const horizon = (now: Date): Date => new Date(now.getTime() + SOONEST_DAYS * 86_400_000)

const directory = {
  method: 'get' as const,
  query: contract.MentorQuery,
  returns: { 200: contract.MentorPage },
  facts: (db: Database, { query, now }: { query: Query; now: Date }) => ({
    page: data.directory(db, searchOf(query), now, horizon(now)),
  }),
}
const listMentors = route('anyone', {
  ...directory,
  path: '/mentors/',
  operationId: 'listMentors',
  summary: 'Find a mentor',
  shared: true,
})
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
  params: contract.MentorPath,
  returns: { 200: contract.Mentor },
  fails: ['not_found'],
  shared: true,
  facts: (db, { params, now }) => ({ mentor: data.publicMentor(db, params.mentor_id, now, horizon(now)) }),
})

function soonestOf(
  { offers: [offer], rules, teaching, learning, availability_zone }: data.ListedRow,
  now: Date,
): Date | null {
  if (!offer) return null
  const booked = teaching.filter(({ offer_id }) => offer_id === offer.id).map(({ start }) => start)
  const busy = [...teaching, ...learning]
  const soonest = soonestFree({ offer, rules, busy, booked, zone: availability_zone }, now.getTime())
  return soonest ? new Date(soonest.start_time) : null
}

function listedView(row: data.ListedRow, now: Date) {
  const { mentor_id, name, headline, picture_url, time_zone, skills, languages, total_sessions, offers } = row
  return {
    mentor_id,
    name,
    headline,
    picture_url,
    time_zone,
    skills,
    languages,
    total_sessions,
    rating: null,
    rating_count: 0,
    from_offer: offers[0] ?? null,
    soonest_free: soonestOf(row, now),
  }
}

type Listing = ReturnType<typeof directory.facts>['page']['_']['result']

function listing(page: Listing, query: Query, now: Date) {
  const { items, next_cursor } = pageFrom(page, query.limit, (last) => [last.order_value, last.mentor_id])
  return { items: items.map((row) => listedView(row, now)), next_cursor }
}

export const directoryRoutes = slice()
  .on(listMentors, (c) => c.json(listing(c.var.facts.page, c.var.query, c.var.now)))
  .on(listMentorsSignedIn, (c) => c.json(listing(c.var.facts.page, c.var.query, c.var.now)))
  .on(mentor, (c) => {
    const { facts, now } = c.var
    const row = facts.mentor[0] ?? fail('not_found')
    const { promise, bio, company, designation, years_of_experience, linkedin_url, github_url, portfolio_url, offers } =
      row
    const details = { promise, bio, company, designation, years_of_experience, linkedin_url, github_url, portfolio_url }
    return c.json({ ...listedView(row, now), ...details, offers })
  })
