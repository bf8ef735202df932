import * as contract from '../contract/goals'
import { SHARING_STATES } from '../contract/goals.constants'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import * as data from './goals.data'
import { wordsOf } from './sharing.words'
import { isStep, proposeStep } from './writing.data'

const shared = route('signed_in', {
  method: 'get',
  path: '/bookings/:id/goals/',
  operationId: 'goalsOfBooking',
  summary: 'The goals that the student of a booking shares with its mentor',
  params: contract.SharingPath,
  returns: { 200: contract.SharedGoals },
  fails: ['not_found'],
  facts: (db, { params, me }) => ({
    met: data.sessionOf(db, params.id, me),
    goals: data.goalsOfBooking(db, params.id, me),
  }),
})

const share = route('student', {
  method: 'put',
  path: '/bookings/:id/goals/',
  operationId: 'shareGoals',
  summary: 'Share these goals with the mentor of a booking of mine, and no others',
  params: contract.SharingPath,
  body: contract.Sharing,
  needs: TO_REACH_OTHERS,
  returns: { 200: contract.SharedGoals },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params, body, me }) => ({
    met: data.sessionOf(db, params.id, me),
    own: data.ownAmong(db, me, body.goal_ids),
  }),
})

const propose = route('approved_mentor', {
  method: 'post',
  path: '/bookings/:id/goals/:goal_id/steps/',
  operationId: 'proposeStep',
  summary: 'Propose a step towards a goal that is shared with a booking of mine',
  params: contract.ProposingPath,
  body: contract.ProposedStep,
  needs: TO_REACH_OTHERS,
  returns: { 201: contract.SharedGoal },
  fails: ['not_found', 'limit_reached', 'invalid_input'],
  facts: (db, { params, me }) => ({
    met: data.sessionOf(db, params.id, me),
    goal: data.goalOfBooking(db, params.id, me, params.goal_id),
  }),
})

const isOpen = ({ state }: data.Session): boolean => (SHARING_STATES as readonly string[]).includes(state)

export const sharingRoutes = slice()
  .on(shared, (c) => {
    const session = c.var.facts.met[0] ?? fail('not_found')
    return c.json({ items: c.var.facts.goals, is_open: isOpen(session) })
  })
  .on(share, async (c) => {
    const { db, params, body, account, now, facts } = c.var
    const session = facts.met[0]
    if (session?.student_account_id !== account.id) fail('not_found')
    if (!isOpen(session)) fail('state_conflict', { detail: 'Goals are not shared with this booking.' })
    const goal_ids = [...new Set(body.goal_ids)]
    if (facts.own.length < goal_ids.length) fail('invalid_input', { errors: { goal_ids: ['You have no such goal'] } })
    const results = await write(db, [
      ...data.shareGoals(db, { booking_id: params.id, me: account.id, goal_ids, now }),
      data.goalsOfBooking(db, params.id, account.id),
    ])
    return c.json({ items: results.at(-1) as data.SharedRow[], is_open: true })
  })
  .on(propose, async (c) => {
    const { db, params, body, account, now, facts } = c.var
    const session = facts.met[0]
    if (session?.mentor_account_id !== account.id || facts.goal.length === 0) fail('not_found')
    const id = newId(now)
    const told = {
      person: session.student_account_id,
      kind: 'step_proposed' as const,
      cause: `booking:${params.id}:step_proposed`,
      data: wordsOf(session, 'student'),
    }
    const results = await write(db, [
      proposeStep(db, { id, goal_id: params.goal_id, me: account.id, now, title: body.title, booking_id: params.id }),
      ...notify(db, told, now, isStep(id)),
      data.goalOfBooking(db, params.id, account.id, params.goal_id),
    ])
    const [goal] = results.at(-1) as data.SharedRow[]
    if (!goal) fail('not_found')
    if (!goal.steps.some((step) => step.id === id)) fail('limit_reached')
    return c.json(goal, 201)
  })
