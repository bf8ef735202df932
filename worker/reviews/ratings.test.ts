import { env } from 'cloudflare:test'
import * as fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { nightlyOpeningJobs } from '../mentors/openings.jobs'
import { admin, answer, api, OFFER, student, type Person, type Teacher } from '../test/world'
import { freeMentor, publicly, reviewed, told } from './desk'
import { leastScoreFor, ratingOf, scoreOf } from './ratings.rules'
import { nightlyReviewJobs } from './reviews.jobs'

const recount = () => nightlyReviewJobs.recount_ratings!(env)
const listingOf = ({ user }: Teacher) =>
  env.DB.prepare('select rating_score, has_intro from listings where account_id = ?').bind(user.id).first()
const found = async (query: string): Promise<string[]> =>
  (await answer(api('GET', `/mentors/?limit=100&${query}`), 200)).items.map(({ mentor_id }: any) => mentor_id)

let asha: Person
beforeAll(async () => void (asha = await student()))

it('the score lies between what was given and 4.5, and nears what was given with every review', () => {
  const stars = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(stars, fc.integer({ min: 3, max: 500 }), (given, count) => {
      const distance = (n: number) => Math.abs(scoreOf({ count: n, sum: n * given }) - 100 * given)
      expect(distance(count)).toBeLessThanOrEqual(Math.abs(450 - 100 * given))
      expect(distance(count + 1)).toBeLessThanOrEqual(distance(count))
    }),
  )
})

it('asks for at least what is shown: a rating passes the filter of its own number and fails the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 300 }), fc.double({ min: 1, max: 5, noNaN: true }), (count, mean) => {
      const totals = { count, sum: Math.round(count * mean) }
      const shown = ratingOf(totals)!
      expect(scoreOf(totals)).toBeGreaterThanOrEqual(leastScoreFor(shown))
      expect(scoreOf(totals)).toBeLessThan(leastScoreFor(shown + 0.1))
    }),
  )
})

it('a mentor is new under three reviews, then has a score with its count on page and card', async () => {
  const ravi = await freeMentor()
  for (const stars of [5, 4]) await reviewed(asha, ravi, stars)
  const page = () => answer(api('GET', `/mentors/${ravi.mentor_id}/`), 200)
  expect(await page()).toMatchObject({ rating: null, rating_count: 2 })
  expect(await listingOf(ravi)).toMatchObject({ rating_score: 0 })
  await reviewed(asha, ravi, 2)
  // (5 × 4.5 + 11) / 8 = 4.1875
  expect(await page()).toMatchObject({ rating: 4.2, rating_count: 3 })
  expect(await listingOf(ravi)).toMatchObject({ rating_score: 419 })
  expect(await publicly(ravi)).toMatchObject({ summary: { rating: 4.2, histogram: [0, 1, 0, 1, 1] } })
  expect(await answer(api('GET', '/mentor/profile/', { as: ravi }), 200)).toMatchObject({
    rating: 4.2,
    rating_count: 3,
  })
})

it('the directory finds by rating as it is shown, sorts by it, and finds free intros', async () => {
  const [best, good, fresh] = [await freeMentor(), await freeMentor(), await freeMentor()]
  for (let i = 0; i < 3; i++) await reviewed(asha, best, 5)
  for (let i = 0; i < 3; i++) await reviewed(asha, good, 4)
  const intro = { ...OFFER, kind: 'intro', amount_minor: 0, minutes: 15, title: 'Hello' }
  const { id } = await answer(api('POST', '/mentor/offers/', { as: fresh, body: intro }), 201)

  const sorted = await found('sort=rating')
  expect(sorted.slice(0, 2)).toEqual([best.mentor_id, good.mentor_id])
  expect(sorted).toContain(fresh.mentor_id)
  expect(await found('rating_min=4.7&sort=rating')).toEqual([best.mentor_id])
  expect(await found('rating_min=4.3')).toContain(good.mentor_id)
  expect(await found('rating_min=4.3')).not.toContain(fresh.mentor_id)
  expect(await found('free_intro=true')).toEqual([fresh.mentor_id])
  await answer(api('DELETE', `/mentor/offers/${id}/`, { as: fresh }), 204)
  expect(await found('free_intro=true')).toEqual([])
  for (const wrong of ['rating_min=0', 'rating_min=5.5', 'rating_min=4.55', 'rating_min=x', 'free_intro=perhaps'])
    await answer(api('GET', `/mentors/?${wrong}`), 422)
})

