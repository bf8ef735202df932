import type * as z from 'zod'
import { SOONEST_DAYS } from '../availability/availability.rules'
import * as contract from '../contract/mentors'
import { cursorOf, positionOf, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import { route, slice, type Call } from '../lib/route'
import { isZone } from '../lib/zones'
import { leastScoreFor } from '../reviews/ratings.rules'
import { currenciesOf, currencyFault } from '../site/currencies.rules'
import * as data from './directory.data'
import * as rules from './directory.rules'
import type { MentorSearch } from './filters.data'
import { listedView } from './listed.rules'

type Query = z.output<typeof contract.MentorQuery>
const several = <T extends string>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

interface Asking {
  query: Query
  now: Date
  env: Environment
}
function searchOf({ query, now, env }: Asking): MentorSearch {
  const parts = several(query.available_part)
  return {
    words: query.q?.trim() ? rules.wordsOf(query.q) : undefined,
    skills: several(query.skill),
    languages: several(query.language),
    currency: query.currency ?? currenciesOf(env)[0] ?? 'INR',
    price_min_minor: query.price_min_minor,
    price_max_minor: query.price_max_minor,
    experience_min: query.experience_min,
    score_min: query.rating_min === undefined ? undefined : leastScoreFor(query.rating_min),
    free_intro: query.free_intro === 'true',
    available_until: query.available === 'true' ? rules.availableUntil(now.getTime()) : undefined,
    hours:
      parts.length > 0 && isZone(query.time_zone) ? rules.hoursOf(parts, query.time_zone, now.getTime()) : undefined,
    sort: query.sort,
    after: rules.placeOf(positionOf(query.cursor), query.sort),
    limit: query.limit,
    most: rules.MOST_CANDIDATES,
  }
}

const horizon = (now: Date): Date => new Date(now.getTime() + SOONEST_DAYS * 86_400_000)

const directory = {
  method: 'get' as const,
  query: contract.MentorQuery,
  returns: { 200: contract.MentorPage },
  fails: ['invalid_input' as const],
  facts: (db: Database, asked: Asking) => data.measuresOf(db, searchOf(asked)),
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

type Found = ReturnType<typeof directory.facts>

async function find({
  env,
  var: { db, query, now, facts },
}: Call<undefined, typeof contract.MentorQuery, undefined, Found>) {
  if (!isZone(query.time_zone)) fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
  const fault = currencyFault(env, 'currency', query.currency)
  if (fault) fail('invalid_input', fault)
  const search = searchOf({ query, now, env })
  const { rows, next, total, total_is_more } = await data.findMentors(db, search, facts, { now, until: horizon(now) })
  const items = rows.map((row) => listedView(row, now))
  return { items, next_cursor: next ? cursorOf(...next) : null, total, total_is_more }
}

export const directoryRoutes = slice()
  .on(listMentors, async (c) => c.json(await find(c)))
  .on(listMentorsSignedIn, async (c) => c.json(await find(c)))
  .on(mentor, (c) => {
    const { facts, now } = c.var
    const row = facts.mentor[0] ?? fail('not_found')
    const { promise, bio, company, designation, years_of_experience, linkedin_url, github_url, portfolio_url } = row
    const { checks, offers, answers_in, searchable } = row
    const details = { promise, bio, company, designation, years_of_experience, linkedin_url, github_url, portfolio_url }
    return c.json({ ...listedView(row, now), ...details, checks, offers, answers_in, searchable })
  })
