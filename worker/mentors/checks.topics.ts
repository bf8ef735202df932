import { now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { hashOf, newId, newSecret } from '../lib/ids'
import { drainOutbox, type Topics } from '../lib/outbox'
import { sendLetter } from '../notifications/letters'
import { notify } from '../notifications/notifications.data'
import { grantCheck, isGranted } from './checks.data'
import { readProfilePage } from './profile-page'
import { forgetLink, keepToken, letterOf, linkToRead, setLinkState } from './proofs.data'
import { pageOf } from './proofs.rules'

/** The token is made at the moment of sending and only its hash is kept. */
async function mailCompany(env: Environment, { id }: { id: string }): Promise<void> {
  const db = unmetered(env)
  const [letter] = await read(db, letterOf(db, id, now()))
  if (!letter) return
  const token = newSecret()
  await write(db, [keepToken(db, id, await hashOf(token))])
  const data = { company: letter.company, path: `/application/company-email?token=${token}` }
  await sendLetter(env, { id: newId(now()), kind: 'company_email_proof', to: letter, data })
}

async function proveLink(env: Environment, { account_id, url }: { account_id: string; url: string }): Promise<void> {
  const db = unmetered(env)
  const [own] = await read(db, linkToRead(db, account_id, url))
  if (!own) return
  const reading = await readProfilePage(env, url, pageOf(env.PUBLIC_ORIGIN, own.mentor_id))
  if (reading !== 'linked') return void (await write(db, [setLinkState(db, account_id, url, reading)]))
  const at = now()
  const [id, kind] = [newId(at), 'profile_link' as const]
  const notice = { person: account_id, kind: 'check_passed' as const, cause: `check:${id}` }
  await write(db, [
    ...grantCheck(db, { id, account_id, kind, subject: url, now: at }),
    forgetLink(db, account_id, url),
    ...notify(db, { ...notice, data: { check: kind, subject: url } }, at, isGranted(id)),
  ])
  await drainOutbox(env)
}

export const checkTopics: Topics = { company_email_proof: mailCompany, profile_link_proof: proveLink }
