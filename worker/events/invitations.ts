import { calendarOf } from '../calendars/calendar.rules'
import { now } from '../lib/clock'
import { read, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { senderOf } from '../notifications/mail'
import type { Attachment } from '../notifications/notifications.schema'
import { entryOf, type EntryRow } from './calendar.data'
import { calendarEntry } from './calendar.rules'

/** The file of one event for one person; a file that somebody fetches speaks to nobody. */
export function eventFile(env: Environment, row: EntryRow, at: Date, email?: string): Attachment {
  const entry = calendarEntry(row, env.PUBLIC_ORIGIN)
  const kept = email === undefined ? 'PUBLISH' : 'REQUEST'
  const method = entry.status === 'CANCELLED' ? 'CANCEL' : kept
  const organizer = senderOf(env).email
  return {
    name: method === 'CANCEL' ? 'cancelled.ics' : 'event.ics',
    content_type: `text/calendar; charset=utf-8; method=${method}`,
    content: calendarOf([entry], at, { method, organizer, ...(email && { attendee: email }) }),
  }
}

/** What a mail about an event carries: how it stands when the mail leaves. Who only waits has nothing in a calendar. */
export async function eventInvitationTo(
  env: Environment,
  db: Database,
  { event_id, account_id, email }: { event_id: string; account_id: string; email: string },
): Promise<Attachment | undefined> {
  const [row] = await read(db, entryOf(db, event_id, account_id))
  const stands = row && (row.is_mine || row.my_state === 'going' || row.my_state === 'left')
  return stands ? eventFile(env, row, now(), email) : undefined
}
