import { env } from 'cloudflare:test'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { BADGE_RULES, BADGES } from '../contract/badges.constants'
import { answer, api, student, type Teacher } from '../test/world'
import { earned, standingsOf, type Counts } from './badges.rules'
import { freeMentor, reviewed, session, told } from './desk'
import { nightlyReviewJobs } from './reviews.jobs'

const judge = () => nightlyReviewJobs.judge_badges!(env)
const badgesOf = async ({ mentor_id }: Teacher) => (await answer(api('GET', `/mentors/${mentor_id}/`), 200)).badges
const standingOf = async (as: Teacher, badge: string) =>
  (await answer(api('GET', '/mentor/badges/', { as }), 200)).items.find((one: any) => one.badge === badge)

const few = fc.nat(150)
const counts: fc.Arbitrary<Counts> = fc
  .record({
    sessions: few,
    recent_sessions: fc.nat(20),
    recent_absences: fc.nat(2),
    recent_cancellations: fc.nat(2),
    returning_students: fc.nat(9),
    review_count: fc.nat(40),
    mean: fc.double({ min: 1, max: 5, noNaN: true }),
  })
  .map(({ mean, ...rest }) => ({ ...rest, review_sum: Math.round(mean * rest.review_count) }))

it('a badge is held where every published condition is met, and nowhere else', () => {
  fc.assert(
    fc.property(counts, (one) => {
      const has = earned(one)
      for (const { badge, conditions } of standingsOf(one)) {
        expect(conditions.map(({ measure }) => measure)).toEqual(BADGE_RULES[badge].map(({ measure }) => measure))
        expect(has.includes(badge)).toBe(conditions.every(({ is_met }) => is_met))
      }
    }),
  )
  const perfect = { sessions: 25, recent_sessions: 10, recent_absences: 0, recent_cancellations: 0 }
  const trusted = { ...perfect, returning_students: 0, review_count: 8, review_sum: 40 }
  expect(earned(trusted)).toEqual(['trusted', 'reliable'])
  expect(earned({ ...trusted, review_count: 7, review_sum: 35 })).toEqual(['reliable'])
  expect(earned({ ...trusted, recent_absences: 1 })).toEqual([])
  expect(BADGES).toHaveLength(4)
})

it('the nightly job gives and takes, once, with the distance shown before and a notice after', async () => {
  const [ravi, asha, ila] = [await freeMentor(), await student(), await student()]
  for (let i = 0; i < 9; i++) await session(asha, ravi)
  expect(await judge()).toBe(0)
  expect(await standingOf(ravi, 'reliable')).toMatchObject({
    held_since: null,
    conditions: [
      { measure: 'recent_sessions', at_least: 10, have: 9, is_met: false },
      { measure: 'recent_absences', at_most: 0, have: 0, is_met: true },
      { measure: 'recent_cancellations', at_most: 0, have: 0, is_met: true },
    ],
  })
  await reviewed(ila, ravi, 5)
  expect(await judge()).toBe(1)
  expect(await judge()).toBe(0)
  expect(await badgesOf(ravi)).toEqual(['reliable'])
  expect((await standingOf(ravi, 'reliable')).held_since).toEqual(expect.any(String))
  expect(await told(ravi)).toContain('badge_gained')

  const missed = await session(ila, ravi)
  await env.DB.prepare(`update bookings set state = 'mentor_absent' where id = ?`).bind(missed.id).run()
  expect(await judge()).toBe(1)
  expect(await badgesOf(ravi)).toEqual([])
  expect(await told(ravi)).toContain('badge_lost')
})

it('counts a cancelled session against a mentor only where it had been agreed and they called it off', async () => {
  const [ravi, asha] = [await freeMentor(), await student()]
  const cancelled = async (by: string) => {
    const { id } = await session(asha, ravi, 'cancelled')
    await env.DB.prepare('update bookings set cancelled_by = ? where id = ?').bind(by, id).run()
    return id
  }
  await cancelled(asha.user.id)
  const declined = await cancelled(ravi.user.id)
  await env.DB.prepare(`update booking_history set state = 'pending' where booking_id = ?`).bind(declined).run()
  const have = async () => (await standingOf(ravi, 'reliable')).conditions[2].have
  expect(await have()).toBe(0)
  await cancelled(ravi.user.id)
  expect(await have()).toBe(1)
})

it('counts students who came back, not sessions', async () => {
  const ravi = await freeMentor()
  const students = await Promise.all(Array.from({ length: 5 }, () => student()))
  for (const who of students) await session(who, ravi)
  await session(students[0]!, ravi)
  const have = async () => (await standingOf(ravi, 'returned_to')).conditions[0].have
  expect(await have()).toBe(1)
  for (const who of students.slice(1)) await session(who, ravi)
  expect(await have()).toBe(5)
  await judge()
  expect(await badgesOf(ravi)).toContain('returned_to')
})
