import * as contract from '../contract/totp'
import { write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { ofAccount } from '../lib/limits'
import { route, slice, type Asked } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { newRecoveryCodes, proofOf } from './codes'
import { judgeOwner } from './owner'
import { opened, sealed } from './secrets'
import { isStaff } from './security.rules'
import * as data from './totp.data'
import { secretFrom, sixDigitsIn, stepOf, totpUri } from './totp.rules'

/** Of somebody who is signed in and may not be the owner. */
const limits = ({ me }: Pick<Asked, 'me'>) => [{ subject: ofAccount('totp', me), most: 20, seconds: 15 * 60 }]
const facts = (db: Database, { me }: Pick<Asked, 'me'>) => ({ mine: data.protectionOf(db, me) })

const beginTotp = route('signed_in', {
  method: 'post',
  path: '/account/totp/',
  operationId: 'beginTotp',
  summary: 'A secret for an authenticator; it counts after a code of it was typed',
  needs: ['verified_email'],
  body: contract.TotpWish,
  returns: { 200: contract.TotpSecret },
  fails: ['invalid_input', 'recent_sign_in_required', 'too_many_requests'],
  limits,
  facts,
})

const confirmTotp = route('signed_in', {
  method: 'post',
  path: '/account/totp/confirm/',
  operationId: 'confirmTotp',
  summary: 'Turn two-step sign-in on with a first code',
  body: contract.TotpCode,
  returns: { 200: contract.RecoveryCodes },
  fails: ['invalid_input', 'state_conflict', 'too_many_requests'],
  limits,
  facts,
})

const disableTotp = route('signed_in', {
  method: 'post',
  path: '/account/totp/disable/',
  operationId: 'disableTotp',
  summary: 'Turn two-step sign-in off; staff cannot',
  body: contract.TotpEnd,
  returns: { 204: null },
  fails: ['invalid_input', 'recent_sign_in_required', 'state_conflict', 'too_many_requests'],
  limits,
  facts,
})

const renewRecoveryCodes = route('signed_in', {
  method: 'post',
  path: '/account/totp/recovery-codes/',
  operationId: 'renewRecoveryCodes',
  summary: 'Ten new recovery codes; those before stop working',
  body: contract.TotpCode,
  returns: { 200: contract.RecoveryCodes },
  fails: ['invalid_input', 'state_conflict', 'too_many_requests'],
  limits,
  facts,
})

function wrongCode(): never {
  fail('invalid_input', { errors: { code: ['This code is not right, or it was used before'] } })
}
function notOn(): never {
  fail('state_conflict', { detail: 'Two-step sign-in is not on.' })
}

export const totpRoutes = slice()
  .on(beginTotp, async (c) => {
    const { db, now, body } = c.var
    const own = c.var.facts.mine[0] ?? fail('unexpected')
    await judgeOwner(c.var, own.password_hash, body.password)
    const proof = own.totp_enabled_at ? await proofOf(c.env, db, now, own, body.code ?? '') : data.NO_CODE_NEEDED
    if (!proof) wrongCode()
    const secret = secretFrom(crypto.getRandomValues(new Uint8Array(20)))
    const box = await sealed(c.env, 'totp', secret)
    const [kept] = await write(db, [
      data.proposeSecret(db, own, box, proof.holds),
      ...proof.spend(data.pendingIs(own.id, box)),
    ])
    if ((kept as unknown[]).length === 0) wrongCode()
    return c.json({ secret, uri: totpUri(secret, own.email) })
  })
  .on(confirmTotp, async (c) => {
    const { db, now, body, account } = c.var
    const box = c.var.facts.mine[0]?.totp_pending ?? fail('state_conflict', { detail: 'Begin with a new secret.' })
    const secret = (await opened(c.env, 'totp', box)) ?? fail('state_conflict', { detail: 'Begin with a new secret.' })
    const step = stepOf(secret, sixDigitsIn(body.code) ?? '', now) ?? wrongCode()
    const { codes, hashes } = await newRecoveryCodes(c.env, account.id)
    const waits = data.pendingIs(account.id, box)
    const results = await write(db, [
      ...data.replaceCodes(db, account.id, hashes, waits).statements,
      data.showSecondFactor(db, account.session_id, now, waits),
      ...notify(db, { person: account.id, kind: 'totp_enabled', cause: `totp:on:${step}`, data: {} }, now, waits),
      data.enableTotp(db, account.id, box, step, now),
    ])
    if ((results.at(-1) as unknown[]).length === 0) fail('state_conflict')
    return c.json({ recovery_codes: codes })
  })
  .on(disableTotp, async (c) => {
    const { db, now, body, account } = c.var
    if (isStaff(account)) fail('state_conflict', { detail: 'Staff sign in with a second factor.' })
    const [own] = c.var.facts.mine
    if (!own?.totp_enabled_at) notOn()
    await judgeOwner(c.var, own.password_hash, body.password)
    const proof = (await proofOf(c.env, db, now, own, body.code)) ?? wrongCode()
    const cause = `totp:off:${own.totp_enabled_at.getTime()}`
    const told = notify(db, { person: account.id, kind: 'totp_disabled', cause, data: {} }, now, proof.holds)
    const results = await write(db, [...told, ...data.disableTotp(db, account.id, proof)])
    if ((results[told.length] as unknown[]).length === 0) wrongCode()
    return c.body(null, 204)
  })
  .on(renewRecoveryCodes, async (c) => {
    const { db, now, body, account } = c.var
    const [own] = c.var.facts.mine
    if (!own?.totp_enabled_at) notOn()
    const proof = (await proofOf(c.env, db, now, own, body.code)) ?? wrongCode()
    const { codes, hashes } = await newRecoveryCodes(c.env, account.id)
    const { statements, areThere } = data.replaceCodes(
      db,
      account.id,
      hashes,
      data.whereEnabled(account.id, proof.holds),
    )
    const [kept] = await write(db, [...statements, ...proof.spend(areThere)])
    if ((kept as unknown[]).length === 0) wrongCode()
    return c.json({ recovery_codes: codes })
  })
