import { integer, primaryKey, sqliteTable, text, index } from 'drizzle-orm/sqlite-core'
import { instant } from './columns'

/** Dense display ids: the row moves in the batch that uses it. */
export const counters = sqliteTable('counters', {
  name: text('name').primaryKey(),
  value: integer('value').notNull().default(0),
})

export const idempotency = sqliteTable(
  'idempotency',
  {
    account_id: text('account_id').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    body_hash: text('body_hash').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
    created_at: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.account_id, t.route, t.key] }), index('idempotency_by_age').on(t.created_at)],
)

/** Durable counters that protect people: registrations, logins, resets, contact, newsletter. */
export const attempts = sqliteTable(
  'attempts',
  {
    subject: text('subject').notNull(),
    window_start: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.window_start] })],
)

export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    topic: text('topic').notNull(),
    payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    due_at: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    last_error: text('last_error'),
    created_at: instant('created_at').notNull(),
  },
  (t) => [index('outbox_due').on(t.due_at)],
)

export const dead_letters = sqliteTable(
  'dead_letters',
  {
    id: text('id').primaryKey(),
    topic: text('topic').notNull(),
    payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    attempts: integer('attempts').notNull(),
    last_error: text('last_error'),
    created_at: instant('created_at').notNull(),
    buried_at: instant('buried_at').notNull(),
  },
  (t) => [index('dead_letters_by_topic').on(t.topic, t.buried_at, t.id)],
)

/** Settings of a development world, such as the offset of its clock. Empty in production. */
export const development = sqliteTable('development', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
})
