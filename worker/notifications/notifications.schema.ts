import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { NotificationKind } from '../contract/notifications.constants'
import { instant } from '../lib/columns'

export const notifications = sqliteTable(
  'notifications',
  {
    id: text('id').primaryKey(),
    formal_id: text('formal_id').notNull().unique(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind').$type<NotificationKind>().notNull(),
    /** What it is about; one cause notifies a person once (G1). */
    cause: text('cause').notNull(),
    data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    created_at: instant('created_at').notNull(),
    read_at: instant('read_at'),
    mailed_at: instant('mailed_at'),
    /** Where the person turned the kind off in the product, the row is there for its cause and its mail alone. */
    shown: integer('shown', { mode: 'boolean' }).notNull().default(true),
  },
  (t) => [
    uniqueIndex('notification_of_cause').on(t.account_id, t.cause),
    index('notifications_of_account').on(t.account_id, t.created_at, t.id),
    index('notifications_unread').on(t.account_id, t.read_at),
  ],
)

/** A text that travels with a mail. */
export interface Attachment {
  name: string
  content_type: string
  content: string
}

/** Development only: what would have been sent. */
export const mailbox = sqliteTable(
  'mailbox',
  {
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    attachments: text('attachments', { mode: 'json' }).$type<Attachment[]>().notNull().default([]),
    headers: text('headers', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    sent_at: instant('sent_at').notNull(),
  },
  (t) => [index('mailbox_of_recipient').on(t.recipient, t.id)],
)

/** Until when a person was told of unread messages by mail. */
export const message_digests = sqliteTable('message_digests', {
  account_id: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  told_until: instant('told_until').notNull(),
})

/** An address that does not take mail: nothing goes there until it is proven again or changed. */
export const mail_suspensions = sqliteTable(
  'mail_suspensions',
  {
    account_id: text('account_id')
      .primaryKey()
      .references(() => accounts.id),
    address: text('address').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('mail_suspensions_of_address').on(t.address)],
)
