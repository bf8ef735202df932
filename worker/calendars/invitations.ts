import { now } from '../lib/clock'
import { read, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { senderOf } from '../notifications/mail'
import type { Attachment } from '../notifications/notifications.schema'
import { calendarOf } from './calendar.rules'
import * as data from './calendars.data'
import { entriesOf, type Reader, type Session } from './sessions.rules'

type For = Omit<Reader, 'origin'> & {
  /** To whom it is mailed; a file that somebody fetches speaks to nobody. */
  email?: string
}

/** The file of one session; none where nothing of it stands in a calendar. What is cancelled is taken out again. */
export function fileOf(env: Environment, sessions: readonly Session[], to: For): Attachment | undefined {
  const [entry] = entriesOf(sessions, { ...to, origin: env.PUBLIC_ORIGIN })
  if (!entry) return undefined
  const kept = to.email === undefined ? 'PUBLISH' : 'REQUEST'
  const method = entry.status === 'CANCELLED' ? 'CANCEL' : kept
  const organizer = senderOf(env).email
  return {
    name: method === 'CANCEL' ? 'cancelled.ics' : 'session.ics',
    content_type: `text/calendar; charset=utf-8; method=${method}`,
    content: calendarOf([entry], to.now, { method, organizer, ...(to.email && { attendee: to.email }) }),
  }
}

/** What a mail about a session carries: how the session stands when the mail leaves, however late that is. */
export async function invitationTo(
  env: Environment,
  db: Database,
  { booking_id, account_id, email }: { booking_id: string; account_id: string; email: string },
): Promise<Attachment | undefined> {
  const sessions = await read(db, data.sessionsOfBooking(db, booking_id, account_id))
  return fileOf(env, sessions, { account_id, email, now: now() })
}
