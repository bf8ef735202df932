import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { CaseCause, CaseState, Decision, FlagReason, ModerationAct } from '../contract/flags.constants'
import { instant } from '../lib/columns'

/** The post, and the comment below it where that is meant. No foreign keys: neither is ever deleted, and each would ask for an index. */
const thing = {
  /** The id of the post or of the comment that this is about. */
  subject_id: text('subject_id').notNull(),
  post_id: text('post_id').notNull(),
  comment_id: text('comment_id'),
}

/** What brings a post or comment into the queue, until a moderator decides; one at a time. */
export const community_cases = sqliteTable(
  'community_cases',
  {
    id: text('id').primaryKey(),
    ...thing,
    author_account_id: text('author_account_id')
      .notNull()
      .references(() => accounts.id),
    state: text('state').$type<CaseState>().notNull(),
    cause: text('cause').$type<CaseCause>().notNull(),
    opened_at: instant('opened_at').notNull(),
    /** In halves: 6 hides. */
    weight: integer('weight').notNull().default(0),
    edited_at: instant('edited_at'),
    appeal: text('appeal'),
    /** Who hid what is appealed against, and may not decide again. */
    appealed_account_id: text('appealed_account_id').references(() => accounts.id),
    decided_at: instant('decided_at'),
    decided_by: text('decided_by').references(() => accounts.id),
    decision: text('decision').$type<Decision>(),
    decision_reason: text('decision_reason'),
  },
  (t) => [
    uniqueIndex('one_open_case')
      .on(t.subject_id)
      .where(sql`state = 'open'`),
    uniqueIndex('one_appeal')
      .on(t.subject_id)
      .where(sql`cause = 'appeal'`),
    index('cases_of_subject').on(t.subject_id, t.opened_at, t.id),
    index('cases_by_age').on(t.state, t.opened_at, t.id),
    index('cases_of_author').on(t.author_account_id),
  ],
)

export const community_flags = sqliteTable(
  'community_flags',
  {
    id: text('id').primaryKey(),
    case_id: text('case_id')
      .notNull()
      .references(() => community_cases.id),
    ...thing,
    reporter_account_id: text('reporter_account_id')
      .notNull()
      .references(() => accounts.id),
    reason: text('reason').$type<FlagReason>().notNull(),
    text: text('text'),
    /** In halves. */
    weight: integer('weight').notNull(),
    flagged_at: instant('flagged_at').notNull(),
  },
  (t) => [
    uniqueIndex('flag_once').on(t.subject_id, t.reporter_account_id),
    index('flags_of_case').on(t.case_id, t.flagged_at, t.id),
    index('flags_of_person').on(t.reporter_account_id),
  ],
)

/** Every act of moderation. Triggers refuse to change or delete one (E4). */
export const community_acts = sqliteTable(
  'community_acts',
  {
    id: text('id').primaryKey(),
    case_id: text('case_id')
      .notNull()
      .references(() => community_cases.id),
    ...thing,
    act: text('act').$type<ModerationAct>().notNull(),
    reason: text('reason').notNull(),
    /** None: the weight of flags. */
    by_account_id: text('by_account_id').references(() => accounts.id),
    acted_at: instant('acted_at').notNull(),
    was_hidden: integer('was_hidden', { mode: 'boolean' }).notNull(),
    is_hidden: integer('is_hidden', { mode: 'boolean' }).notNull(),
    reverses: text('reverses'),
  },
  (t) => [
    index('acts_of_subject').on(t.subject_id, t.acted_at, t.id),
    index('acts_of_case').on(t.case_id),
    index('acts_by_person').on(t.by_account_id),
    uniqueIndex('reversed_once').on(t.reverses),
  ],
)
