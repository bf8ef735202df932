import { eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { wishes } from './wishes.schema'

/** A person without a wish has an empty one. */
export const wishOf = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        goal: nullable(wishes.goal),
        skills: sql<string[]>`coalesce(${wishes.skills}, '[]')`.mapWith((json: string) => JSON.parse(json) as string[]),
        budget_minor: nullable(wishes.budget_minor),
        currency: nullable(wishes.currency),
        time_zone: accounts.time_zone,
      }),
    )
    .from(accounts)
    .leftJoin(wishes, eq(wishes.account_id, accounts.id))
    .where(eq(accounts.id, me))

type Change = Partial<Pick<typeof wishes.$inferInsert, 'goal' | 'skills' | 'budget_minor' | 'currency'>>

export const changeWish = (db: Database, account_id: string, change: Change, now: Date): Statement =>
  db
    .insert(wishes)
    .values({ ...change, account_id, updated_at: now })
    .onConflictDoUpdate({ target: wishes.account_id, set: { ...change, updated_at: now } })
