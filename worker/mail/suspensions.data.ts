import { sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { notify } from '../notifications/notifications.data'
import { isSuspended } from './mail.data'

/** At `at` an address took nothing. Nothing more goes there unless it was proven later; the person hears of it once. */
export function suspend(
  db: Database,
  { account_id, address, reason }: { account_id: string; address: string; reason: string },
  at: Date,
): Statement[] {
  const due = sql`exists (select 1 from accounts where id = ${account_id} and email = ${address}
    and coalesce(email_verified_at, 0) <= ${at.getTime()})`
  const isNew = sql`${due} and not exists (select 1 from accounts where id = ${account_id} and ${isSuspended()})`
  const cause = `mail_bounced:${address}:${at.getTime()}`
  return [
    ...notify(db, { person: account_id, kind: 'mail_bounced', cause, data: { address } }, at, isNew),
    db.run(sql`insert into mail_suspensions (account_id, address, reason, at)
      select ${account_id}, ${address}, ${reason.slice(0, 300)}, ${at.getTime()} where ${due}
      on conflict (account_id) do update set address = excluded.address, reason = excluded.reason, at = excluded.at
      where excluded.address <> mail_suspensions.address or excluded.at > mail_suspensions.at`),
  ]
}
