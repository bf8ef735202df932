import * as contract from '../contract/goals'
import { write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import * as data from './goals.data'
import * as writing from './writing.data'

const list = route('student', {
  method: 'get',
  path: '/goals/',
  operationId: 'goalsOf',
  summary: 'My goals with their steps, in my order',
  returns: { 200: contract.Goals },
  facts: (db, { me }) => ({ goals: data.goalsOf(db, me) }),
})

const add = route('student', {
  method: 'post',
  path: '/goals/',
  operationId: 'addGoal',
  summary: 'Set a goal, at the end of the list',
  body: contract.NewGoal,
  returns: { 201: contract.Goal },
  fails: ['limit_reached', 'invalid_input'],
})

const change = route('student', {
  method: 'put',
  path: '/goals/:id/',
  operationId: 'changeGoal',
  summary: 'Reword a goal, mark it reached or not, or move it in the list',
  params: contract.GoalPath,
  body: contract.GoalChange,
  returns: { 200: contract.Goal },
  fails: ['not_found', 'invalid_input'],
})

const remove = route('student', {
  method: 'delete',
  path: '/goals/:id/',
  operationId: 'removeGoal',
  summary: 'Delete a goal; for a day it can be taken back',
  params: contract.GoalPath,
  returns: { 204: null },
  fails: ['not_found'],
})

const restore = route('student', {
  method: 'post',
  path: '/goals/:id/restore/',
  operationId: 'restoreGoal',
  summary: 'Take back that a goal was deleted',
  params: contract.GoalPath,
  returns: { 200: contract.Goal },
  fails: ['not_found', 'limit_reached'],
  facts: (db, { params, me }) => ({ removed: writing.removedGoal(db, me, params.id) }),
})

const addStep = route('student', {
  method: 'post',
  path: '/goals/:id/steps/',
  operationId: 'addStep',
  summary: 'Add a step to a goal, at the end or where it is said',
  params: contract.GoalPath,
  body: contract.NewStep,
  returns: { 201: contract.Goal },
  fails: ['not_found', 'limit_reached', 'invalid_input'],
})

const changeStep = route('student', {
  method: 'put',
  path: '/goals/:id/steps/:step_id/',
  operationId: 'changeStep',
  summary: 'Reword a step, mark it done or not, move it, or take one that a mentor proposed',
  params: contract.StepPath,
  body: contract.StepChange,
  returns: { 200: contract.Goal },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
})

const removeStep = route('student', {
  method: 'delete',
  path: '/goals/:id/steps/:step_id/',
  operationId: 'removeStep',
  summary: 'Delete a step, or refuse a proposed one',
  params: contract.StepPath,
  returns: { 200: contract.Goal },
  fails: ['not_found'],
})

/** Writes, and answers the goal as it is then. */
async function goalAfter(db: Database, me: string, id: string, statements: Statement[]) {
  const results = await write(db, [...statements, data.goalOf(db, me, id)])
  const [goal] = results.at(-1) as data.GoalRow[]
  return { goal, results }
}

export const goalRoutes = slice()
  .on(list, (c) => c.json({ items: c.var.facts.goals, next_cursor: null }))
  .on(add, async (c) => {
    const { db, body, account, now } = c.var
    const id = newId(now)
    const draft = { id, me: account.id, now, title: body.title, note: body.note ?? '' }
    const { goal } = await goalAfter(db, account.id, id, [writing.addGoal(db, draft)])
    return c.json(goal ?? fail('limit_reached'), 201)
  })
  .on(change, async (c) => {
    const { db, params, body, account, now } = c.var
    const which = { id: params.id, me: account.id, now }
    const { goal } = await goalAfter(db, account.id, params.id, [
      writing.changeGoal(db, which, body),
      ...(body.position === undefined ? [] : [writing.moveGoal(db, which, body.position)]),
    ])
    return c.json(goal ?? fail('not_found'))
  })
  .on(remove, async (c) => {
    const { db, params, account, now } = c.var
    const [gone] = (await write(db, [writing.removeGoal(db, { id: params.id, me: account.id, now })])) as [unknown[]]
    return gone.length > 0 ? c.body(null, 204) : fail('not_found')
  })
  .on(restore, async (c) => {
    const { db, params, account, facts } = c.var
    if (facts.removed.length === 0) fail('not_found')
    const which = { id: params.id, me: account.id }
    const { goal } = await goalAfter(db, account.id, params.id, [writing.restoreGoal(db, which)])
    return c.json(goal ?? fail('limit_reached'))
  })
  .on(addStep, async (c) => {
    const { db, params, body, account, now } = c.var
    const step = { id: newId(now), goal_id: params.id, me: account.id, now }
    const { goal } = await goalAfter(db, account.id, params.id, [
      writing.addStep(db, { ...step, title: body.title, done: body.done ?? false }),
      ...(body.position === undefined ? [] : [writing.moveStep(db, step, body.position)]),
    ])
    if (!goal) fail('not_found')
    if (!goal.steps.some(({ id }) => id === step.id)) fail('limit_reached')
    return c.json(goal, 201)
  })
  .on(changeStep, async (c) => {
    const { db, params, body, account, now } = c.var
    const step = { id: params.step_id, goal_id: params.id, me: account.id, now }
    const { goal } = await goalAfter(db, account.id, params.id, [
      writing.changeStep(db, step, body),
      ...(body.position === undefined ? [] : [writing.moveStep(db, step, body.position)]),
    ])
    const changed = goal?.steps.find(({ id }) => id === step.id) ?? fail('not_found')
    if (changed.proposed_by) fail('state_conflict', { detail: 'Take the proposed step first.' })
    return c.json(goal)
  })
  .on(removeStep, async (c) => {
    const { db, params, account } = c.var
    const step = { id: params.step_id, goal_id: params.id, me: account.id }
    const { goal, results } = await goalAfter(db, account.id, params.id, [writing.removeStep(db, step)])
    if (!goal || (results[0] as unknown[]).length === 0) fail('not_found')
    return c.json(goal)
  })
