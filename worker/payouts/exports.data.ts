import { asc, eq, sql } from 'drizzle-orm'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { payout_exports, payout_profiles, withdrawals } from './payouts.schema'

/** One file holds so many transfers at most; the rest comes with the next one. */
const MOST = 200

interface Export {
  id: string
  by: string
  now: Date
}
/**
 * Everything that is approved and may be sent by now, with the account numbers as they are at this moment; whoever makes
 * the file has read them. Answers the withdrawals that it holds; nothing is written where it would hold none.
 */
export function exportPayouts(db: Database, { id, by, now }: Export): Statement[] {
  const at = now.getTime()
  const ready = sql`select w.id from withdrawals w join payout_profiles p on p.account_id = w.account_id
    where w.state = 'approved' and coalesce(w.waits_until, 0) <= ${at} and p.payable_from <= ${at}
      and (p.method = 'iban' or w.currency = 'INR') order by w.id limit ${MOST}`
  const exported = sql`select id, account_id from withdrawals where export_id = ${id}`
  return [
    db.run(sql`insert into payout_exports (id, by_account_id, created_at)
      select ${id}, ${by}, ${at} where exists (${ready})`),
    db.all(sql`update withdrawals set state = 'exported', export_id = ${id},
        destination_box = (select box from payout_profiles where account_id = withdrawals.account_id)
      where id in (${ready}) returning id`),
    db.run(sql`insert into withdrawal_history (id, withdrawal_id, act, by_account_id, at)
      select lower(hex(randomblob(13))), id, 'export', ${by}, ${at} from (${exported}) where true`),
    db.run(sql`insert into payout_profile_reads (id, owner_account_id, reader_account_id, reason, read_at)
      select lower(hex(randomblob(13))), account_id, ${by}, ${`Payout export ${id}`}, ${at}
      from (${exported}) group by account_id`),
  ]
}

export const exportWith = (db: Database, id: string) =>
  db
    .select(
      shape({
        id: withdrawals.id,
        amount_minor: withdrawals.amount_minor,
        currency: withdrawals.currency,
        requested_at: withdrawals.requested_at,
        destination_box: withdrawals.destination_box,
        mentor_id: mentors.mentor_id,
        legal_name: nullable(payout_profiles.legal_name),
        country: nullable(payout_profiles.country),
        created_at: payout_exports.created_at,
      }),
    )
    .from(withdrawals)
    .innerJoin(payout_exports, eq(payout_exports.id, withdrawals.export_id))
    .innerJoin(mentors, eq(mentors.account_id, withdrawals.account_id))
    .leftJoin(payout_profiles, eq(payout_profiles.account_id, withdrawals.account_id))
    .where(eq(withdrawals.export_id, id))
    .orderBy(asc(withdrawals.id))
