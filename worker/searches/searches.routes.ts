import { MentorQuery } from '../contract/mentors'
import * as contract from '../contract/searches'
import { SAVED_SEARCHES_MOST } from '../contract/searches.constants'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import * as data from './searches.data'
import { normalSearch } from './searches.rules'

const list = route('student', {
  method: 'get',
  path: '/searches/',
  operationId: 'searchesOf',
  summary: 'My saved searches, newest first',
  returns: { 200: contract.SavedSearchPage },
  facts: (db, { me }) => ({ saved: data.searchesOf(db, me) }),
})

const save = route('student', {
  method: 'post',
  path: '/searches/',
  operationId: 'saveSearch',
  summary: 'Save a search of the directory; the same one again is renamed',
  body: contract.NewSearch,
  returns: { 201: contract.SavedSearch },
  fails: ['invalid_input', 'state_conflict'],
})

const forget = route('student', {
  method: 'delete',
  path: '/searches/:id/',
  operationId: 'forgetSearch',
  summary: 'Save this search no longer',
  params: contract.SearchPath,
  returns: { 204: null },
  fails: ['not_found'],
})

type Saved = Awaited<ReturnType<typeof data.searchWith>>[number]

export const searchRoutes = slice()
  .on(list, (c) => c.json({ items: c.var.facts.saved, next_cursor: null }))
  .on(save, async (c) => {
    const { db, account, body, now } = c.var
    const query =
      normalSearch(body.query, MentorQuery) ??
      fail('invalid_input', { errors: { query: ['The directory does not know this search'] } })
    const [, [saved]] = (await write(db, [
      data.saveSearch(db, { id: newId(now), account_id: account.id, name: body.name, query, now }),
      data.searchWith(db, account.id, query),
    ])) as [unknown, Saved[]]
    return c.json(
      saved ?? fail('state_conflict', { detail: `You have ${SAVED_SEARCHES_MOST} saved searches already.` }),
      201,
    )
  })
  .on(forget, async (c) => {
    const [gone] = (await write(c.var.db, [data.forgetSearch(c.var.db, c.var.account.id, c.var.params.id)])) as [
      unknown[],
    ]
    return gone.length > 0 ? c.body(null, 204) : fail('not_found')
  })
