import * as contract from '../contract/checks'
import { MentorPath } from '../contract/mentors'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { applicantOf } from './applications.data'
import * as data from './checks.data'

const grant = route('admin', {
  method: 'post',
  path: '/admin/mentor-applications/:mentor_id/checks/',
  operationId: 'grantCheck',
  summary: 'Say on a mentor’s page what a person of ours has checked',
  params: MentorPath,
  body: contract.NewCheck,
  returns: { 201: contract.GrantedCheck },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params }) => ({ mentor: applicantOf(db, params.mentor_id) }),
})

const remove = route('admin', {
  method: 'delete',
  path: '/admin/mentor-applications/:mentor_id/checks/:id/',
  operationId: 'removeCheck',
  summary: 'Take a check away',
  params: contract.CheckPath,
  body: contract.CheckRemoval,
  returns: { 204: null },
  fails: ['not_found', 'invalid_input'],
})

type Granted = ReturnType<typeof data.grantedChecks>['_']['result']

export const checkRoutes = slice()
  .on(grant, async (c) => {
    const { db, now, body, params, account, facts } = c.var
    const { account_id } = facts.mentor[0] ?? fail('not_found')
    const id = newId(now)
    const { kind, subject, note } = body
    const notice = {
      person: account_id,
      kind: 'check_passed' as const,
      cause: `check:${id}`,
      data: { check: kind, subject },
    }
    const results = await write(db, [
      ...data.grantCheck(db, { id, account_id, kind, subject, staff: { account_id: account.id, note }, now }),
      ...notify(db, notice, now, data.isGranted(id)),
      data.grantedChecks(db, params.mentor_id),
    ])
    const granted = (results.at(-1) as Granted).find((check) => check.id === id)
    return c.json(granted ?? fail('state_conflict', { detail: 'The profile says something else now.' }), 201)
  })
  .on(remove, async (c) => {
    const { db, now, body, params, account } = c.var
    const [, removed] = await write(db, data.removeCheck(db, { ...params, by: account.id, reason: body.reason, now }))
    if ((removed as unknown[]).length === 0) fail('not_found')
    return c.body(null, 204)
  })
