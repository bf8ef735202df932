import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { payout_profile_reads, payout_profiles } from './payouts.schema'

export type ProfileRow = typeof payout_profiles.$inferSelect

export const profileOf = (db: Database, account_id: SQL | string) =>
  db.select().from(payout_profiles).where(eq(payout_profiles.account_id, account_id))

/** Answers the row where `when` held. */
export const keepProfile = (db: Database, row: ProfileRow, when: SQL) =>
  db.all<{ account_id: string }>(sql`insert into payout_profiles
      (account_id, legal_name, country, method, box, changed_at, payable_from)
    select ${row.account_id}, ${row.legal_name}, ${row.country}, ${row.method}, ${row.box}, ${row.changed_at.getTime()},
      ${row.payable_from.getTime()} where ${when}
    on conflict (account_id) do update set legal_name = excluded.legal_name, country = excluded.country,
      method = excluded.method, box = excluded.box, changed_at = excluded.changed_at, payable_from = excluded.payable_from
    returning account_id`)

/** Guards what belongs to a profile that was kept in this batch. */
export const isKept = ({ account_id, box }: Pick<ProfileRow, 'account_id' | 'box'>): SQL =>
  sql`exists (select 1 from payout_profiles where account_id = ${account_id} and box = ${box})`

export const profileOfMentor = (db: Database, mentor_id: string) =>
  db
    .select()
    .from(payout_profiles)
    .where(eq(payout_profiles.account_id, sql`(select account_id from mentors where mentor_id = ${mentor_id})`))

export const noteReading = (db: Database, reading: typeof payout_profile_reads.$inferInsert): Statement =>
  db.insert(payout_profile_reads).values(reading)