it('is gone from the directory with a refusal, and back with its score', async () => {
  const ravi = await freeMentor()
  for (let i = 0; i < 3; i++) await reviewed(asha, ravi, 5)
  const before = await listingOf(ravi)
  for (const decision of ['refuse', 'approve']) {
    const body = { decision, reason: 'Because' }
    const path = `/admin/mentor-applications/${ravi.mentor_id}/decision/`
    await answer(api('POST', path, { as: await admin(), body }), 200)
  }
  expect(await listingOf(ravi)).toEqual(before)
})

it('the nightly recount finds a difference, mends it and says how much that was', async () => {
  const ravi = await freeMentor()
  for (const stars of [5, 3, 3]) await reviewed(asha, ravi, stars)
  const kept = await publicly(ravi)
  expect(await recount()).toBe(0)
  await env.DB.prepare('update ratings set count = 9, sum = 9, stars_1 = 9 where mentor_account_id = ?')
    .bind(ravi.user.id)
    .run()
  expect(await recount()).toBe(1)
  await env.DB.prepare('delete from ratings where mentor_account_id = ?').bind(ravi.user.id).run()
  expect(await recount()).toBe(1)
  expect(await publicly(ravi)).toEqual(kept)
  expect(await nightlyOpeningJobs.compare_openings!(env)).toBe(0)
  await env.DB.prepare('update listings set rating_score = 1 where account_id = ?').bind(ravi.user.id).run()
  expect(await nightlyOpeningJobs.compare_openings!(env)).toBe(1)
  expect(await listingOf(ravi)).toMatchObject({ rating_score: scoreOf({ count: 3, sum: 11 }) })
})

it('a reported review is removed with a reason, leaves its place, counts no more, and its writer is told', async () => {
  const [ravi, ila, staff] = [await freeMentor(), await student(), await admin()]
  const ids: string[] = []
  for (const stars of [1, 5, 5]) ids.push(await reviewed(asha, ravi, stars, `Worth ${stars}`))
  const [rude, kept] = ids as [string, string]
  await answer(api('POST', `/reviews/${rude}/reply/`, { as: ravi, body: { text: 'That hurts' } }), 201)
  const report = (as: Person, id: string, reason = 'It is rude') =>
    api('POST', `/reviews/${id}/reports/`, { as, body: { reason } })
  await answer(report(asha, rude), 404)
  await answer(report(ila, 'nothing-here'), 404)
  await answer(report(ravi, rude), 201)
  await answer(report(ravi, rude, 'Again'), 200)
  await answer(report(ila, rude), 201)
  await answer(report(ila, kept), 201)

  const queue = async (state = 'open') =>
    (await answer(api('GET', `/admin/review-reports/?state=${state}`, { as: staff }), 200)).items
  await answer(api('GET', '/admin/review-reports/', { as: ila }), 403)
  expect((await queue()).map(({ review }: any) => review.id)).toEqual([rude, rude, kept])
  const [first, , third] = await queue()
  const decide = (id: string, decision: string) =>
    api('POST', `/admin/review-reports/${id}/decision/`, { as: staff, body: { decision, reason: 'Insults' } })
  await answer(decide(third.id, 'remove_reply'), 422)
  expect(await answer(decide(first.id, 'remove_reply'), 200)).toMatchObject({ review: { reply: { text: null } } })
  expect((await publicly(ravi)).summary.rating_count).toBe(3)
  await answer(decide(first.id, 'remove'), 409)

  await answer(report(await student(), rude), 201)
  const [, again] = await queue()
  expect(await answer(decide(again.id, 'remove'), 200)).toMatchObject({
    state: 'removed',
    review: { is_removed: true, text: 'Worth 1' },
  })
  await answer(decide(third.id, 'keep'), 200)
  const { items, summary } = await publicly(ravi)
  expect(summary).toMatchObject({ rating: null, rating_count: 2, histogram: [0, 0, 0, 0, 2] })
  expect(items.find(({ id }: any) => id === rude)).toMatchObject({ is_removed: true, stars: null, text: '' })
  expect(await queue()).toEqual([])
  expect((await told(asha)).filter((kind) => kind === 'review_removed')).toHaveLength(1)
  expect((await told(ravi)).filter((kind) => kind === 'review_removed')).toHaveLength(1)
})
