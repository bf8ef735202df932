import { PageQuery } from '../contract/common'
import { MentorPath } from '../contract/mentors'
import * as contract from '../contract/reviews'
import type { ReviewSide } from '../contract/reviews.constants'
import { pageFrom, positionOf, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { summaryView, totalsOf } from './ratings.data'
import * as data from './reviews.data'
import { otherSide, publicFace, receivedView, replyView, shownView, writeUntil } from './reviews.rules'
import * as writing from './writing.data'

const ofMentor = route('anyone', {
  method: 'get',
  path: '/mentors/:mentor_id/reviews/',
  operationId: 'reviewsOfMentor',
  summary: 'What students wrote after their sessions, the latest first',
  params: MentorPath,
  query: PageQuery,
  returns: { 200: contract.ReviewPage },
  fails: ['not_found', 'invalid_input'],
  shared: true,
  facts: (db, { params, query: { cursor, limit } }) => {
    const mentor = data.mentorNumbered(params.mentor_id)
    return {
      mentor: data.listedMentor(db, params.mentor_id),
      totals: totalsOf(db, mentor),
      page: data.publishedReviews(db, mentor, { after: positionOf(cursor), limit }),
    }
  },
})

const received = route('mentor', {
  method: 'get',
  path: '/mentor/reviews/',
  operationId: 'receivedReviews',
  summary: 'Reviews of me that can be read, the latest first',
  query: PageQuery,
  returns: { 200: contract.ReceivedReviewPage },
  fails: ['invalid_input'],
  facts: (db, { me, query: { cursor, limit } }) => ({
    totals: totalsOf(db, me),
    page: data.publishedReviews(db, me, { after: positionOf(cursor), limit }),
  }),
})

const ofSession = route('signed_in', {
  method: 'get',
  path: '/bookings/:id/reviews/',
  operationId: 'reviewsOfSession',
  summary: 'What the two of a session wrote about it, as far as I may see it',
  params: contract.ReviewPath,
  returns: { 200: contract.SessionReviews },
  fails: ['not_found'],
  facts: (db, { params, me }) => ({
    met: data.sessionToReview(db, params.id, me),
    reviews: data.reviewsOfSession(db, params.id),
  }),
})

const review = route('signed_in', {
  method: 'post',
  path: '/bookings/:id/reviews/',
  operationId: 'reviewSession',
  summary: 'Review a session that took place, once, within 14 days',
  params: contract.ReviewPath,
  body: contract.NewReview,
  needs: TO_REACH_OTHERS,
  returns: { 201: contract.SessionReviews },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params, me }) => ({ met: data.sessionToReview(db, params.id, me) }),
})

const reply = route('mentor', {
  method: 'post',
  path: '/reviews/:id/reply/',
  operationId: 'replyToReview',
  summary: 'Answer a review of me, once and for everybody to read',
  params: contract.ReviewPath,
  body: contract.NewReply,
  needs: TO_REACH_OTHERS,
  returns: { 201: contract.Replied },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params, me }) => ({
    review: writing.reviewOfMine(db, params.id, me),
    reply: writing.replyTo(db, params.id),
  }),
})

function writtenView(row: data.SessionReview) {
  const { id, stars, text, written_at, visible_from, published_at, removed_at, removal_reason } = row
  const is = { is_visible: published_at !== null && removed_at === null, is_removed: removed_at !== null }
  return { id, stars, text, written_at, visible_from, ...is, removal_reason, reply: replyView(row) }
}

const sideOf = (session: data.Session, me: string): ReviewSide =>
  session.mentor_account_id === me ? 'mentor' : 'student'

/** What a person sees: their own review, and the other's once it is published and not removed. */
function sessionView(session: data.Session, rows: data.SessionReview[], me: string, now: Date) {
  const side = sideOf(session, me)
  const mine = rows.find((row) => row.side === side)
  const theirs = rows.find((row) => row.side === otherSide(side))
  const shown = theirs?.published_at && !theirs.removed_at ? theirs : undefined
  const until = writeUntil(session)
  return {
    side,
    write_until: !mine && until && until > now ? until : null,
    mine: mine ? writtenView(mine) : null,
    theirs: shown ? writtenView(shown) : null,
    theirs_is_written: theirs !== undefined && !theirs.removed_at,
    may_reply: side === 'mentor' && shown !== undefined && shown.replied_at === null,
    shown_as: side === 'student' ? publicFace({ ...session, name: session.student_name }, now).name : null,
  }
}

