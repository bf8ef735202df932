import { isMailChoice } from '../contract/notifications.constants'
import { now } from '../lib/clock'
import { read, write, type Database } from '../lib/database'
import { countTry, isOver, type Limit } from '../lib/limits'
import { post, type Task } from '../lib/outbox'
import { quietEnd, type QuietHours } from './quiet.rules'

/** A day has no more than this of mails that a person could turn off as well. */
const DAILY = 30

/** What can wait is what can be turned off: security, money and sessions are neither held nor counted (G3). */
export async function waitsForMorning(
  db: Database,
  kind: string,
  hours: QuietHours,
  task: Pick<Task, 'topic' | 'payload'> & { id: string },
): Promise<boolean> {
  const due_at = isMailChoice(kind) ? quietEnd(hours, now()) : undefined
  if (!due_at) return false
  await write(db, [post(db, { ...task, id: `held:${task.id}:${due_at.getTime()}`, due_at }, now())])
  return true
}

export async function isTooMany(db: Database, kind: string, account_id: string): Promise<boolean> {
  if (!isMailChoice(kind)) return false
  const limit: Limit = { subject: `mails:${account_id}`, most: DAILY, seconds: 86_400 }
  const [tried] = await read(db, countTry(db, limit, now()))
  return isOver(limit, tried?.count ?? 0)
}
