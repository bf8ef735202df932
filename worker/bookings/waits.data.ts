import { and, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { notify } from '../notifications/notifications.data'
import { waits } from './moves.schema'

/** What stands between a student and a mentor: how new ones are taken, and what the two have with each other already. */
export const standingWith = (db: Database, me: SQL | string, mentor_id: string, now: Date) =>
  db
    .select(
      shape({
        account_id: mentors.account_id,
        new_students: mentors.new_students,
        is_known:
          sql<boolean>`exists (select 1 from bookings where student_account_id = ${me} and mentor_account_id = ${mentors.account_id}
          and state in ('confirmed', 'in_progress', 'completed'))`.mapWith(Boolean),
        is_waiting:
          sql<boolean>`exists (select 1 from waits where account_id = ${me} and mentor_account_id = ${mentors.account_id})`.mapWith(
            Boolean,
          ),
        has_proposed:
          sql<boolean>`exists (select 1 from bookings where student_account_id = ${me} and mentor_account_id = ${mentors.account_id}
          and proposal_id is not null and state = 'pending' and answer_by > ${now.getTime()})`.mapWith(Boolean),
      }),
    )
    .from(mentors)
    .where(and(eq(mentors.mentor_id, mentor_id), eq(mentors.application_state, 'approved')))

export const wait = (db: Database, me: string, mentor_account_id: string, now: Date): Statement =>
  db.insert(waits).values({ account_id: me, mentor_account_id, created_at: now }).onConflictDoNothing()

export const stopWaiting = (db: Database, me: string, mentor_account_id: string): Statement =>
  db.delete(waits).where(and(eq(waits.account_id, me), eq(waits.mentor_account_id, mentor_account_id)))

/** Those who wait for one of these mentors who now have a free time. */
export const waitersOf = (db: Database, mentor_account_ids: string[]) =>
  db
    .select(
      shape({
        account_id: waits.account_id,
        mentor_account_id: waits.mentor_account_id,
        created_at: waits.created_at,
        mentor_id: mentors.mentor_id,
        mentor_name: accounts.name,
      }),
    )
    .from(waits)
    .innerJoin(mentors, eq(mentors.account_id, waits.mentor_account_id))
    .innerJoin(accounts, eq(accounts.id, waits.mentor_account_id))
    .where(sql`${waits.mentor_account_id} in (select value from json_each(${JSON.stringify(mentor_account_ids)}))`)
    .orderBy(waits.created_at)
    .limit(50)

type Waiter = Awaited<ReturnType<typeof waitersOf>>[number]

/** Told once; whoever still finds no time asks again. */
export const tellOpened = (db: Database, waiter: Waiter, now: Date): Statement[] => [
  ...notify(
    db,
    {
      person: waiter.account_id,
      kind: 'time_opened',
      cause: `wait:${waiter.mentor_account_id}:${waiter.account_id}:${waiter.created_at.getTime()}`,
      data: { mentor_id: waiter.mentor_id, mentor_name: waiter.mentor_name },
    },
    now,
  ),
  stopWaiting(db, waiter.account_id, waiter.mentor_account_id),
]
