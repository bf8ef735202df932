import { isMinor } from '../accounts/age.rules'
import { now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { hashOf, newSecret } from '../lib/ids'
import { drainOutbox, type Topics } from '../lib/outbox'
import type { BookingData } from '../notifications/kind'
import { sendLetter } from '../notifications/letters'
import { kindOf, notificationById, notify } from '../notifications/notifications.data'
import * as data from './guardians.data'

/** Nobody's name is known: the letter greets without one. */
const GUARDIAN = 'parent or guardian'

/** The link's secret is made at the moment of sending; its hash alone is kept. */
async function linkTo(env: Environment, consent_id: string): Promise<string> {
  const db = unmetered(env)
  const token = newSecret()
  await write(db, [data.keepConsentLink(db, consent_id, await hashOf(token))])
  return `/guardian?token=${token}`
}

async function mailRequest(env: Environment, pair: { account_id: string; mentor_id: string }): Promise<void> {
  const db = unmetered(env)
  const [request] = await read(db, data.requestOf(db, pair.account_id, pair.mentor_id))
  if (request?.state !== 'requested') return
  const { id, email, time_zone, child_name, mentor_name } = request
  await sendLetter(env, {
    id: `guardian:${id}:${request.requested_at.getTime()}`,
    kind: 'guardian_request',
    to: { name: GUARDIAN, email, time_zone },
    data: { child_name, mentor_name, path: await linkTo(env, id) },
  })
}

/** The guardian reads what the minor was told about a session: booked, cancelled, refunded. */
async function mailCopy(env: Environment, { id }: { id: string }): Promise<void> {
  const db = unmetered(env)
  const [notice] = await read(db, notificationById(db, id))
  const words = notice && kindOf(notice).mail?.(notice.data, notice)
  if (!notice || !words) return
  const [agreement] = await read(db, data.agreementOf(db, (notice.data as unknown as BookingData).booking_id))
  if (!agreement || !isMinor(agreement, now())) return
  const { email, time_zone, child_name } = agreement
  await sendLetter(env, {
    id: `guardian:${id}`,
    kind: 'guardian_notice',
    to: { name: GUARDIAN, email, time_zone },
    data: { child_name, lines: words.paragraphs, path: await linkTo(env, agreement.id) },
  })
}

/** The minor is told what was decided; a refusal as a withdrawal, because both mean: not with this mentor. */
async function tellDecision(env: Environment, { token_hash }: { token_hash: string }): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const [request] = await read(db, data.requestByToken(db, token_hash))
  if (!request?.decided_at) return
  const { account_id, mentor_id, mentor_name, state, id, decided_at } = request
  const kind = state === 'agreed' ? ('guardian_agreed' as const) : ('guardian_withdrew' as const)
  const cause = `guardian:${id}:${decided_at.getTime()}`
  await write(db, notify(db, { person: account_id, kind, cause, data: { mentor_id, mentor_name } }, at))
  await drainOutbox(env)
}

export const guardianTopics: Topics = {
  guardian_request: mailRequest,
  guardian_decided: tellDecision,
  guardian_notice: mailCopy,
}
