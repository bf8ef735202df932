import * as contract from '../contract/tasks'
import { pageFrom, read } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as data from './tasks.data'

const list = route('admin', {
  method: 'get',
  path: '/admin/tasks/',
  operationId: 'adminTasks',
  summary: 'What the product could not settle by itself, the newest first',
  query: contract.TaskQuery,
  returns: { 200: contract.TaskPage },
  fails: ['invalid_input'],
  facts: (db, { query }) => ({ rows: data.tasks(db, query) }),
})

const done = route('admin', {
  method: 'post',
  path: '/admin/tasks/:id/done/',
  operationId: 'finishAdminTask',
  summary: 'Say that a task is settled, and how',
  params: contract.TaskPath,
  body: contract.TaskDone,
  returns: { 200: contract.Task },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params }) => ({ rows: data.taskWith(db, params.id) }),
})

export const taskRoutes = slice()
  .on(list, (c) => c.json(pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.id])))
  .on(done, async (c) => {
    const { db, account, body, facts, now } = c.var
    const task = facts.rows[0] ?? fail('not_found')
    const [finished] = await read(db, data.finish(db, { id: task.id, by: account.id, note: body.note, now }))
    return c.json(finished ?? fail('state_conflict', { detail: 'Somebody settled it before.' }))
  })
