import * as contract from '../contract/applications'
import type { Environment } from '../lib/environment'
import { write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, type Asked, type Call } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import * as data from './applications.data'
import {
  answerBy,
  EDITABLE,
  handedIn,
  mayReapplyAt,
  missingOf,
  MOVES,
  profileLinksOf,
  progressOf,
  wordsFor,
} from './applications.rules'
import { linksOf, openLetters } from './proofs.data'
import { snippetFor } from './proofs.rules'

const ownFacts = (db: Database, { me, now }: Pick<Asked, 'now'> & { me: Asked['me'] | string }) => ({
  own: data.applicationOf(db, { account_id: me }),
  letters: openLetters(db, me, now),
  links: linksOf(db, me),
})
type Facts = ReturnType<typeof ownFacts>
type Own = { [K in keyof Facts]: Facts[K]['_']['result'] }

const application = route('mentor', {
  method: 'get',
  path: '/mentor/application/',
  operationId: 'myApplication',
  summary: 'My application as a mentor: where it stands, what is missing, what was checked',
  returns: { 200: contract.OwnApplication },
  facts: ownFacts,
})

const change = route('mentor', {
  method: 'put',
  path: '/mentor/application/',
  operationId: 'changeApplication',
  summary: 'Change what is named, while it is a draft or refused; null clears',
  body: contract.ApplicationChange,
  returns: { 200: contract.OwnApplication },
  fails: ['state_conflict', 'invalid_input'],
  facts: (db, { me, body }) => ({
    own: data.applicationOf(db, { account_id: me }),
    evidence: data.ownEvidence(db, me, body.evidence_file_ids ?? []),
  }),
})

const submit = route('mentor', {
  method: 'post',
  path: '/mentor/application/submit/',
  operationId: 'submitApplication',
  summary: 'Hand the application to a person who reads it; after a refusal a week later at the earliest',
  returns: { 200: contract.OwnApplication },
  fails: ['state_conflict', 'invalid_input'],
  facts: (db, { me }) => ({ own: data.applicationOf(db, { account_id: me }) }),
})

const withdraw = route('mentor', {
  method: 'post',
  path: '/mentor/application/withdraw/',
  operationId: 'withdrawApplication',
  summary: 'Take it back to change it',
  returns: { 200: contract.OwnApplication },
  fails: ['state_conflict'],
})

function ownView({ own: [row], letters, links }: Own, { now, env }: { now: Date; env: Environment }) {
  if (!row) fail('not_found')
  const words = handedIn(row)
  return {
    ...progressOf(row),
    ...words,
    evidence_file_ids: words.evidence.map(({ id }) => id),
    may_reapply_at: mayReapplyAt(row.state, row.decided_at),
    missing: missingOf(row, now),
    checks: row.checks,
    company: row.company,
    company_email_sent_to: letters[0]?.email ?? null,
    profile_links: profileLinksOf(row),
    link_proofs: links,
    snippet: snippetFor(env.PUBLIC_ORIGIN, row.mentor_id),
  }
}

/** Runs an act, whose second statement answers a row where it happened, and answers the new state. */
async function acted(
  c: Pick<Call, 'env'> & { var: Pick<Call['var'], 'db' | 'now' | 'account'> },
  statements: readonly Statement[],
) {
  const { db, now, account } = c.var
  const after = ownFacts(db, { me: account.id, now })
  const results = await write(db, [...statements, after.own, after.letters, after.links])
  if ((results[1] as unknown[]).length === 0) fail('state_conflict')
  const [own, letters, links] = results.slice(-3) as [Own['own'], Own['letters'], Own['links']]
  return ownView({ own, letters, links }, { now, env: c.env })
}

function judgeReady(row: data.ApplicationRow, now: Date): void {
  if (!MOVES.submit.from.includes(row.state)) fail('state_conflict')
  const from = mayReapplyAt(row.state, row.decided_at)
  if (from && from > now) fail('state_conflict', { detail: `You can apply again from ${from.toISOString()}.` })
  const missing = missingOf(row, now)
  if (missing.length > 0) fail('invalid_input', { errors: wordsFor(missing) })
}

export const applicationRoutes = slice()
  .on(application, (c) => c.json(ownView(c.var.facts, { now: c.var.now, env: c.env })))
  .on(change, async (c) => {
    const { db, now, account, body, facts } = c.var
    const row = facts.own[0] ?? fail('not_found')
    if (!EDITABLE.includes(row.state)) fail('state_conflict')
    const { links, evidence_file_ids: ids, ...words } = body
    const theirs = (ids ?? []).filter((id) => !facts.evidence.some((one) => one.id === id))
    if (theirs.length > 0) fail('invalid_input', { errors: { evidence_file_ids: ['This file is not there'] } })
    const lists = {
      ...(links !== undefined && { links: links ?? [] }),
      ...(ids !== undefined && { evidence_file_ids: ids ?? [] }),
    }
    return c.json(await acted(c, data.changeApplication(db, account.id, { ...words, ...lists }, now)))
  })
  .on(submit, async (c) => {
    const { db, now, account, facts } = c.var
    judgeReady(facts.own[0] ?? fail('not_found'), now)
    const history_id = newId(now)
    const moving = { history_id, account_id: account.id, by: account.id, reason: null, now }
    const answer_by = answerBy(now)
    const notice = {
      person: account.id,
      kind: 'application_submitted' as const,
      cause: `application:${history_id}`,
      data: { answer_by: answer_by.toISOString() },
    }
    const statements = [
      ...data.move(db, 'submit', { ...moving, when: data.isPatient(now) }, { submitted_at: now, answer_by }),
      ...notify(db, notice, now, data.happened(history_id)),
    ]
    return c.json(await acted(c, statements))
  })
  .on(withdraw, async (c) => {
    const { db, now, account } = c.var
    const moving = { history_id: newId(now), account_id: account.id, by: account.id, reason: null, now }
    return c.json(await acted(c, data.move(db, 'withdraw', moving, { submitted_at: null, answer_by: null })))
  })
