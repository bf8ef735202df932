import * as contract from '../contract/home'
import { route, slice } from '../lib/route'
import { viewsOf } from '../mentors/views.data'
import { balancesOf } from '../payments/ledger.balances.data'
import { heldBySession } from '../payouts/earnings.data'
import { balanceFrom, nextRelease } from '../payouts/earnings.rules'
import { summaryView, totalsOf } from '../reviews/ratings.data'
import { publishedReviews } from '../reviews/reviews.data'
import { receivedView } from '../reviews/reviews.rules'
import * as data from './home.data'
import { todaysSessions } from './home.rules'

const LATEST_REVIEWS = 2

const home = route('signed_in', {
  method: 'get',
  path: '/home/',
  operationId: 'home',
  summary: 'What the first page shows beside the sessions ahead',
  returns: { 200: contract.Home },
  facts: (db, { me, now }) => ({
    sessions: data.sessionsAround(db, me, now),
    requests: data.requestsWaiting(db, me, now),
    balances: balancesOf(db, me),
    held: heldBySession(db, { me, currency: undefined }),
    totals: totalsOf(db, me),
    unanswered: data.unansweredReviews(db, me),
    latest: publishedReviews(db, me, { limit: LATEST_REVIEWS, but_answered: true }),
    views: viewsOf(db, me, now),
    moves: data.movesToAnswer(db, me, now),
    to_review: data.sessionsToReview(db, me, now),
    proposals: data.proposalsTo(db, me),
  }),
})

export const homeRoutes = slice().on(home, (c) => {
  const { facts, account, now } = c.var
  const { rating, rating_count } = summaryView(facts.totals[0])
  const teaching = {
    today: todaysSessions(facts.sessions, account.time_zone, now),
    requests: facts.requests[0]?.count ?? 0,
    money: facts.balances.map(balanceFrom).map(({ currency, available_minor, held_minor, on_its_way_minor }) => ({
      currency,
      available_minor,
      held_minor,
      on_its_way_minor,
    })),
    next_release: nextRelease(facts.held),
    reviews: {
      rating,
      rating_count,
      unanswered: facts.unanswered[0]?.count ?? 0,
      latest: facts.latest.slice(0, LATEST_REVIEWS).map(receivedView),
    },
    views: facts.views[0] ?? { week: 0, week_before: 0 },
  }
  return c.json({
    teaching: account.roles.includes('mentor') ? teaching : null,
    moves: facts.moves.map(({ start_time, asked_time, answer_by, ...move }) => ({
      ...move,
      start_time: new Date(start_time),
      asked_time: new Date(asked_time),
      answer_by: new Date(answer_by),
    })),
    learning: {
      to_review: facts.to_review.map((one) => ({ ...one, write_until: new Date(one.write_until) })),
      proposed_steps: facts.proposals[0]?.steps ?? 0,
      proposed_skills: facts.proposals[0]?.skills ?? 0,
    },
  })
})
