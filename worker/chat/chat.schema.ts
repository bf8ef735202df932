import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { Message } from '../contract/chat'
import type { ANSWERS_IN, REPORT_REASONS } from '../contract/chat.constants'
import { instant } from '../lib/columns'

type AnswersIn = (typeof ANSWERS_IN)[number]
type ReportReason = (typeof REPORT_REASONS)[number]
interface ReportWindow {
  window: Message[]
  earlier: { seq: number; content: string; changed_at: string }[]
}

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
    /** `mentor:student`, so that two people have one conversation in each pair of roles. */
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
    muted: integer('muted', { mode: 'boolean' }).notNull().default(false),
    /** Put away at this message; what is said after it brings the conversation back. */
    archived_seq: integer('archived_seq'),
    /** A copy of the conversation's, so that a person's list is one index range. */
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversation_id, t.account_id] }),
    index('conversations_of_account').on(t.account_id, t.updated_at, t.conversation_id),
  ],
)

/** Who wants to hear nothing more of whom; it wins over everything (D9). */
export const blocks = sqliteTable(
  'blocks',
  {
    blocker_account_id: text('blocker_account_id')
      .notNull()
      .references(() => accounts.id),
    blocked_account_id: text('blocked_account_id')
      .notNull()
      .references(() => accounts.id),
    /** The name under which the blocker knows them: as a mentor or as a student. */
    display_id: text('display_id').notNull(),
    created_at: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blocker_account_id, t.blocked_account_id] }),
    index('blocks_of_person').on(t.blocker_account_id, t.created_at, t.blocked_account_id),
    index('blocks_against').on(t.blocked_account_id),
  ],
)

/** A message somebody told moderators of, with those around it as they were then. */
export const message_reports = sqliteTable(
  'message_reports',
  {
    id: text('id').primaryKey(),
    conversation_id: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    seq: integer('seq').notNull(),
    reporter_account_id: text('reporter_account_id')
      .notNull()
      .references(() => accounts.id),
    reason: text('reason').$type<ReportReason>().notNull(),
    text: text('text'),
    window: text('window', { mode: 'json' }).$type<ReportWindow>().notNull(),
    reported_at: instant('reported_at').notNull(),
  },
  (t) => [
    uniqueIndex('message_report_once').on(t.conversation_id, t.seq, t.reporter_account_id),
    index('message_reports_by_time').on(t.reported_at, t.id),
    index('message_reports_by_reporter').on(t.reporter_account_id),
  ],
)

/** Where a file was brought to: its members may fetch it. */
export const message_files = sqliteTable(
  'message_files',
  {
    file_id: text('file_id').notNull(),
    conversation_id: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    created_at: instant('created_at').notNull(),
    /** From then on a message shows it. */
    sent_at: instant('sent_at'),
    /** No message shows it any more. */
    taken_back_at: instant('taken_back_at'),
  },
  (t) => [
    primaryKey({ columns: [t.file_id, t.conversation_id] }),
    index('message_files_of_person').on(t.account_id),
    index('message_files_unsent')
      .on(t.created_at)
      .where(sql`sent_at is null`),
    index('message_files_taken_back')
      .on(t.taken_back_at)
      .where(sql`taken_back_at is not null`),
  ],
)

/** When a person's last socket was seen, in steps of five minutes; shown to those they are seen by (D6). */
export const sightings = sqliteTable('sightings', {
  account_id: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  seen_at: instant('seen_at').notNull(),
})

/** How long a student's first unanswered message waited for the mentor's next one, kept for 90 days. */
export const answer_times = sqliteTable(
  'answer_times',
  {
    conversation_id: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    /** The mentor's message. */
    seq: integer('seq').notNull(),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => accounts.id),
    answered_at: instant('answered_at').notNull(),
    took_ms: integer('took_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversation_id, t.seq] }),
    index('answer_times_of_mentor').on(t.mentor_account_id, t.answered_at, t.took_ms),
    index('answer_times_by_time').on(t.answered_at),
  ],
)

/** What follows from them: computed with each answer and each night. */
export const answer_habits = sqliteTable('answer_habits', {
  mentor_account_id: text('mentor_account_id')
    .primaryKey()
    .references(() => accounts.id),
  answers_in: text('answers_in').$type<AnswersIn>(),
})
