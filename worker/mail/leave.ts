import { isMailChoice, NOTIFICATION_GROUPS } from '../contract/notifications.constants'
import { now } from '../lib/clock'
import { read, write, type Database } from '../lib/database'
import { countTry, isOver, type Limit } from '../lib/limits'
import { post, type Task } from '../lib/outbox'
import { quietEnd, type QuietHours } from './quiet.rules'

/** A day has no more than this of mails that may be dropped. */
const DAILY = 30

/** What can wait is what can be turned off: security, money and what a session asks of a person is never held (G3). */
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

/** Of what can be turned off, mails about a session are still never dropped. */
const isDroppable = (kind: string): boolean => isMailChoice(kind) && !(kind in NOTIFICATION_GROUPS.sessions)

/** Counts a mail once, however often it is tried. */
export async function isTooMany(db: Database, kind: string, account_id: string, attempt: number): Promise<boolean> {
  if (!isDroppable(kind) || attempt > 1) return false
  const limit: Limit = { subject: `mails:${account_id}`, most: DAILY, seconds: 86_400 }
  const [tried] = await read(db, countTry(db, limit, now()))
  return isOver(limit, tried?.count ?? 0)
}
