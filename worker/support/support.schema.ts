import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import type { TicketCategory, TicketScore, TicketState } from '../contract/support.constants'
import { instant } from '../lib/columns'

/** Somebody asks for help: from their account, or as a visitor by the contact form, who has an address instead. */
export const support_tickets = sqliteTable(
  'support_tickets',
  {
    id: text('id').primaryKey(),
    /** T000001 */
    reference: text('reference').notNull().unique(),
    account_id: text('account_id').references(() => accounts.id),
    name: text('name'),
    email: text('email'),
    email_key: text('email_key'),
    phone: text('phone'),
    subject: text('subject').notNull(),
    category: text('category').$type<TicketCategory>().notNull(),
    booking_id: text('booking_id').references(() => bookings.id),
    state: text('state').$type<TicketState>().notNull(),
    /** When it came into this state; of one that waits, when staff wrote last. */
    state_since: instant('state_since').notNull(),
    assigned_to: text('assigned_to').references(() => accounts.id),
    created_at: instant('created_at').notNull(),
    updated_at: instant('updated_at').notNull(),
    score: text('score').$type<TicketScore>(),
    score_text: text('score_text'),
    /** Of the first rating since it was resolved. */
    scored_at: instant('scored_at'),
  },
  (t) => [
    index('tickets_of_account').on(t.account_id, t.id),
    index('tickets_of_session').on(t.booking_id),
    index('tickets_by_state').on(t.state, t.state_since, t.id),
    index('tickets_by_address')
      .on(t.email_key)
      .where(sql`email_key is not null`),
  ],
)

/** What is not known of a ticket before it has a number and a state. */
export type NewTicket = Pick<
  typeof support_tickets.$inferInsert,
  'id' | 'account_id' | 'name' | 'email' | 'email_key' | 'phone' | 'subject' | 'category' | 'booking_id'
> & { created_at: Date }

export const support_messages = sqliteTable(
  'support_messages',
  {
    id: text('id').primaryKey(),
    ticket_id: text('ticket_id')
      .notNull()
      .references(() => support_tickets.id),
    client_id: text('client_id').notNull(),
    author: text('author').$type<'person' | 'staff'>().notNull(),
    /** Of staff; whose the ticket is wrote the rest. */
    staff_account_id: text('staff_account_id').references(() => accounts.id),
    /** Staff among themselves. */
    is_note: integer('is_note', { mode: 'boolean' }).notNull().default(false),
    text: text('text').notNull(),
    sent_at: instant('sent_at').notNull(),
  },
  (t) => [
    uniqueIndex('support_messages_once').on(t.ticket_id, t.client_id),
    index('support_messages_in_order').on(t.ticket_id, t.id),
  ],
)

/** Which files came with which message. */
export const support_files = sqliteTable(
  'support_files',
  {
    message_id: text('message_id')
      .notNull()
      .references(() => support_messages.id),
    file_id: text('file_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.message_id, t.file_id] }), index('messages_of_file').on(t.file_id)],
)
