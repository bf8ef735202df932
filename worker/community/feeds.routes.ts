import { PageQuery } from '../contract/common'
import * as contract from '../contract/community'
import { cursorOf, pageFrom } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { feedPage, newsFor, officialPosts } from './feeds.data'
import { placeOf } from './feeds.rules'
import { postFor, versionsOf } from './posts.data'
import { postView } from './posts.rules'
import { measuresFor, measuresFrom, rankOf } from './ranks.data'
import { scoreOf, termsOf, type Ranked } from './ranks.rules'

const list = route('signed_in', {
  method: 'get',
  path: '/community/posts/',
  operationId: 'postsOf',
  summary: 'Posts by time, by usefulness, or of whom and what I follow; by topic, tag, author and words',
  query: contract.FeedQuery,
  returns: { 200: contract.PostPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ rows: feedPage(db, query, me), news: newsFor(db, query, me) }),
  // Of everybody and every tag that one follows the first page is looked at, each with what hides it from this reader.
  rows: 20_000,
})

const official = route('anyone', {
  method: 'get',
  path: '/community/official/',
  operationId: 'officialPosts',
  summary: 'What AspireX itself says, the latest first',
  query: PageQuery,
  returns: { 200: contract.OfficialPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ rows: officialPosts(db, query, me) }),
})

const one = { path: '/community/posts/:id/' as const, params: contract.PostPath }

const read = route('anyone', {
  ...one,
  method: 'get',
  operationId: 'readPost',
  summary: 'A post; visitors read what AspireX itself says',
  returns: { 200: contract.Post },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ post: postFor(db, params.id, me) }),
})

const history = route('signed_in', {
  method: 'get',
  path: '/community/posts/:id/history/',
  params: contract.PostPath,
  operationId: 'postHistory',
  summary: 'What a post said before it was edited, the latest first',
  returns: { 200: contract.PostHistory },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ post: postFor(db, params.id, me), versions: versionsOf(db, params.id) }),
})

const why = route('signed_in', {
  method: 'get',
  path: '/community/posts/:id/why/',
  params: contract.PostPath,
  operationId: 'whyUseful',
  summary: 'Why a post stands where it stands in the useful feed: every term of the formula and their sum',
  returns: { 200: contract.Usefulness },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ now: measuresFor(db, params.id, me), rank: rankOf(db, params.id) }),
  // Everybody who answered the post is counted once.
  rows: 4000,
})

export const feedRoutes = slice()
  .on(list, (c) => {
    const { facts, query, account } = c.var
    const [news] = facts.news
    const { items, next_cursor } = pageFrom(facts.rows, query.limit, (last) => placeOf(query.feed, last))
    const isFirst = query.cursor === undefined && query.since === undefined
    return c.json({
      items: items.map((row) => postView(row, account)),
      next_cursor,
      newest: isFirst ? cursorOf('newest', news?.newest ?? 0) : null,
      newer: news?.newer ?? null,
    })
  })
  .on(official, (c) => {
    const { facts, query, visitor } = c.var
    const { items, next_cursor } = pageFrom(facts.rows, query.limit, (last) => ['number', last.number])
    return c.json({ items: items.map((row) => postView(row, visitor)), next_cursor })
  })
  .on(read, (c) => c.json(postView(c.var.facts.post[0] ?? fail('not_found'), c.var.visitor)))
  .on(history, (c) => {
    const { post, versions } = c.var.facts
    if (!post[0] || post[0].removed_at !== null) fail('not_found')
    const items = versions.map(({ text, written_at }) => ({ text, written_at: new Date(written_at) }))
    return c.json({ items, next_cursor: null })
  })
  .on(why, (c) => {
    const { facts, now } = c.var
    const current = measuresFrom(facts.now[0] ?? fail('not_found'))
    const [rank] = facts.rank
    const measures = rank ? (JSON.parse(rank.value) as Ranked) : current
    const at = rank?.ranked_at ?? now.getTime()
    return c.json({
      points: (rank ? (measures as Ranked).score : scoreOf(measures, at)) / 100,
      place: rank?.place ?? null,
      ranked_at: new Date(at),
      terms: termsOf(measures, at).map((term) => ({ ...term, points: term.points / 100 })),
    })
  })
