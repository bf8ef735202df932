import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { FileKind, FileType } from '../contract/files.constants'
import { instant } from '../lib/columns'

export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    owner_account_id: text('owner_account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind').$type<FileKind>().notNull(),
    /** Where its objects lie in the bucket. Made for this row alone, so that a sweep can never take another's. */
    key: text('key').notNull(),
    /** SHA-256 of what is stored: the same file sent again is the same file. */
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    type: text('type').$type<FileType>().notNull(),
    size: integer('size').notNull(),
    width: integer('width'),
    height: integer('height'),
    caption: text('caption'),
    created_at: instant('created_at').notNull(),
    /** Nobody sees it from then on; the sweep takes the objects and then the row. */
    removed_at: instant('removed_at'),
  },
  (t) => [
    index('files_of_owner').on(t.owner_account_id, t.id),
    uniqueIndex('files_by_key').on(t.key),
    uniqueIndex('files_once')
      .on(t.owner_account_id, t.kind, t.hash)
      .where(sql`removed_at is null`),
    index('files_removed')
      .on(t.removed_at)
      .where(sql`removed_at is not null`),
  ],
)

/** Append-only: who of the staff read whose private file, and why. */
export const file_reads = sqliteTable(
  'file_reads',
  {
    id: text('id').primaryKey(),
    file_id: text('file_id').notNull(),
    owner_account_id: text('owner_account_id')
      .notNull()
      .references(() => accounts.id),
    reader_account_id: text('reader_account_id')
      .notNull()
      .references(() => accounts.id),
    reason: text('reason').notNull(),
    read_at: instant('read_at').notNull(),
  },
  (t) => [index('reads_of_owner').on(t.owner_account_id, t.read_at), index('reads_by_reader').on(t.reader_account_id)],
)