/** A student gives stars and may add words; a mentor gives words alone. */
function judgeForm(side: ReviewSide, { stars, text }: { stars?: number | undefined; text: string }): void {
  if (side === 'student' && stars === undefined) fail('invalid_input', { errors: { stars: ['Required'] } })
  if (side === 'mentor' && stars !== undefined)
    fail('invalid_input', { errors: { stars: ['A mentor writes without stars'] } })
  if (side === 'mentor' && text.trim() === '') fail('invalid_input', { errors: { text: ['Required'] } })
}

const positionIn = (last: data.PublishedRow) => [last.published_at.getTime(), last.id]

export const reviewRoutes = slice()
  .on(ofMentor, (c) => {
    const { facts, query, now } = c.var
    const mentor = facts.mentor[0] ?? fail('not_found')
    const { items, next_cursor } = pageFrom(facts.page, query.limit, positionIn)
    const reviews = items.map((row) => ({ ...shownView(row), author: publicFace(row, now) }))
    return c.json({ items: reviews, next_cursor, summary: summaryView(facts.totals[0]), mentor_name: mentor.name })
  })
  .on(received, (c) => {
    const { facts, query } = c.var
    const { items, next_cursor } = pageFrom(facts.page, query.limit, positionIn)
    return c.json({ items: items.map(receivedView), next_cursor, summary: summaryView(facts.totals[0]) })
  })
  .on(ofSession, (c) => {
    const { facts, account, now } = c.var
    return c.json(sessionView(facts.met[0] ?? fail('not_found'), facts.reviews, account.id, now))
  })
  .on(review, async (c) => {
    const { db, params, body, account, now, facts } = c.var
    const session = facts.met[0] ?? fail('not_found')
    const side = sideOf(session, account.id)
    judgeForm(side, body)
    const until = writeUntil(session)
    if (!until) fail('state_conflict', { detail: 'Only a session that took place can be reviewed.' })
    if (until <= now) fail('state_conflict', { detail: 'The 14 days to review this session are over.' })
    const id = newId(now)
    const stars = body.stars ?? null
    const draft = { id, booking_id: params.id, side, author: account.id, stars, text: body.text, now }
    const results = await write(db, [
      ...writing.writeReview(db, draft),
      ...writing.tellWritten(db, draft, session),
      ...writing.tellPublished(db, side, session, now, writing.isPublished(id)),
      ...writing.tellPublished(db, otherSide(side), session, now, writing.isPublished(id)),
      data.reviewsOfSession(db, params.id),
    ])
    const rows = results.at(-1) as data.SessionReview[]
    if (!rows.some((row) => row.id === id))
      fail('state_conflict', { detail: 'You have reviewed this session already.' })
    return c.json(sessionView(session, rows, account.id, now), 201)
  })
  .on(reply, async (c) => {
    const { db, params, body, account, now, facts } = c.var
    const found = facts.review[0] ?? fail('not_found')
    const again = () => fail('state_conflict', { detail: 'You have replied to this review already.' })
    if (facts.reply.length > 0) again()
    const { student_account_id, booking_id, offer_title, mentor_id } = found
    const words = { mentor_name: account.name, booking_id, offer_title, mentor_id }
    const cause = `review:${params.id}:reply`
    const told = { person: student_account_id, kind: 'review_reply' as const, cause, data: words }
    const [written] = (await write(db, [
      writing.writeReply(db, { review_id: params.id, mentor_account_id: account.id, text: body.text, now }),
      ...notify(db, told, now, writing.isReplied(params.id)),
    ])) as [unknown[]]
    if (written.length === 0) again()
    return c.json({ text: body.text, replied_at: now }, 201)
  })
