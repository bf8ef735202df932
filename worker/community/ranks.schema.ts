import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'
import type { Ranked } from './ranks.rules'

/** One row for each ranking, so that a walk through the useful feed meets one order from its first page to its last. */
export const rankings = sqliteTable('rankings', {
  generation: integer('generation').primaryKey({ autoIncrement: true }),
  ranked_at: instant('ranked_at').notNull(),
  /** The most useful first. */
  list: text('list', { mode: 'json' }).$type<Ranked[]>().notNull(),
})
