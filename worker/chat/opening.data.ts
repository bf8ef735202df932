import { eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { shape, type Database, type Statement } from '../lib/database'
import { isBlocked } from './blocks.data'
import { holderOf } from './memberships.data'
import { conversations } from './chat.schema'

/**
 * The holder of a display id, and whether D9 lets me begin: with a mentor who is listed, or as a mentor with a student
 * whose booking stands.
 */
export const counterpart = (db: Database, me: SQL | string, display_id: string, now: Date) =>
  db
    .select(
      shape({
        account_id: accounts.id,
        is_me: sql<number>`${accounts.id} = ${me}`,
        blocked: isBlocked(sql`${accounts.id}`, sql`${me}`),
        role: sql<'student' | 'mentor'>`${display_id.startsWith('M') ? 'mentor' : 'student'}`,
        may_begin: display_id.startsWith('M')
          ? sql<number>`${accounts.suspended_at} is null and exists (
              select 1 from mentors where account_id = accounts.id and application_state = 'approved')`
          : sql<number>`${accounts.suspended_at} is null and exists (
              select 1 from bookings where mentor_account_id = ${me} and student_account_id = accounts.id
                and state <> 'expired' and not (state = 'held' and hold_expires_at <= ${now.getTime()}))`,
      }),
    )
    .from(accounts)
    .where(eq(accounts.id, holderOf(display_id)))

export type Counterpart = Awaited<ReturnType<typeof counterpart>>[number]

/** The first statement answers a row where this call made it; another one at the same moment may have been quicker. */
export const openConversation = (db: Database, me: string, other: Counterpart, id: string, now: Date): Statement[] => {
  const [mentor_account_id, student_account_id] =
    other.role === 'mentor' ? [other.account_id, me] : [me, other.account_id]
  const pair = `${mentor_account_id}:${student_account_id}`
  const member = (account_id: string) =>
    db.run(sql`insert into conversation_members (conversation_id, account_id, updated_at)
      select id, ${account_id}, ${now.getTime()} from conversations where pair = ${pair} on conflict do nothing`)
  return [
    db
      .insert(conversations)
      .values({ id, mentor_account_id, student_account_id, pair, created_at: now, updated_at: now })
      .onConflictDoNothing()
      .returning({ id: conversations.id }),
    member(mentor_account_id),
    member(student_account_id),
  ]
}
