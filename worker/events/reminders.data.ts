import { and, asc, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { reminderSpan, type EventReminder } from './events.rules'
import { event_reminders, events } from './events.schema'

const MINUTE = 60_000

/** Events of which this reminder is due, the soonest first: not where the time was set only after it was due. */
export function dueReminders(db: Database, minutes: EventReminder, now: Date, most: number) {
  const { after, until } = reminderSpan(minutes, now)
  return db
    .select({ id: events.id, time_version: events.time_version })
    .from(events)
    .where(
      and(
        isNotNull(events.published_at),
        isNull(events.cancelled_at),
        sql`${events.start_time} > ${after} and ${events.start_time} <= ${until}`,
        sql`${events.timed_at} < ${events.start_time} - ${minutes * MINUTE}`,
        sql`not exists (select 1 from event_reminders r where r.event_id = ${events.id} and r.minutes = ${minutes}
          and r.time_version = ${events.time_version})`,
      ),
    )
    .orderBy(asc(events.start_time))
    .limit(most)
}

/** Has everybody reminded, where that was not done before for this version of the time. */
export function remindAll(
  db: Database,
  { id, time_version }: { id: string; time_version: number },
  minutes: EventReminder,
  now: Date,
): Statement[] {
  const what = { kind: 'event_reminder', minutes, time_version }
  const done = sql`exists (select 1 from event_reminders where event_id = ${id} and minutes = ${minutes}
    and time_version = ${time_version})`
  return [
    post(db, { topic: 'event_told', payload: { event_id: id, what } }, now, sql`not ${done}`),
    db.insert(event_reminders).values({ event_id: id, minutes, time_version, sent_at: now }).onConflictDoNothing(),
  ]
}

export const forgetReminders = (db: Database, before: Date) =>
  db
    .delete(event_reminders)
    .where(sql`${event_reminders.sent_at} <= ${before.getTime()}`)
    .returning({ event_id: event_reminders.event_id })

/** Covers that no event shows, a day after they were kept: the sweep takes their objects. */
export const dropUnusedCovers = (db: Database, before: Date, now: Date) =>
  db.all<{ id: string }>(sql`update files set removed_at = ${now.getTime()} where kind = 'cover' and removed_at is null
    and created_at <= ${before.getTime()}
    and not exists (select 1 from events where cover_image = '/api/' || files.key || '/full') returning id`)
