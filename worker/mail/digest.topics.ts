import { now } from '../lib/clock'
import { read, readAll, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { Hopeless, post, type Topics } from '../lib/outbox'
import { inboxOf } from '../notifications/inbox'
import { sendLetter } from '../notifications/letters'
import { AWAY_MS, digestTask } from '../notifications/notifications.data'
import * as data from './digest.data'
import { isTooMany, waitsForMorning } from './leave'
import { suspend } from './suspensions.data'
import { ADDRESS_REFUSED } from './outgoing'

/** One mail about everything that is unread and was not told of; whoever is here reads it in the product. */
async function mailDigest(env: Environment, { account_id }: { account_id: string }, attempt: number): Promise<void> {
  const db = unmetered(env)
  const found = await readAll(db, { people: data.personToTell(db, account_id), rows: data.untold(db, account_id) })
  const [person] = found.people
  const { rows } = found
  if (!person?.email || rows.length === 0 || person.mail_is_off || person.suspended) return
  const here_until = (await inboxOf(env, account_id).isHere()) ? now() : person.seen_at
  const due_at = new Date((here_until?.getTime() ?? 0) + AWAY_MS)
  if (due_at > now()) {
    await write(db, [post(db, { ...digestTask(account_id, now()), due_at }, now())])
    return
  }
  const again = { id: `digest:${account_id}`, topic: 'message_digest', payload: { account_id } }
  if (await waitsForMorning(db, 'message_digest', person, again)) return
  const told_until = Math.max(...rows.map(({ created_at }) => created_at))
  if ((await read(db, data.claimDigest(db, account_id, told_until))).length === 0) return
  if (await isTooMany(db, 'message_digest', account_id, attempt)) return
  try {
    const id = `digest-${account_id}-${told_until}`
    await sendLetter(env, { id, kind: 'message_digest', to: { ...person, account_id }, data: { conversations: rows } })
  } catch (error) {
    const isRefused = error instanceof Hopeless && error.reason === ADDRESS_REFUSED
    const bounce = { account_id, address: person.email, reason: String(error) }
    await write(db, [
      data.giveDigestBack(db, account_id, person.told_until),
      ...(isRefused ? suspend(db, bounce, now()) : []),
    ])
    throw error
  }
}

export const digestTopics: Topics = { message_digest: mailDigest }
