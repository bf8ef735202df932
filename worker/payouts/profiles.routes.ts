import { judgeOwner } from '../accounts/owner'
import { passwordIs, passwordOf } from '../accounts/passwords.data'
import { MentorPath } from '../contract/mentors'
import * as contract from '../contract/payouts'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { openDetails, sealDetails } from './profiles.box'
import * as data from './profiles.data'
import { destinationOf, detailsIn, maskedProfile, payableFrom, wholeProfile } from './profiles.rules'

const profile = route('mentor', {
  method: 'get',
  path: '/mentor/payout-profile/',
  operationId: 'payoutProfile',
  summary: 'Where my money goes, masked',
  returns: { 200: contract.PayoutProfile },
  facts: (db, { me }) => ({ profile: data.profileOf(db, me) }),
})

const change = route('mentor', {
  method: 'put',
  path: '/mentor/payout-profile/',
  operationId: 'changePayoutProfile',
  summary: 'Say where my money goes; it is mailed to me, and nothing is sent there for 72 hours',
  needs: ['verified_email'],
  body: contract.PayoutProfileWish,
  returns: { 200: contract.PayoutProfile },
  fails: ['invalid_input', 'recent_sign_in_required', 'state_conflict', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('payout_profile', me), most: 20, seconds: 15 * 60 }],
  facts: (db, { me }) => ({ password: passwordOf(db, me) }),
})

const read = route('finance', {
  method: 'get',
  path: '/admin/payout-profiles/:mentor_id/',
  operationId: 'readPayoutProfile',
  summary: 'A whole payout profile; the reason is written down',
  params: MentorPath,
  query: contract.ProfileReading,
  returns: { 200: contract.WholeProfile },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { params }) => ({ profile: data.profileOfMentor(db, params.mentor_id) }),
})

export const profileRoutes = slice()
  .on(profile, async (c) => {
    const [row] = c.var.facts.profile
    return c.json({ profile: row ? maskedProfile(row, await openDetails(c.env, row.box)) : null })
  })
  .on(change, async (c) => {
    const { db, now, body, account, facts } = c.var
    const password_hash = facts.password[0]?.password_hash ?? null
    await judgeOwner(c.var, password_hash, body.password)
    const { legal_name, country, method } = body
    const details = detailsIn(body)
    const box = await sealDetails(c.env, details)
    const payable_from = payableFrom(now)
    const row = { account_id: account.id, legal_name, country, method, box, changed_at: now, payable_from }
    const notice = {
      person: account.id,
      kind: 'payout_profile_changed' as const,
      cause: `payout_profile:${newId(now)}`,
      data: { destination: destinationOf(method, details), payable_from: payable_from.toISOString() },
    }
    const [kept] = await write(db, [
      data.keepProfile(db, row, passwordIs(account.id, password_hash)),
      ...notify(db, notice, now, data.isKept(row)),
    ])
    if ((kept as unknown[]).length === 0) fail('state_conflict')
    return c.json({ profile: maskedProfile(row, details) })
  })
  .on(read, async (c) => {
    const { db, now, account, query, facts } = c.var
    const row = facts.profile[0] ?? fail('not_found')
    const { reason } = query
    const reading = {
      id: newId(now),
      owner_account_id: row.account_id,
      reader_account_id: account.id,
      reason,
      read_at: now,
    }
    await write(db, [data.noteReading(db, reading)])
    return c.json(wholeProfile(row, await openDetails(c.env, row.box)))
  })
