import { env } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { MOST_GOALS, MOST_STEPS, RESTORE_HOURS } from '../contract/goals.constants'
import { now } from '../lib/clock'
import { answer, api, student, type Person } from '../test/world'
import { addGoal, addStep, goalsOf, titlesOf } from './desk'
import { goalJobs } from './goals.jobs'

const change = (as: Person, id: string, body: object) => api('PUT', `/goals/${id}/`, { as, body })
const changeStep = (as: Person, id: string, step: string, body: object) =>
  api('PUT', `/goals/${id}/steps/${step}/`, { as, body })

it('keeps goals and steps in the order that the student gives them', async () => {
  const ila = await student()
  const [first, , third] = [await addGoal(ila, 'First'), await addGoal(ila, 'Second'), await addGoal(ila, 'Third')]
  await answer(change(ila, third.id, { position: 0 }), 200)
  expect(titlesOf(await goalsOf(ila))).toEqual(['Third', 'First', 'Second'])
  await answer(change(ila, third.id, { position: 1 }), 200)
  expect(titlesOf(await goalsOf(ila))).toEqual(['First', 'Third', 'Second'])
  await answer(change(ila, first.id, { position: 49 }), 200)
  expect(titlesOf(await goalsOf(ila))).toEqual(['Third', 'Second', 'First'])

  for (const title of ['a', 'b', 'c']) await addStep(ila, first.id, title)
  const { steps } = (await goalsOf(ila))[2]!
  const moved = await answer(changeStep(ila, first.id, steps[2]!.id, { position: 0 }), 200)
  expect(titlesOf(moved.steps)).toEqual(['c', 'a', 'b'])
  const at = await answer(
    api('POST', `/goals/${first.id}/steps/`, { as: ila, body: { title: 'd', position: 1, done: true } }),
    201,
  )
  expect(titlesOf(at.steps)).toEqual(['c', 'd', 'a', 'b'])
  expect(at.steps[1].done_at).not.toBeNull()
})

it('marks goals and steps done once, and not done again', async () => {
  const ila = await student()
  const { id } = await addGoal(ila, 'Pass the interview', 'By May')
  const { steps } = await addStep(ila, id, 'Read one paper')
  const done = await answer(changeStep(ila, id, steps[0]!.id, { done: true }), 200)
  expect(done.steps[0].done_at).not.toBeNull()
  const reached = await answer(change(ila, id, { done: true }), 200)
  expect(await answer(change(ila, id, { done: true, title: 'Pass it' }), 200)).toMatchObject({
    title: 'Pass it',
    note: 'By May',
    done_at: reached.done_at,
  })
  expect(await answer(change(ila, id, { done: false, note: '' }), 200)).toMatchObject({ done_at: null, note: '' })
  const undone = await answer(changeStep(ila, id, steps[0]!.id, { done: false, title: 'Read two' }), 200)
  expect(undone.steps).toMatchObject([{ title: 'Read two', done_at: null, proposed_by: null }])
})

it('shows nobody the goals of another student, and lets nobody touch them', async () => {
  const [ila, other] = [await student(), await student()]
  const { id } = await addGoal(ila, 'Mine')
  const { steps } = await addStep(ila, id, 'A step')
  const step = steps[0]!.id
  const { id: theirs } = await addGoal(other, 'Theirs')
  for (const [method, path, body] of [
    ['PUT', `/goals/${id}/`, { title: 'Taken', position: 0 }],
    ['DELETE', `/goals/${id}/`, undefined],
    ['POST', `/goals/${id}/restore/`, undefined],
    ['POST', `/goals/${id}/steps/`, { title: 'Taken' }],
    ['PUT', `/goals/${id}/steps/${step}/`, { done: true }],
    ['DELETE', `/goals/${id}/steps/${step}/`, undefined],
    ['PUT', `/goals/${theirs}/steps/${step}/`, { done: true, position: 0 }],
    ['DELETE', `/goals/${theirs}/steps/${step}/`, undefined],
  ] as const)
    await answer(api(method, path, { as: other, body }), 404)
  expect(await goalsOf(ila)).toMatchObject([{ title: 'Mine', steps: [{ title: 'A step', done_at: null }] }])
  expect(titlesOf(await goalsOf(other))).toEqual(['Theirs'])
})

it('takes back a deleted goal as it was, for a day', async () => {
  const ila = await student()
  const { id } = await addGoal(ila, 'Come back')
  await addStep(ila, id, 'With its step')
  await answer(api('DELETE', `/goals/${id}/`, { as: ila }), 204)
  expect(await goalsOf(ila)).toEqual([])
  await answer(change(ila, id, { title: 'Gone' }), 404)
  await answer(api('DELETE', `/goals/${id}/`, { as: ila }), 404)
  const back = await answer(api('POST', `/goals/${id}/restore/`, { as: ila }), 200)
  expect(back).toMatchObject({ title: 'Come back', steps: [{ title: 'With its step' }] })

  await answer(api('DELETE', `/goals/${id}/`, { as: ila }), 204)
  expect(await goalJobs.forget_goals!(env)).toBe(0)
  const longAgo = now().getTime() - (RESTORE_HOURS + 1) * 3_600_000
  await env.DB.prepare('update goals set removed_at = ? where id = ?').bind(longAgo, id).run()
  expect(await goalJobs.forget_goals!(env)).toBe(1)
  await answer(api('POST', `/goals/${id}/restore/`, { as: ila }), 404)
})

it('has an end: of goals, of steps and of words', async () => {
  const ila = await student()
  const { id } = await addGoal(ila, 'The first')
  for (let i = 1; i < MOST_GOALS; i++) await addGoal(ila, `Goal ${i}`)
  const more = () => api('POST', '/goals/', { as: ila, body: { title: 'One too many' } })
  expect(await answer(more(), 409)).toMatchObject({ code: 'limit_reached' })
  await answer(api('DELETE', `/goals/${id}/`, { as: ila }), 204)
  const last = await answer(more(), 201)
  await answer(api('POST', `/goals/${id}/restore/`, { as: ila }), 409)

  for (let i = 0; i < MOST_STEPS; i++) await addStep(ila, last.id, `Step ${i}`)
  const step = api('POST', `/goals/${last.id}/steps/`, { as: ila, body: { title: 'One too many' } })
  expect(await answer(step, 409)).toMatchObject({ code: 'limit_reached' })
  for (const body of [{ title: '' }, { title: 'x'.repeat(121) }, { position: -1 }, { title: '​' }])
    await answer(change(ila, last.id, body), 422)
})
