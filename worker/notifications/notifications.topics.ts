import { now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import type { Topics } from '../lib/outbox'
import { inboxOf } from './inbox'
import { sendMail } from './mail'
import { claimMail, giveMailBack, itemFrom, kindOf, notificationById } from './notifications.data'

const open = (env: Environment) => unmetered(env)

async function pushNotification(env: Environment, { id }: { id: string }): Promise<void> {
  const db = open(env)
  const [row] = await read(db, notificationById(db, id))
  if (row) await inboxOf(env, row.account_id).notify(row.account_id, itemFrom(row, row))
}

/** Claimed before it is sent and given back where sending failed: a repeated task sends once. Who is erased has no address. */
async function mailNotification(env: Environment, { id }: { id: string }): Promise<void> {
  const db = open(env)
  const [row] = await read(db, notificationById(db, id))
  const words = row && kindOf(row).mail?.(row.data, row)
  if (!row?.email || !words || row.mail_is_off || (await read(db, claimMail(db, id, now()))).length === 0) return
  try {
    await sendMail(env, { ...words, id, to: { name: row.name, email: row.email }, kind: row.kind })
  } catch (error) {
    await write(db, [giveMailBack(db, id)])
    throw error
  }
}

export const notificationTopics: Topics = {
  notification: pushNotification,
  notification_mail: mailNotification,
}
