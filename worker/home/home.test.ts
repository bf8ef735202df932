import { env } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { now } from '../lib/clock'
import { runJobs } from '../lib/jobs'
import { viewJobs } from '../mentors/views.jobs'
import { advance, rows } from '../payments/desk'
import { earnings, setProfile, taught } from '../payouts/desk'
import { answer, api, freeSlots, hold, mentor, newcomer, student, type Person, type Teacher } from '../test/world'

const home = (as: Person) => answer(api('GET', '/home/', { as }), 200)
const look = (as: Person, { mentor_id }: Teacher) => answer(api('POST', `/mentors/${mentor_id}/view/`, { as }), 204)
const views = async (as: Person) => (await home(as)).teaching.views

it('a page counts each person once a day, and never its own mentor', async () => {
  const [mira, ila, ben] = [await mentor(), await student(), await student()]
  for (const who of [ila, ila, ben, mira]) await look(who, mira)
  expect(await views(mira)).toEqual({ week: 2, week_before: 0 })
  await advance(86_400)
  await Promise.all([look(ila, mira), look(ila, mira), look(ila, mira)])
  expect(await views(mira)).toEqual({ week: 3, week_before: 0 })
  await advance(6 * 86_400)
  await look(ben, mira)
  expect(await views(mira)).toEqual({ week: 2, week_before: 2 })
  await advance(14 * 86_400)
  expect(await views(mira)).toEqual({ week: 0, week_before: 0 })
})

it('a page that is not listed counts nobody, and no mentor is told who looked', async () => {
  const [mira, ila] = [await mentor(), await student()]
  await look(ila, mira)
  expect(JSON.stringify(await home(mira))).not.toContain(ila.user.id)
  await rows("update mentors set application_state = 'submitted' where mentor_id = ?", mira.mentor_id)
  await answer(api('POST', `/mentors/${mira.mentor_id}/view/`, { as: await student() }), 404)
  expect(await views(mira)).toEqual({ week: 1, week_before: 0 })
})

it('who looked is forgotten after two days, and the numbers stay', async () => {
  const [mira, ila, ben] = [await mentor(), await student(), await student()]
  const lookers = async () =>
    (await rows('select viewer_account_id as who from profile_views where mentor_account_id = ?', mira.user.id)).map(
      ({ who }) => who,
    )
  for (const who of [ila, ben]) await look(who, mira)
  await advance(86_400)
  await look(ben, mira)
  await runJobs(env, viewJobs)
  expect(await lookers()).toHaveLength(3)
  await advance(2 * 86_400)
  await runJobs(env, viewJobs)
  expect(await lookers()).toEqual([ben.user.id])
  await advance(86_400)
  await runJobs(env, viewJobs)
  expect(await lookers()).toEqual([])
  expect(await views(mira)).toEqual({ week: 3, week_before: 0 })
})

it('who has just joined has nothing to do and no teaching side', async () => {
  expect(await home(await newcomer())).toEqual({
    teaching: null,
    learning: { to_review: [], proposed_steps: 0, proposed_skills: 0 },
    moves: [],
  })
})

it('the day of a mentor is that of their zone, with the seats of a group as one session', async () => {
  const ravi = await mentor({}, { kind: 'group', seats: 4, amount_minor: 0, minimum_notice_minutes: 0 })
  const [first] = await freeSlots(ravi)
  for (const as of [await student(), await student()])
    await answer(
      api('POST', '/student/book-session/', {
        as,
        body: {
          mentor_id: ravi.mentor_id,
          offer_id: ravi.offer.id,
          start_time: first!.start_time,
          time_zone: 'Asia/Kolkata',
        },
      }),
      201,
    )
  const today = async () => (await home(ravi)).teaching.today
  const dayIn = (time_zone: string, at: string) => new Date(at).toLocaleDateString('en-CA', { timeZone: time_zone })
  const isToday = dayIn(ravi.user.time_zone, now().toISOString()) === dayIn(ravi.user.time_zone, first!.start_time)
  expect(await today()).toHaveLength(isToday ? 1 : 0)
  await advance(Math.ceil((Date.parse(first!.start_time) - now().getTime()) / 1000) + 60)
  expect(await today()).toMatchObject([{ start_time: first!.start_time, students: [{}, {}] }])
  await advance(2 * 86_400)
  expect(await today()).toEqual([])
})

