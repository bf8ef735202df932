import * as contract from '../contract/grievances'
import { pageFrom, positionOf, write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as data from './grievances.data'
import { isUnmoved } from './saying'

const list = route('support', {
  method: 'get',
  path: '/admin/grievances/',
  operationId: 'grievances',
  summary: 'Complaints with both clocks, the most urgent first',
  query: contract.GrievanceQuery,
  returns: { 200: contract.HandledGrievancePage },
  fails: ['invalid_input'],
  facts: (db, { query: { state, cursor, limit } }) => ({
    rows: data.grievancesIn(db, { state, after: positionOf(cursor), limit }),
  }),
})

const one = route('support', {
  method: 'get',
  path: '/admin/grievances/:id/',
  operationId: 'handledGrievance',
  summary: 'One complaint',
  params: contract.GrievancePath,
  returns: { 200: contract.HandledGrievance },
  fails: ['not_found'],
  facts: (db, { params }) => ({ rows: data.grievanceWith(db, params.id) }),
})

const acknowledge = route('support', {
  method: 'post',
  path: '/admin/grievances/:id/acknowledge/',
  operationId: 'acknowledgeGrievance',
  summary: 'Say that an officer has read it; who complained is told by mail',
  params: contract.GrievancePath,
  returns: { 200: contract.HandledGrievance },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { params }) => ({ rows: data.grievanceWith(db, params.id) }),
})

const resolve = route('support', {
  method: 'post',
  path: '/admin/grievances/:id/resolve/',
  operationId: 'resolveGrievance',
  summary: 'Answer it in words, which are mailed',
  params: contract.GrievancePath,
  body: contract.GrievanceResolution,
  returns: { 200: contract.HandledGrievance },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params }) => ({ rows: data.grievanceWith(db, params.id) }),
})

const again = (): never => fail('state_conflict', { detail: 'Somebody did this before.' })
const positionIn = ({ due_at, resolved_at, id }: data.GrievanceRow) => [(due_at ?? resolved_at)?.getTime() ?? 0, id]
const told = (results: unknown[], now: Date) =>
  data.handledView((results.at(-1) as data.GrievanceRow[])[0] ?? fail('not_found'), now)

export const grievanceDeskRoutes = slice()
  .on(list, (c) => {
    const { facts, query, now } = c.var
    const { items, next_cursor } = pageFrom(facts.rows, query.limit, positionIn)
    return c.json({ items: items.map((row) => data.handledView(row, now)), next_cursor })
  })
  .on(one, (c) => c.json(data.handledView(c.var.facts.rows[0] ?? fail('not_found'), c.var.now)))
  .on(acknowledge, async (c) => {
    const { db, account, now, facts } = c.var
    const { id } = facts.rows[0] ?? fail('not_found')
    const act = data.acknowledge(db, { id, by: account.id, now })
    const results = await write(db, [...act, data.grievanceWith(db, id)])
    if (isUnmoved(results)) again()
    return c.json(told(results, now))
  })
  .on(resolve, async (c) => {
    const { db, account, now, body, facts } = c.var
    const { id } = facts.rows[0] ?? fail('not_found')
    const act = data.resolve(db, { id, by: account.id, now }, body.resolution)
    const results = await write(db, [...act, data.grievanceWith(db, id)])
    if (isUnmoved(results)) again()
    return c.json(told(results, now))
  })
