import * as contract from '../contract/mails'
import { pageFrom, write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as data from './dead.data'

const list = route('support', {
  method: 'get',
  path: '/admin/mails/dead/',
  operationId: 'deadMails',
  summary: 'Mails that nobody took, the newest first',
  query: contract.DeadMailQuery,
  returns: { 200: contract.DeadMailPage },
  fails: ['invalid_input'],
  facts: (db, { query }) => ({ rows: data.deadMails(db, query) }),
})

const retry = route('support', {
  method: 'post',
  path: '/admin/mails/dead/:id/retry/',
  operationId: 'retryDeadMail',
  summary: 'Send it again from the beginning; one cause still gives one mail',
  params: contract.DeadMailPath,
  returns: { 202: contract.DeadMail },
  fails: ['not_found'],
  facts: (db, { params }) => ({ rows: data.deadMail(db, params.id) }),
})

export const deadMailRoutes = slice()
  .on(list, (c) => c.json(pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.buried_at.getTime(), last.id])))
  .on(retry, async (c) => {
    const { db, facts, now } = c.var
    const mail = facts.rows[0] ?? fail('not_found')
    await write(db, data.revive(db, mail.id, now))
    return c.json(mail, 202)
  })
