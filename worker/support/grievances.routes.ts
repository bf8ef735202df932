import { emailKey } from '../accounts/emails.rules'
import * as contract from '../contract/grievances'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { route, slice } from '../lib/route'
import { fileGrievance, grievanceView, grievanceWith } from './grievances.data'
import { clocksFrom, pathHere } from './grievances.rules'
import { grievanceIn, isProven } from './grievances.token'
import { officerOf } from './officer'

const file = route('anyone', {
  method: 'post',
  path: '/grievances/',
  operationId: 'fileGrievance',
  summary: 'A formal complaint: acknowledged within 24 hours, resolved within 15 days. The receipt comes by mail',
  body: contract.NewGrievance,
  returns: { 201: contract.GrievanceFiled },
  fails: ['invalid_input', 'too_many_requests'],
  limits: ({ headers, body }) => [
    { subject: `grievance:${addressPrefix(headers)}`, most: 10, seconds: 3600 },
    { subject: `grievance:${emailKey(body.email)}`, most: 5, seconds: 86_400 },
  ],
})

const officer = route('anyone', {
  method: 'get',
  path: '/grievances/officer/',
  operationId: 'grievanceOfficer',
  summary: 'Who answers complaints, and how to reach them',
  returns: { 200: contract.GrievanceOfficer },
  fails: ['not_found'],
  shared: true,
})

const status = route('anyone', {
  method: 'get',
  path: '/grievances/:token/',
  operationId: 'grievance',
  summary: 'How a complaint stands, by the link of its receipt',
  params: contract.GrievanceToken,
  returns: { 200: contract.Grievance },
  fails: ['not_found', 'too_many_requests'],
  limits: ({ headers }) => [{ subject: `grievance-link:${addressPrefix(headers)}`, most: 300, seconds: 3600 }],
  facts: (db, { params }) => ({ rows: grievanceWith(db, grievanceIn(params.token)) }),
})

function pathOf(about: string | undefined, origin: string): string | null {
  if (about === undefined) return null
  return pathHere(about, origin) ?? fail('invalid_input', { errors: { about: ['The address of a page of AspireX'] } })
}

export const grievanceRoutes = slice()
  .on(file, async (c) => {
    const { db, body, now, visitor } = c.var
    const about = pathOf(body.about, c.env.PUBLIC_ORIGIN)
    const grievance = { ...body, about, id: newId(now), account_id: visitor?.id ?? null }
    const filed = (await write(db, fileGrievance(db, grievance, now))).at(-1) as { reference: string }[]
    return c.json({ reference: filed[0]?.reference, filed_at: now, ...clocksFrom(now) }, 201)
  })
  .on(officer, (c) => {
    const detail = `No grievance officer is named yet. Write to ${c.env.CONTACT_EMAIL}.`
    return c.json(officerOf(c.env) ?? fail('not_found', { detail }))
  })
  .on(status, async (c) => {
    const { facts, params } = c.var
    if (!(await isProven(c.env, params.token))) fail('not_found')
    return c.json(grievanceView(facts.rows[0] ?? fail('not_found')))
  })
