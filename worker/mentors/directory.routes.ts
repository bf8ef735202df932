import type { SQL } from 'drizzle-orm'
import type * as z from 'zod'
import { offerView, SOONEST_DAYS, soonestFree, type OfferRow } from '../availability/availability.rules'
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

/** Everything that a page of the directory shows, in the trip that admits the reader. */
function pageFacts(db: Database, { query, now }: { query: Query; now: Date }) {
  const search = searchOf(query)
  const people = data.directoryAccounts(db, search)
  return { page: data.directory(db, search), ...weekFacts(db, people, now) }
}

const directory = {
  method: 'get' as const,
  query: contract.MentorQuery,
  returns: { 200: contract.MentorPage },
  facts: pageFacts,
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
  facts: (db, { params, now }) => ({
    mentor: data.publicMentor(db, params.mentor_id),
    ...weekFacts(db, data.listedMentor(params.mentor_id), now),
  }),
})

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

const weekOf = ({ rules, busy }: WeekFacts, offer: OfferRow, zone: string) => ({
  offer,
  zone,
  rules: rules.filter((rule) => rule.mentor_account_id === offer.mentor_account_id),
  busy: busy.filter((time) => time.account_id === offer.mentor_account_id),
  booked: busy.filter((time) => time.offer_id === offer.id).map((time) => time.start),
})

type PageFacts = WeekFacts & { page: data.ListedRow[] }

function listing(facts: PageFacts, query: Query, now: Date) {
  const { items, next_cursor } = pageFrom(facts.page, query.limit, (last) => [last.order_value, last.mentor_id])
  return { items: items.map((row) => listedView(row, facts, now)), next_cursor }
}

export const directoryRoutes = slice()
  .on(listMentors, (c) => c.json(listing(c.var.facts, c.var.query, c.var.now)))
  .on(listMentorsSignedIn, (c) => c.json(listing(c.var.facts, c.var.query, c.var.now)))
  .on(mentor, (c) => {
    const { facts, now } = c.var
    const [row] = facts.mentor
    if (!row) fail('not_found')
    const {
      promise,
      bio,
      company,
      designation,
      years_of_experience,
      linkedin_url,
      github_url,
      portfolio_url,
      ...rest
    } = row
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
