import { invitationTo } from '../calendars/invitations'
import { reminderHolds } from '../calendars/reminders.data'
import { eventInvitationTo } from '../events/invitations'
import { eventReminderHolds } from '../events/notices.data'
import { now } from '../lib/clock'
import { unmetered, read, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { Hopeless, type Topics } from '../lib/outbox'
import { isTooMany, waitsForMorning } from '../mail/leave'
import { suspend } from '../mail/suspensions.data'
import { goesRegardless } from '../mail/suspensions.rules'
import { ADDRESS_REFUSED } from '../mail/outgoing'
import { inboxOf } from './inbox'
import { sendMail } from './mail'
import type { BookingData } from './kind'
import type { KindData } from './kinds'
import type { EventData } from './kinds.events'
import { claimMail, giveMailBack, itemFrom, kindOf, notificationById, type NotificationRow } from './notifications.data'
import type { Attachment } from './notifications.schema'
import { isQuiet } from './quiet'

const open = (env: Environment) => unmetered(env)

async function pushNotification(env: Environment, { id }: { id: string }): Promise<void> {
  const db = open(env)
  const [row] = await read(db, notificationById(db, id))
  if (!row) return
  await inboxOf(env, row.account_id).notify(row.account_id, itemFrom(row, row), isQuiet(row, now()))
}

type Mailed = Pick<NotificationRow, 'kind' | 'account_id' | 'data'> & { email: string }

/** A mail that waited says nothing that no longer holds: nobody is reminded of a session that was cancelled meanwhile. */
async function isStillTrue(db: Database, { kind, data, account_id }: Mailed): Promise<boolean> {
  if (kind === 'event_reminder')
    return (
      (await read(db, eventReminderHolds(db, data as unknown as KindData['event_reminder'], account_id, now())))
        .length > 0
    )
  if (kind !== 'session_reminder') return true
  return (await read(db, reminderHolds(db, data as unknown as KindData['session_reminder'], now()))).length > 0
}

async function filesOf(env: Environment, db: Database, row: Mailed): Promise<Attachment[]> {
  if (!kindOf(row).with_calendar_file) return []
  const { account_id, email } = row
  const { booking_id, event_id } = row.data as unknown as Partial<BookingData & EventData>
  const file = event_id
    ? await eventInvitationTo(env, db, { event_id, account_id, email })
    : await invitationTo(env, db, { booking_id: booking_id ?? '', account_id, email })
  return file ? [file] : []
}

/** Claimed before it is sent and given back where sending failed: a repeated task sends once. Who is erased has no address. */
async function mailNotification(env: Environment, { id }: { id: string }, attempt: number): Promise<void> {
  const db = open(env)
  const [row] = await read(db, notificationById(db, id))
  const words = row && kindOf(row).mail?.(row.data, row)
  if (!row?.email || !words || row.mail_is_off) return
  if (row.suspended && !goesRegardless(row.kind)) return
  if (!(await isStillTrue(db, row))) return
  if (await waitsForMorning(db, row.kind, row, { id, topic: 'notification_mail', payload: { id } })) return
  if ((await read(db, claimMail(db, id, now()))).length === 0) return
  if (await isTooMany(db, row.kind, row.account_id, attempt)) return
  try {
    const attachments = await filesOf(env, db, row)
    await sendMail(env, { ...words, id, to: row, kind: row.kind, attachments })
  } catch (error) {
    const isRefused = error instanceof Hopeless && error.reason === ADDRESS_REFUSED
    const bounce = { account_id: row.account_id, address: row.email, reason: String(error) }
    await write(db, [giveMailBack(db, id), ...(isRefused ? suspend(db, bounce, now()) : [])])
    throw error
  }
}

export const notificationTopics: Topics = {
  notification: pushNotification,
  notification_mail: mailNotification,
}