it('the amounts are those of the earnings, and a session that took place waits for its review', async () => {
  const [mira, ila] = [await mentor(), await student()]
  await setProfile(mira)
  const { booking_id } = await taught(ila, mira)
  const { balance, releases } = await earnings(mira)
  const { currency, available_minor, held_minor, on_its_way_minor } = balance
  expect(held_minor).toBeGreaterThan(0)
  expect((await home(mira)).teaching.money).toEqual([{ currency, available_minor, held_minor, on_its_way_minor }])
  expect((await home(mira)).teaching.next_release).toEqual(releases[0])

  expect((await home(ila)).learning.to_review).toMatchObject([{ booking_id, mentor_name: mira.user.name }])
  await answer(api('POST', `/bookings/${booking_id}/reviews/`, { as: ila, body: { stars: 4, text: 'Clear.' } }), 201)
  expect((await home(ila)).learning.to_review).toEqual([])
  await answer(api('POST', `/bookings/${booking_id}/reviews/`, { as: mira, body: { text: 'Good questions.' } }), 201)
  const { reviews } = (await home(mira)).teaching
  const page = await answer(api('GET', '/mentor/reviews/', { as: mira }), 200)
  expect(reviews).toEqual({ rating: page.summary.rating, rating_count: 1, unanswered: 1, latest: page.items })
  await answer(api('POST', `/reviews/${page.items[0].id}/reply/`, { as: mira, body: { text: 'Thank you.' } }), 201)
  expect((await home(mira)).teaching.reviews).toMatchObject({ unanswered: 0, latest: [] })
})

it('a request waits on the first page until it is answered', async () => {
  const ravi = await mentor({}, { needs_confirmation: true, amount_minor: 0, kind: 'intro' })
  const [, , slot] = await freeSlots(ravi)
  const body = {
    mentor_id: ravi.mentor_id,
    offer_id: ravi.offer.id,
    start_time: slot!.start_time,
    time_zone: 'Asia/Kolkata',
  }
  const { booking } = await answer(api('POST', '/student/book-session/', { as: await student(), body }), 201)
  expect((await home(ravi)).teaching.requests).toBe(1)
  expect((await answer(api('GET', '/bookings/?when=to_answer', { as: ravi }), 200)).items).toHaveLength(1)
  await answer(api('POST', `/bookings/${booking.id}/confirm/`, { as: ravi }), 200)
  expect((await home(ravi)).teaching.requests).toBe(0)
})

it('another time waits on the first page of the one who is asked, until there is an answer', async () => {
  const [ravi, ila] = [await mentor({}, { kind: 'intro', amount_minor: 0 }), await student()]
  const slots = await freeSlots(ravi)
  const { booking } = await hold(ila, ravi, 30)
  const { move } = await answer(
    api('POST', `/bookings/${booking.id}/reschedule/`, { as: ravi, body: { start_time: slots[40]!.start_time } }),
    200,
  )
  expect((await home(ila)).moves).toEqual([
    {
      booking_id: booking.id,
      name: ravi.user.name,
      start_time: booking.start_time,
      asked_time: slots[40]!.start_time,
      answer_by: move.answer_by,
    },
  ])
  expect((await home(ravi)).moves).toEqual([])
  await answer(api('POST', `/bookings/${booking.id}/moves/${move.id}/`, { as: ila, body: { answer: 'decline' } }), 200)
  expect((await home(ila)).moves).toEqual([])
})
