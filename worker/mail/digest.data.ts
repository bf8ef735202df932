import { eq, sql } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { mailIsOff } from '../accounts/preferences.data'
import { preferences } from '../accounts/preferences.schema'
import { sightings } from '../chat/chat.schema'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { message_digests } from '../notifications/notifications.schema'
import { isSuspended } from './mail.data'

export const personToTell = (db: Database, account_id: string) =>
  db
    .select(
      shape({
        name: accounts.name,
        email: accounts.email,
        time_zone: accounts.time_zone,
        quiet_from: nullable(preferences.quiet_from),
        quiet_until: nullable(preferences.quiet_until),
        told_until: sql<number>`coalesce((select told_until from message_digests where account_id = ${account_id}), 0)`,
        mail_is_off: mailIsOff(sql`${accounts.id}`, sql`'message_digest'`),
        suspended: isSuspended(),
        seen_at: nullable(sightings.seen_at),
      }),
    )
    .from(accounts)
    .leftJoin(preferences, eq(preferences.account_id, accounts.id))
    .leftJoin(sightings, eq(sightings.account_id, accounts.id))
    .where(eq(accounts.id, account_id))

export interface Untold {
  conversation_id: string
  name: string
  unread: number
  created_at: number
}
/** Runs of unread messages that no mail has told of; neither muted ones nor those of people who are blocked. */
export const untold = (db: Database, account_id: string) =>
  db.all<Untold>(sql`select members.conversation_id as conversation_id, members.unread as unread,
      json_extract(n.data, '$.sender_name') as name, n.created_at as created_at
    from notifications n
    join conversation_members members on members.account_id = n.account_id
      and members.conversation_id = json_extract(n.data, '$.conversation_id')
    join conversations c on c.id = members.conversation_id
    where n.account_id = ${account_id} and (n.read_at is null or not n.shown) and n.kind = 'message_received'
      and n.created_at > coalesce((select told_until from message_digests where account_id = ${account_id}), 0)
      and members.unread > 0 and not members.muted
      and not exists (select 1 from blocks where blocker_account_id = n.account_id
        and blocked_account_id in (c.mentor_account_id, c.student_account_id))
    order by n.created_at limit 50`)

/** One of two that would tell the same gets the row. */
export const claimDigest = (db: Database, account_id: string, told_until: number) =>
  db
    .insert(message_digests)
    .values({ account_id, told_until: new Date(told_until) })
    .onConflictDoUpdate({
      target: message_digests.account_id,
      set: { told_until: new Date(told_until) },
      setWhere: sql`${message_digests.told_until} < ${told_until}`,
    })
    .returning({ account_id: message_digests.account_id })

export const giveDigestBack = (db: Database, account_id: string, told_until: number): Statement =>
  db
    .update(message_digests)
    .set({ told_until: new Date(told_until) })
    .where(eq(message_digests.account_id, account_id))
