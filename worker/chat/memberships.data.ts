import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { isMinor } from '../accounts/age.rules'
import { presenceIsHidden } from '../accounts/preferences.data'
import { hasConsent } from '../guardians/guardians.data'
import { nullable, shape, type Database } from '../lib/database'
import type { Account } from '../lib/route'
import { isBlocked } from './blocks.data'
import type { Entrance, Place } from './chat.rules'
import { conversations } from './chat.schema'
import { seenAt } from './presence.data'
import { isUnseen } from './presence.rules'

/** The two people of a conversation. */
export const asMentor = alias(accounts, 'as_mentor')
export const asStudent = alias(accounts, 'as_student')

const memberships = (db: Database) =>
  db
    .select(
      shape({
        conversation_id: conversations.id,
        mentor_account_id: conversations.mentor_account_id,
        student_account_id: conversations.student_account_id,
        mentor_name: asMentor.name,
        student_name: asStudent.name,
        mentor_birth: nullable(asMentor.date_of_birth),
        student_birth: nullable(asStudent.date_of_birth),
        mentor_zone: asMentor.time_zone,
        student_zone: asStudent.time_zone,
        mentor_hides: presenceIsHidden(sql`${asMentor.id}`),
        student_hides: presenceIsHidden(sql`${asStudent.id}`),
        mentor_seen_at: seenAt(asMentor.id),
        student_seen_at: seenAt(asStudent.id),
        blocked: isBlocked(sql`${conversations.mentor_account_id}`, sql`${conversations.student_account_id}`),
        consented: hasConsent(sql`${conversations.student_account_id}`, sql`${conversations.mentor_account_id}`),
      }),
    )
    .from(conversations)
    .innerJoin(asMentor, eq(asMentor.id, conversations.mentor_account_id))
    .innerJoin(asStudent, eq(asStudent.id, conversations.student_account_id))
    .$dynamic()

type Membership = Awaited<ReturnType<typeof memberships>>[number]

/** The conversation with both its people; a stranger finds nothing. */
export const membership = (db: Database, conversation_id: string, me: SQL | string) =>
  memberships(db).where(
    and(
      eq(conversations.id, conversation_id),
      or(eq(conversations.mentor_account_id, me), eq(conversations.student_account_id, me)),
    ),
  )

/** In each pair of roles two people have one conversation, whoever opens it. */
export const pairOf = (mentor: SQL | string, student: SQL | string): SQL => sql`${mentor} || ':' || ${student}`

export const holderOf = (display_id: string): SQL =>
  display_id.startsWith('M')
    ? sql`(select account_id from mentors where mentor_id = ${display_id})`
    : sql`(select account_id from students where student_id = ${display_id})`

/** The pair of mine with the holder of a display id, which also says as what I meet them. */
export const pairWith = (me: SQL | string, display_id: string): SQL =>
  display_id.startsWith('M') ? pairOf(holderOf(display_id), me) : pairOf(me, holderOf(display_id))

/** Both people of a pair, for what nobody says. */
export const membersOfPair = (db: Database, pair: string) => memberships(db).where(eq(conversations.pair, pair))

/** The same, by the display id of the other one. */
export const membershipWith = (db: Database, me: SQL | string, display_id: string) =>
  memberships(db).where(eq(conversations.pair, pairWith(me, display_id)))

export const placeOf = (row: Membership): Place => ({
  conversation_id: row.conversation_id,
  members: [
    { account_id: row.mentor_account_id, role: 'mentor', name: row.mentor_name },
    { account_id: row.student_account_id, role: 'student', name: row.student_name },
  ],
})

export function entranceOf(
  row: Membership,
  { id, session_id }: Pick<Account, 'id' | 'session_id'>,
  now: Date,
): Entrance {
  const mentor = { date_of_birth: row.mentor_birth, time_zone: row.mentor_zone, hides: row.mentor_hides }
  const student = { date_of_birth: row.student_birth, time_zone: row.student_zone, hides: row.student_hides }
  const [me, other, seen_at] =
    row.mentor_account_id === id ? [mentor, student, row.student_seen_at] : [student, mentor, row.mentor_seen_at]
  const hidden = Boolean(row.blocked) || isUnseen(me, now)
  return {
    ...placeOf(row),
    account_id: id,
    session_id,
    admitted_at: now.getTime(),
    hidden,
    last_seen: hidden || isUnseen(other, now) ? null : (seen_at?.toISOString() ?? null),
    blocked: Boolean(row.blocked),
    masked: !row.consented && isMinor(student, now),
  }
}
