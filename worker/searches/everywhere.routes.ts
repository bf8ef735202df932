import { conversationsOf, type ConversationRow } from '../chat/conversations.data'
import { matchOf } from '../chat/message-search'
import { feedPage, type FeedRow } from '../community/feeds.data'
import type { Person } from '../community/people.data'
import { EverywhereQuery, Everywhere } from '../contract/searches'
import { eventsFor } from '../events/events.data'
import type { Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { route, slice } from '../lib/route'
import { findMentors, measuresOf } from '../mentors/directory.data'
import { MOST_CANDIDATES, wordsOf } from '../mentors/directory.rules'
import type { MentorSearch } from '../mentors/filters.data'
import { currenciesOf } from '../site/currencies.rules'
import { excerptOf } from './everywhere.rules'

/** Of each noun. */
const A_FEW = 4

const mentorsLike = (q: string, env: Environment): MentorSearch => ({
  words: wordsOf(q),
  skills: [],
  languages: [],
  currency: currenciesOf(env)[0] ?? 'INR',
  price_min_minor: undefined,
  price_max_minor: undefined,
  experience_min: undefined,
  score_min: undefined,
  free_intro: false,
  available_until: undefined,
  hours: undefined,
  sort: 'relevance',
  after: undefined,
  limit: A_FEW,
  most: MOST_CANDIDATES,
})
const eventsLike = (q: string) => ({
  when: 'upcoming' as const,
  span: undefined,
  text: q.trim().normalize('NFKC'),
  words: matchOf(q) ?? '',
  organizer: undefined,
  place: undefined,
  has_seats: undefined,
  mine: undefined,
  after: undefined,
  limit: A_FEW,
})

const everywhere = route('signed_in', {
  method: 'get',
  path: '/search/',
  operationId: 'searchEverywhere',
  summary: 'A few mentors, conversations of mine, posts and coming events that these words find',
  query: EverywhereQuery,
  returns: { 200: Everywhere },
  fails: ['invalid_input'],
  facts: (db: Database, { me, query: { q }, now, env }) => ({
    ...measuresOf(db, mentorsLike(q, env)),
    conversations: conversationsOf(db, me, { limit: A_FEW, q }),
    posts: feedPage(db, { feed: 'latest', search: q, limit: A_FEW }, me),
    events: eventsFor(db, me, eventsLike(q), now),
  }),
})

const talkOf = (row: ConversationRow) => {
  const iAmMentor = row.me === row.mentor_account_id
  return {
    id: row.id,
    name: iAmMentor ? row.student_name : row.mentor_name,
    picture_url: iAmMentor ? row.student_picture : row.mentor_picture,
    preview: row.last_preview ?? '',
  }
}

const authorOf = ({ is_official, author }: FeedRow): string | null =>
  is_official ? 'AspireX' : author === null ? null : (JSON.parse(author) as Person).name

export const everywhereRoutes = slice().on(everywhere, async (c) => {
  const { db, query, facts, now } = c.var
  const found = await findMentors(db, mentorsLike(query.q, c.env), facts, { now, until: now })
  return c.json({
    mentors: found.rows.map(({ mentor_id, name, headline, picture_url }) => ({
      mentor_id,
      name,
      headline,
      picture_url,
    })),
    conversations: facts.conversations.slice(0, A_FEW).map(talkOf),
    posts: facts.posts.slice(0, A_FEW).map((row) => ({
      id: row.id,
      excerpt: excerptOf(row.text),
      author_name: authorOf(row),
    })),
    events: facts.events.slice(0, A_FEW).map(({ id, title, start_time }) => ({ id, title, start_time })),
  })
})
