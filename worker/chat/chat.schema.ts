import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'

/** The registry of Conversation objects; the messages live only in their object. */
export const conversations = sqliteTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => accounts.id),
    student_account_id: text('student_account_id')
      .notNull()
      .references(() => accounts.id),
    /** Both account ids in order, so that a pair has one conversation. */
    pair: text('pair').notNull(),
    last_seq: integer('last_seq').notNull().default(0),
    last_sender_id: text('last_sender_id'),
    last_preview: text('last_preview'),
    last_sent_at: instant('last_sent_at'),
    created_at: instant('created_at').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('conversation_of_pair').on(t.pair)],
)

export const conversation_members = sqliteTable(
  'conversation_members',
  {
    conversation_id: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    read_seq: integer('read_seq').notNull().default(0),
    /** The others' messages behind the marker, computed anew by the object each time, never incremented. */
    unread: integer('unread').notNull().default(0),
    pinned: integer('pinned', { mode: 'boolean' }).notNull().default(false),
    /** A copy of the conversation's, so that a person's list is one index range. */
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversation_id, t.account_id] }),
    index('conversations_of_account').on(t.account_id, t.updated_at, t.conversation_id),
  ],
)
