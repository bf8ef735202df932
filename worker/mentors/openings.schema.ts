import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'
import { mentors } from './mentors.schema'

/**
 * Derived: one small row for every mentor whom the directory shows, so that a search of many touches nothing larger.
 * Triggers keep who is listed and what the mentor's row says; the rest is rewritten from the outbox.
 */
export const listings = sqliteTable(
  'listings',
  {
    account_id: text('account_id')
      .primaryKey()
      .references(() => mentors.account_id),
    /**
     * The number in the display id, and the row of the words to find a mentor by. Not the table's own row number, which
     * SQLite cannot compare together with a value in one step along an index: a page within many ties would read them all.
     */
    number: integer('number').notNull().unique(),
    total_sessions: integer('total_sessions').notNull(),
    /** -1 where it is not said. */
    years_of_experience: integer('years_of_experience').notNull(),
    joined_at: instant('joined_at').notNull(),
    /** The last instant there is where no time is free. */
    soonest_start: instant('soonest_start').notNull(),
    /** The public score in hundredths, 0 under three reviews; a trigger follows the reviews. */
    rating_score: integer('rating_score').notNull().default(0),
    has_intro: integer('has_intro', { mode: 'boolean' }).notNull().default(false),
    /** When the free times were worked out, and from when on the passing of time makes them old. */
    written_at: instant('written_at').notNull(),
    due_at: instant('due_at').notNull(),
    /** Who wrote last: of two who work them out at one time, the one with older facts tries again. */
    revision: text('revision').notNull(),
  },
  (t) => [
    index('listings_by_sessions').on(t.total_sessions, t.number),
    index('listings_by_experience').on(t.years_of_experience, t.number),
    index('listings_by_age').on(t.joined_at, t.number),
    index('listings_by_soonest').on(t.soonest_start, t.number),
    index('listings_by_rating').on(t.rating_score, t.number),
    index('listings_with_intro').on(t.has_intro, t.number),
    index('listings_due').on(t.due_at),
  ],
)

/** Derived: the hours since 1970, of the next eight days, in which a session with a listed mentor may begin. */
export const openings = sqliteTable(
  'openings',
  {
    number: integer('number').notNull(),
    start_hour_utc: integer('start_hour_utc').notNull(),
    /** A bit for each quarter of the hour: no zone's parts of a day end within one. */
    quarters: integer('quarters').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.number, t.start_hour_utc] }),
    index('openings_by_hour').on(t.start_hour_utc, t.number),
  ],
)

/** Derived: a listed mentor's cheapest offer in every currency in use; more than any price where there is none. */
export const cheapest_prices = sqliteTable(
  'cheapest_prices',
  {
    number: integer('number').notNull(),
    currency: text('currency').notNull(),
    amount_minor: integer('amount_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.number, t.currency] }),
    index('cheapest_prices_by_amount').on(t.currency, t.amount_minor, t.number),
  ],
)
