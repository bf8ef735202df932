import { and, asc, desc, eq, getTableColumns, lt, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import { stateAt } from '../bookings/bookings.rules'
import { addressOf } from '../files/files.rules'
import type { Attachment } from '../contract/chat'
import { arrayOf, nullable, shape, type Database } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { mayRate, reopenUntil } from './support.rules'
import { support_messages, support_tickets } from './support.schema'

export type TicketRow = typeof support_tickets.$inferSelect

const isMine = (me: SQL | string): SQL => sql`support_tickets.account_id = ${me}`

/** The newest first, one more than asked. */
export const ticketsOf = (db: Database, me: SQL | string, before: string | undefined, limit: number) =>
  db
    .select()
    .from(support_tickets)
    .where(and(isMine(me), before === undefined ? undefined : lt(support_tickets.id, before)))
    .orderBy(desc(support_tickets.id))
    .limit(limit + 1)

export const ownTicket = (db: Database, id: string, me: SQL | string) =>
  db
    .select()
    .from(support_tickets)
    .where(and(eq(support_tickets.id, id), isMine(me)))

type Shown = Omit<Attachment, 'url'>
const attached = arrayOf<Shown>(sql`select json_group_array(json_object('file_id', files.id, 'name', files.name,
    'content_type', files.type, 'size', files.size, 'width', files.width, 'height', files.height))
  from support_files join files on files.id = support_files.file_id
  where support_files.message_id = ${support_messages.id} and files.removed_at is null`)

const staff = alias(accounts, 'staff')

/** All that was said, the oldest first; notes are for staff alone. */
export const messagesOf = (db: Database, ticket_id: string, with_notes = false) =>
  db
    .select(shape({ ...getTableColumns(support_messages), staff_name: nullable(staff.name), attached }))
    .from(support_messages)
    .leftJoin(staff, eq(staff.id, support_messages.staff_account_id))
    .where(and(eq(support_messages.ticket_id, ticket_id), with_notes ? undefined : eq(support_messages.is_note, false)))
    .orderBy(asc(support_messages.id))
export type MessageRow = Awaited<ReturnType<typeof messagesOf>>[number]

const mentor_accounts = alias(accounts, 'mentor_accounts')
const student_accounts = alias(accounts, 'student_accounts')

/** The session that a ticket is about. */
export const sessionOf = (db: Database, ticket_id: string) =>
  db
    .select(
      shape({
        id: bookings.id,
        state: bookings.state,
        hold_expires_at: bookings.hold_expires_at,
        answer_by: bookings.answer_by,
        offer_title: bookings.offer_title,
        start_time: bookings.start_time,
        end_time: bookings.end_time,
        time_zone: bookings.time_zone,
        amount_minor: bookings.amount_minor,
        currency: bookings.currency,
        mentor_id: mentors.mentor_id,
        mentor_name: mentor_accounts.name,
        student_id: students.student_id,
        student_name: student_accounts.name,
      }),
    )
    .from(support_tickets)
    .innerJoin(bookings, eq(bookings.id, support_tickets.booking_id))
    .innerJoin(mentors, eq(mentors.account_id, bookings.mentor_account_id))
    .innerJoin(students, eq(students.account_id, bookings.student_account_id))
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, bookings.mentor_account_id))
    .innerJoin(student_accounts, eq(student_accounts.id, bookings.student_account_id))
    .where(eq(support_tickets.id, ticket_id))
type SessionRow = Awaited<ReturnType<typeof sessionOf>>[number]

/** A ticket with all that its person sees of it. */
export const conversation = (db: Database, id: string, me: SQL | string) => ({
  ticket: ownTicket(db, id, me),
  messages: messagesOf(db, id),
  met: sessionOf(db, id),
})

/** What everybody sees of a ticket. */
export const ticketFields = (row: TicketRow) => ({
  id: row.id,
  reference: row.reference,
  subject: row.subject,
  category: row.category,
  state: row.state,
  booking_id: row.booking_id,
  created_at: row.created_at,
  updated_at: row.updated_at,
  state_since: row.state_since,
  rating: row.score && row.scored_at ? { score: row.score, text: row.score_text ?? '', rated_at: row.scored_at } : null,
})

export const ticketView = (row: TicketRow, now: Date) => ({
  ...ticketFields(row),
  reopen_until: reopenUntil(row, now),
  may_rate: mayRate(row, now),
})

export const messageView = ({ id, client_id, author, text, sent_at, attached }: MessageRow) => ({
  id,
  client_id,
  author,
  text,
  sent_at,
  attachments: attached.map((file) => ({
    ...file,
    url: addressOf({ id: file.file_id, kind: 'support', key: '' }),
  })),
})

export function sessionView(row: SessionRow | undefined, now: Date) {
  if (!row) return null
  const { id, offer_title, start_time, end_time, time_zone, amount_minor, currency } = row
  return {
    id,
    state: stateAt(row, now),
    offer_title,
    start_time,
    end_time,
    time_zone,
    amount_minor,
    currency,
    mentor: { id: row.mentor_id, name: row.mentor_name },
    student: { id: row.student_id, name: row.student_name },
  }
}

interface Conversation {
  ticket: TicketRow[]
  messages: MessageRow[]
  met: SessionRow[]
}
/** The answers of these three, at the end of a batch. */
export function toldLast(results: unknown[]): Conversation {
  const [ticket, messages, met] = results.slice(-3) as [TicketRow[], MessageRow[], SessionRow[]]
  return { ticket, messages, met }
}

/** Undefined where the ticket is somebody else's, or none. */
export const conversationView = ({ ticket: [row], messages, met }: Conversation, now: Date) =>
  row && { ...ticketView(row, now), booking: sessionView(met[0], now), messages: messages.map(messageView) }
