import { and, asc, eq, sql } from 'drizzle-orm'
import { shape, type Database, type Statement } from '../lib/database'
import { students } from '../students/students.schema'
import { skill_proposals } from './skills.schema'

interface NewProposal {
  id: string
  account_id: string
  name: string
  key: string
  note: string | null
  now: Date
}

/** Writes nothing where the person proposed this word before. */
export const propose = (db: Database, { id, account_id, name, key, note, now }: NewProposal): Statement =>
  db
    .insert(skill_proposals)
    .values({ id, account_id, name, key, note, state: 'proposed', created_at: now })
    .onConflictDoNothing()

export const proposalOf = (db: Database, account_id: string, key: string) =>
  db
    .select({
      id: skill_proposals.id,
      name: skill_proposals.name,
      note: skill_proposals.note,
      state: skill_proposals.state,
      created_at: skill_proposals.created_at,
    })
    .from(skill_proposals)
    .where(and(eq(skill_proposals.account_id, account_id), eq(skill_proposals.key, key)))

const reviewed = (db: Database) =>
  db
    .select(
      shape({
        id: skill_proposals.id,
        name: skill_proposals.name,
        note: skill_proposals.note,
        state: skill_proposals.state,
        created_at: skill_proposals.created_at,
        proposed_by: students.student_id,
        skill_id: skill_proposals.skill_id,
        reason: skill_proposals.reason,
        decided_at: skill_proposals.decided_at,
      }),
    )
    .from(skill_proposals)
    .innerJoin(students, eq(students.account_id, skill_proposals.account_id))

interface Page {
  state: (typeof skill_proposals.$inferSelect)['state']
  after: (string | number | null)[] | undefined
  limit: number
}

/** The longest waiting first, one more than asked. */
export const proposalsIn = (db: Database, { state, after, limit }: Page) =>
  reviewed(db)
    .where(
      and(
        eq(skill_proposals.state, state),
        after ? sql`(${skill_proposals.created_at}, ${skill_proposals.id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(skill_proposals.created_at), asc(skill_proposals.id))
    .limit(limit + 1)

export const reviewedProposal = (db: Database, id: string) => reviewed(db).where(eq(skill_proposals.id, id))

export const proposedWord = (db: Database, id: string) =>
  db
    .select({ name: skill_proposals.name, key: skill_proposals.key, state: skill_proposals.state })
    .from(skill_proposals)
    .where(eq(skill_proposals.id, id))

interface Decision {
  key: string
  state: 'accepted' | 'refused'
  skill_id: string | null
  reason: string
  by: string
  now: Date
}

/** Everybody who proposed this word gets the same answer. */
export const decideProposals = (db: Database, { key, state, skill_id, reason, by, now }: Decision): Statement =>
  db
    .update(skill_proposals)
    .set({ state, skill_id, reason, decided_by: by, decided_at: now })
    .where(and(eq(skill_proposals.key, key), eq(skill_proposals.state, 'proposed')))
