import { env } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { MOST_PROPOSED_STEPS } from '../contract/goals.constants'
import { unmetered } from '../lib/database'
import { freeMentor, told } from '../reviews/desk'
import { answer, api, eventually, student } from '../test/world'
import { addGoal, addStep, booked, goalsOf, propose, share, sharedIn, titlesOf } from './desk'
import { sharedGoalsWith } from './goals.data'

it('shows a mentor the goals that are shared with a booking of theirs, and no longer once they are not', async () => {
  const [ila, mira, other] = [await student(), await freeMentor(), await freeMentor()]
  const [booking, elsewhere] = [await booked(ila, mira), await booked(ila, other)]
  const [shown, hidden] = [await addGoal(ila, 'Shown'), await addGoal(ila, 'Hidden')]
  expect(await sharedIn(mira, booking)).toEqual({ items: [], is_open: true })
  await addStep(ila, shown.id, 'A step')
  await answer(share(ila, booking, [shown.id]), 200)
  expect((await sharedIn(mira, booking)).items).toMatchObject([{ title: 'Shown', steps: [{ title: 'A step' }] }])
  expect((await sharedIn(other, elsewhere)).items).toEqual([])
  await answer(api('GET', `/bookings/${booking.id}/goals/`, { as: other }), 404)
  expect((await goalsOf(ila))[0]).toMatchObject({ shared_with: [{ mentor_id: mira.mentor_id }] })

  await answer(share(ila, booking, [hidden.id]), 200)
  expect(titlesOf((await sharedIn(mira, booking)).items)).toEqual(['Hidden'])
  await answer(api('DELETE', `/goals/${hidden.id}/`, { as: ila }), 204)
  expect((await sharedIn(mira, booking)).items).toEqual([])
})

it('lets a student share their own goals with their own booking only', async () => {
  const [ila, stranger, mira] = [await student(), await student(), await freeMentor()]
  const booking = await booked(ila, mira)
  const [mine, theirs] = [await addGoal(ila, 'Mine'), await addGoal(stranger, 'Theirs')]
  expect(await answer(share(ila, booking, [mine.id, theirs.id]), 422)).toMatchObject({
    errors: { goal_ids: [expect.any(String)] },
  })
  await answer(share(stranger, booking, [theirs.id]), 404)
  expect((await sharedIn(ila, booking)).items).toEqual([])
  await answer(share(ila, booking, [mine.id]), 200)
  await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: ila, body: { reason: 'Ill' } }), 200)
  expect(await sharedIn(mira, booking)).toEqual({ items: [], is_open: false })
  expect(await answer(share(ila, booking, [mine.id]), 409)).toMatchObject({ code: 'state_conflict' })
})

it('makes a step of a proposal once the student takes it', async () => {
  const [ila, mira, other] = [await student(), await freeMentor(), await freeMentor()]
  const [booking, elsewhere] = [await booked(ila, mira), await booked(ila, other)]
  const goal = await addGoal(ila, 'Write a parser')
  await answer(propose(mira, booking, goal.id, 'Too early'), 404)
  await answer(share(ila, booking, [goal.id]), 200)
  await answer(share(ila, elsewhere, [goal.id]), 200)
  await answer(propose(other, booking, goal.id, 'Not my booking'), 404)
  const proposed = await answer(propose(mira, booking, goal.id, 'Read a grammar'), 201)
  expect(proposed.steps).toMatchObject([{ title: 'Read a grammar', proposed_by: { mentor_id: mira.mentor_id } }])
  // What waits is between the two.
  expect((await sharedIn(other, elsewhere)).items).toMatchObject([{ steps: [] }])

  const step = `/goals/${goal.id}/steps/${proposed.steps[0].id}/`
  expect(await answer(api('PUT', step, { as: ila, body: { done: true } }), 409)).toMatchObject({
    code: 'state_conflict',
  })
  await answer(api('PUT', step, { as: mira, body: { accept: true } }), 404)
  const taken = await answer(api('PUT', step, { as: ila, body: { accept: true } }), 200)
  expect(taken.steps).toMatchObject([{ title: 'Read a grammar', done_at: null, proposed_by: null }])
  expect((await sharedIn(other, elsewhere)).items).toMatchObject([{ steps: [{ title: 'Read a grammar' }] }])
})

it('refuses a proposal without a trace, takes so many at once, and tells the student once', async () => {
  const [ila, mira] = [await student(), await freeMentor()]
  const booking = await booked(ila, mira)
  const { id } = await addGoal(ila, 'Ship it')
  await answer(share(ila, booking, [id]), 200)
  for (let i = 0; i < MOST_PROPOSED_STEPS; i++) await answer(propose(mira, booking, id, `Step ${i}`), 201)
  expect(await answer(propose(mira, booking, id, 'One more'), 409)).toMatchObject({ code: 'limit_reached' })
  const { steps } = (await goalsOf(ila))[0]!
  await answer(api('DELETE', `/goals/${id}/steps/${steps[0]!.id}/`, { as: ila }), 200)
  expect((await sharedIn(mira, booking)).items[0]!.steps).toHaveLength(MOST_PROPOSED_STEPS - 1)
  await answer(propose(mira, booking, id, 'Room again'), 201)
  const kinds = await eventually(async () => {
    const all = await told(ila)
    return all.includes('step_proposed') && all
  })
  expect(kinds.filter((kind) => kind === 'step_proposed')).toHaveLength(1)
})

it('gathers what a student shares with one mentor through any booking', async () => {
  const [ila, mira, other] = [await student(), await freeMentor(), await freeMentor()]
  const goal = await addGoal(ila, 'Twice shared')
  for (const teacher of [mira, mira]) await answer(share(ila, await booked(ila, teacher), [goal.id]), 200)
  const db = unmetered(env)
  expect(await sharedGoalsWith(db, mira.user.id, ila.user.id)).toMatchObject([{ title: 'Twice shared', steps: [] }])
  expect(await sharedGoalsWith(db, other.user.id, ila.user.id)).toEqual([])
})
