import { sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { notify } from '../notifications/notifications.data'

/** Nothing more goes to an address that is none; the person hears of it in the product. */
export function suspend(
  db: Database,
  { account_id, address, reason }: { account_id: string; address: string; reason: string },
  at: Date,
): Statement[] {
  const due = sql`exists (select 1 from accounts where id = ${account_id} and email = ${address})`
  return [
    db.run(sql`insert into mail_suspensions (account_id, address, reason, at)
      select ${account_id}, ${address}, ${reason.slice(0, 300)}, ${at.getTime()} where ${due}
      on conflict (account_id) do update set address = excluded.address, reason = excluded.reason, at = excluded.at`),
    ...notify(
      db,
      { person: account_id, kind: 'mail_bounced', cause: `mail_bounced:${address}:${at.getTime()}`, data: { address } },
      at,
      due,
    ),
  ]
}
