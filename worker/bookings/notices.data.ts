import type { SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { newsOf } from '../chat/session-news.data'
import { notify } from '../notifications/notifications.data'
import type { BookingData } from '../notifications/kind'
import type { BookingKinds } from '../notifications/kinds.bookings'
import type { BookingRow } from './bookings.data'

type Side = 'student' | 'mentor'
/** Kinds that say something about one session to one of its two people. */
type Kind = 'booking_confirmed' | 'booking_received' | 'booking_cancelled' | Exclude<keyof BookingKinds, 'time_opened'>

/** What a notice about a session says, for one of its two people. */
export const bookingData = (row: BookingRow, reader: Side, extra: Partial<BookingData> = {}): BookingData => ({
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

interface Telling {
  row: BookingRow
  reader: Side
  kind: Kind
  /** Names the occasion: of one occasion nobody hears twice. */
  cause: string
  extra?: Partial<BookingData>
}

/** One of the two hears of it. */
export const tell = (db: Database, { row, reader, kind, cause, extra }: Telling, now: Date, when: SQL): Statement[] =>
  notify(
    db,
    {
      person: reader === 'student' ? row.student_account_id : row.mentor_account_id,
      kind,
      cause: `booking:${row.id}:${cause}`,
      data: bookingData(row, reader, extra),
    },
    now,
    when,
  )

export const tellConfirmed = (db: Database, row: BookingRow, now: Date, when: SQL): Statement[] => [
  ...tell(db, { row, reader: 'student', kind: 'booking_confirmed', cause: 'confirmed' }, now, when),
  ...tell(db, { row, reader: 'mentor', kind: 'booking_received', cause: 'received' }, now, when),
  newsOf(db, 'session_confirmed', row, { now, when }),
]

/** The mentor is asked; `until` is when silence ends it. */
const tellRequested = (db: Database, row: BookingRow, until: Date, now: Date, when: SQL): Statement[] => {
  const extra = { until: until.toISOString() }
  return [
    ...tell(db, { row, reader: 'student', kind: 'booking_requested', cause: 'requested', extra }, now, when),
    ...tell(db, { row, reader: 'mentor', kind: 'request_received', cause: 'asked', extra }, now, when),
  ]
}

/** What the two hear of a booking that has its time: that it stands, or that the mentor is asked. A hold is nobody's news. */
export const tellBooked = (db: Database, row: BookingRow, now: Date, when: SQL): Statement[] => {
  if (row.state === 'confirmed') return tellConfirmed(db, row, now, when)
  return row.state === 'pending' && row.answer_by ? tellRequested(db, row, row.answer_by, now, when) : []
}

/** Both hear of it, also the one who cancelled: a mail is the receipt of it. */
export const tellCancelled = (
  db: Database,
  row: BookingRow,
  reason: string | undefined,
  now: Date,
  when: SQL,
): Statement[] =>
  (['student', 'mentor'] as const).flatMap((reader) =>
    tell(
      db,
      {
        row,
        reader,
        kind: 'booking_cancelled',
        cause: 'cancelled',
        ...(reason !== undefined && { extra: { reason } }),
      },
      now,
      when,
    ),
  )
