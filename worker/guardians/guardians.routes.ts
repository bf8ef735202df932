import { emailKey } from '../accounts/emails.rules'
import { isMinor } from '../accounts/age.rules'
import * as contract from '../contract/guardians'
import { read, write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf, newId } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice } from '../lib/route'
import * as data from './guardians.data'
import { DECISIONS } from './guardians.rules'

const DAY = 86_400
const guardian = route('signed_in', {
  method: 'get',
  path: '/guardian/',
  operationId: 'guardianOf',
  summary: 'Whom I named as parent or guardian, and what they said',
  returns: { 200: contract.Guardian },
  facts: (db, { me }) => ({ named: data.guardianOf(db, me), consents: data.consentsOf(db, me) }),
})

const name = route('signed_in', {
  method: 'put',
  path: '/guardian/',
  operationId: 'nameGuardian',
  summary: 'Name my parent or guardian; under 18 only',
  body: contract.GuardianChange,
  returns: { 200: contract.Guardian },
  needs: ['verified_email', 'birth_date'],
  fails: ['invalid_input', 'state_conflict'],
})

const ask = route('signed_in', {
  method: 'post',
  path: '/guardian/consents/',
  operationId: 'askGuardian',
  summary: 'Ask my guardian about a mentor, by mail',
  body: contract.ConsentRequest,
  returns: { 202: contract.Guardian },
  needs: ['verified_email', 'birth_date'],
  fails: ['not_found', 'state_conflict', 'too_many_requests'],
  facts: (db, { me }) => ({ named: data.guardianOf(db, me) }),
  limits: ({ headers }) => [{ subject: `guardian:${addressPrefix(headers)}`, most: 20, seconds: DAY }],
})

const reads = ({ headers }: { headers: Headers }) => [
  { subject: `consent:${addressPrefix(headers)}`, most: 60, seconds: 3600 },
]

const show = route('anyone', {
  method: 'post',
  path: '/guardian/consents/read/',
  operationId: 'readConsent',
  summary: 'What a guardian is asked, by the link of the mail',
  body: contract.ConsentProof,
  returns: { 200: contract.ConsentPage },
  fails: ['not_found', 'too_many_requests'],
  limits: reads,
})

const decide = route('anyone', {
  method: 'post',
  path: '/guardian/consents/decide/',
  operationId: 'decideConsent',
  summary: 'Agree, refuse, or take an agreement back',
  body: contract.ConsentDecision,
  returns: { 200: contract.ConsentPage },
  fails: ['not_found', 'state_conflict', 'too_many_requests'],
  limits: reads,
})

type Request = Awaited<ReturnType<typeof data.requestOf>>[number]
const pageOf = ({ child_name, state, requested_at, decided_at, ...of }: Request) => ({
  child_name,
  state,
  requested_at,
  decided_at,
  mentor: { mentor_id: of.mentor_id, name: of.mentor_name, headline: of.headline, picture_url: of.picture_url },
})

type Named = Awaited<ReturnType<typeof data.guardianOf>>
type Consents = Awaited<ReturnType<typeof data.consentsOf>>
const view = (named: Named, consents: Consents) => ({ email: named[0]?.email ?? null, consents })

export const guardianRoutes = slice()
  .on(guardian, (c) => c.json(view(c.var.facts.named, c.var.facts.consents)))
  .on(name, async (c) => {
    const { db, account, body, now } = c.var
    if (!isMinor(account, now)) fail('state_conflict', { detail: 'You are of age and need nobody’s consent.' })
    if (emailKey(body.email) === emailKey(account.email))
      fail('invalid_input', { errors: { email: ['This is your own address'] } })
    const results = await write(db, [
      ...data.nameGuardian(db, account.id, body.email, now),
      data.guardianOf(db, account.id),
      data.consentsOf(db, account.id),
    ])
    const [named, consents] = results.slice(-2) as [Named, Consents]
    return c.json(view(named, consents))
  })
  .on(ask, async (c) => {
    const { db, account, body, now, facts } = c.var
    if (!isMinor(account, now)) fail('state_conflict', { detail: 'You are of age and need nobody’s consent.' })
    if (facts.named.length === 0) fail('state_conflict', { detail: 'Name your parent or guardian first.' })
    const id = newId(now)
    const wish = { id, account_id: account.id, mentor_id: body.mentor_id, now }
    const payload = { account_id: account.id, mentor_id: body.mentor_id }
    const [asked, , consents] = (await write(db, [
      data.askConsent(db, wish),
      post(db, { topic: 'guardian_request', payload }, now, data.isAsked(account.id, body.mentor_id, now)),
      data.consentsOf(db, account.id),
    ])) as [unknown[], unknown, Consents]
    const known = consents.some(({ mentor_id }) => mentor_id === body.mentor_id)
    if (asked.length === 0 && !known) fail('not_found')
    return c.json(view(facts.named, consents), 202)
  })
  .on(show, async (c) => {
    const { db, body } = c.var
    const [request] = await read(db, data.requestByToken(db, await hashOf(body.token)))
    return c.json(pageOf(request ?? fail('not_found')))
  })
  .on(decide, async (c) => {
    const { db, body, now } = c.var
    const token_hash = await hashOf(body.token)
    const { from, to } = DECISIONS[body.decision]
    const [decided, , [request]] = (await write(db, [
      data.decideConsent(db, { token_hash, from, to, guardian_name: body.name, now }),
      post(db, { topic: 'guardian_decided', payload: { token_hash } }, now, data.isDecided(token_hash, now)),
      data.requestByToken(db, token_hash),
    ])) as [unknown[], unknown, Request[]]
    if (!request) fail('not_found')
    if (decided.length === 0 && request.state !== to) fail('state_conflict')
    return c.json(pageOf(request))
  })
