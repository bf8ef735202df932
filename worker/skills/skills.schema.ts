import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { ProposalState } from '../contract/skills.constants'
import { instant } from '../lib/columns'

/** What people propose; nobody can be found by it before staff have accepted it. */
export const skill_proposals = sqliteTable(
  'skill_proposals',
  {
    id: text('id').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull(),
    /** Folded, for comparing. */
    key: text('key').notNull(),
    note: text('note'),
    state: text('state').$type<ProposalState>().notNull(),
    /** What it became. */
    skill_id: text('skill_id'),
    reason: text('reason'),
    decided_by: text('decided_by'),
    decided_at: instant('decided_at'),
    created_at: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('skill_proposals_once').on(t.account_id, t.key),
    index('skill_proposals_by_state').on(t.state, t.created_at, t.id),
    index('skill_proposals_of_word').on(t.key),
  ],
)

/** Skills beside those of the taxonomy's file. */
export const skills_added = sqliteTable(
  'skills_added',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    parent: text('parent'),
    created_at: instant('created_at').notNull(),
  },
  (t) => [index('skills_added_below').on(t.parent)],
)

/** Every accepted word, folded: the name of an added skill, or another name of any skill. */
export const skill_words = sqliteTable(
  'skill_words',
  {
    key: text('key').primaryKey(),
    word: text('word').notNull(),
    skill_id: text('skill_id').notNull(),
  },
  (t) => [index('skill_words_of_skill').on(t.skill_id)],
)

/** Derived: how many mentors list a skill. Kept by triggers, compared nightly with a recount. */
export const skill_counts = sqliteTable(
  'skill_counts',
  {
    skill_id: text('skill_id').primaryKey(),
    mentors: integer('mentors').notNull(),
  },
  (t) => [index('skill_counts_by_mentors').on(t.mentors)],
)
