import type { SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { notify } from '../notifications/notifications.data'
import type { BookingData } from '../notifications/kinds'
import type { BookingRow } from './bookings.data'

/** What a notice about a session says, for one of its two people. */
export const bookingData = (
  row: BookingRow,
  reader: 'student' | 'mentor',
  extra: Partial<BookingData> = {},
): BookingData => ({
  reader,
  booking_id: row.id,
  offer_title: row.offer_title,
  start_time: row.start_time.toISOString(),
  mentor_name: row.mentor_name,
  student_name: row.student_name,
  mentor_zone: row.mentor_zone,
  student_zone: row.student_zone,
  amount_minor: row.amount_minor,
  currency: row.currency,
  ...extra,
})

export const tellConfirmed = (db: Database, row: BookingRow, now: Date, when: SQL): Statement[] => [
  ...notify(
    db,
    {
      person: row.student_account_id,
      kind: 'booking_confirmed',
      cause: `booking:${row.id}:confirmed`,
      data: bookingData(row, 'student'),
    },
    now,
    when,
  ),
  ...notify(
    db,
    {
      person: row.mentor_account_id,
      kind: 'booking_received',
      cause: `booking:${row.id}:received`,
      data: bookingData(row, 'mentor'),
    },
    now,
    when,
  ),
]

/** Both hear of it, also the one who cancelled: a mail is the receipt of it. */
export const tellCancelled = (
  db: Database,
  row: BookingRow,
  reason: string | undefined,
  now: Date,
  when: SQL,
): Statement[] =>
  (['student', 'mentor'] as const).flatMap((reader) =>
    notify(
      db,
      {
        person: reader === 'student' ? row.student_account_id : row.mentor_account_id,
        kind: 'booking_cancelled',
        cause: `booking:${row.id}:cancelled`,
        data: bookingData(row, reader, reason === undefined ? {} : { reason }),
      },
      now,
      when,
    ),
  )
