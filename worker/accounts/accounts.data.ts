import { and, eq, gt, lt, sql, type SQL } from 'drizzle-orm'
import type { Role } from '../contract/accounts.constants'
import type { User } from '../contract/accounts'
import type { Identify } from '../lib/admission'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import type { Account } from '../lib/route'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { sessionEnd } from './accounts.rules'
import { account_roles, accounts, email_verifications, sessions, socket_tickets } from './accounts.schema'

const HOUR = 3_600_000

const person = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  email_verified_at: accounts.email_verified_at,
  time_zone: accounts.time_zone,
  picture_url: accounts.picture_url,
  date_of_birth: accounts.date_of_birth,
  totp_enabled_at: accounts.totp_enabled_at,
  suspended_at: accounts.suspended_at,
  student_id: students.student_id,
  mentor_id: nullable(mentors.mentor_id),
  application_state: nullable(mentors.application_state),
  grants: sql<string | null>`(select group_concat(role) from account_roles where account_id = ${accounts.id})`,
}

const sessionOf = (db: Database, whose: SQL) =>
  db
    .select(
      shape({
        session_id: sessions.id,
        seen_at: sessions.seen_at,
        second_factor_at: nullable(sessions.second_factor_at),
        ...person,
      }),
    )
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account_id))
    .innerJoin(students, eq(students.account_id, accounts.id))
    .leftJoin(mentors, eq(mentors.account_id, accounts.id))
    .where(whose)

type SessionRow = Awaited<ReturnType<typeof sessionOf>>[number]

export const accountFrom = (row: SessionRow | undefined): Account | undefined =>
  row && !row.suspended_at
    ? {
        id: row.id,
        session_id: row.session_id,
        seen_at: row.seen_at,
        name: row.name,
        email: row.email,
        email_verified: row.email_verified_at !== null,
        roles: [
          'student',
          ...(row.mentor_id ? (['mentor'] as const) : []),
          // A staff role counts only where a second factor was shown.
          ...(((row.second_factor_at ? row.grants?.split(',') : undefined) ?? []) as Role[]),
        ],
        student_id: row.student_id,
        mentor_id: row.mentor_id,
        mentor_approved: row.application_state === 'approved',
        time_zone: row.time_zone,
        picture_url: row.picture_url,
        date_of_birth: row.date_of_birth,
        second_factor: row.second_factor_at !== null,
      }
    : undefined

const live = (token_hash: string, now: Date) =>
  and(eq(sessions.token_hash, token_hash), gt(sessions.expires_at, now)) as SQL

/** How a token becomes a person; the spine puts it into every first trip. */
export const identify: Identify = {
  me: (token_hash, now) =>
    sql<string>`(select account_id from sessions where token_hash = ${token_hash} and expires_at > ${now.getTime()})`,
  session: (db, token_hash, now) => sessionOf(db, live(token_hash, now)),
  slide: (db, session_id, now) =>
    db
      .update(sessions)
      .set({ seen_at: now, expires_at: sessionEnd(now) })
      .where(and(eq(sessions.id, session_id), lt(sessions.seen_at, new Date(now.getTime() - HOUR)))),
  isDue: (account, now) => now.getTime() - account.seen_at.getTime() > HOUR,
  accountFrom: (row) => accountFrom(row as SessionRow | undefined),
}

/** The session of a one-use ticket: read and spent in one batch, so a second use finds nothing. */
export const spendTicket = (db: Database, ticket_hash: string, now: Date) => ({
  session: sessionOf(
    db,
    sql`${sessions.expires_at} > ${now.getTime()} and ${sessions.id} = (select session_id from socket_tickets
      where ticket_hash = ${ticket_hash} and expires_at > ${now.getTime()})`,
  ),
  spent: db.delete(socket_tickets).where(eq(socket_tickets.ticket_hash, ticket_hash)),
})

export const userOf = ({
  id,
  name,
  email,
  email_verified,
  roles,
  student_id,
  mentor_id,
  time_zone,
  picture_url,
}: Account): User => ({
  id,
  name,
  email,
  email_verified,
  roles,
  student_id,
  mentor_id,
  time_zone,
  picture_url,
})

/** For login: the account behind an e-mail key or a display id, with what proves it. */
export const accountForLogin = (db: Database, by: { email_key: string } | { display_id: string }) =>
  db
    .select(
      shape({
        session_id: sql<string>`''`,
        seen_at: accounts.created_at,
        second_factor_at: sql<Date | null>`null`,
        ...person,
        password_hash: accounts.password_hash,
      }),
    )
    .from(accounts)
    .innerJoin(students, eq(students.account_id, accounts.id))
    .leftJoin(mentors, eq(mentors.account_id, accounts.id))
    .where(
      'email_key' in by
        ? eq(accounts.email_key, by.email_key)
        : sql`${accounts.id} = (select account_id from students where student_id = ${by.display_id} union all select account_id from mentors where mentor_id = ${by.display_id})`,
    )

export interface NewAccount {
  id: string
  name: string
  email: string
  email_key: string
  password_hash: string
  terms_version: string
  date_of_birth: string | null
  time_zone: string
  now: Date
}

/** Account and student profile; the display id is the next of its counter. A known e-mail aborts the batch. */
export const createAccount = (db: Database, { now, ...wish }: NewAccount): Statement[] => [
  db.insert(accounts).values({ ...wish, accepted_terms_at: now, created_at: now }),
  db.run(sql`update counters set value = value + 1 where name = 'student'`),
  db.run(sql`insert into students (account_id, student_id)
    select ${wish.id}, printf('S%06d', value) from counters where name = 'student'`),
]

export const addMentor = (
  db: Database,
  { account_id, time_zone, now }: { account_id: string; time_zone: string; now: Date },
): Statement[] => {
  const isNew = sql`not exists (select 1 from mentors where account_id = ${account_id})`
  return [
    db.run(sql`update counters set value = value + 1 where name = 'mentor' and ${isNew}`),
    db.run(sql`insert into mentors (account_id, mentor_id, availability_zone, application_state, created_at)
      select ${account_id}, printf('M%06d', value), ${time_zone}, 'draft', ${now.getTime()}
      from counters where name = 'mentor' and ${isNew}`),
  ]
}

export interface NewSession {
  id: string
  token_hash: string
  account_id: string
  device: string
  now: Date
}
export const openSession = (db: Database, { now, ...session }: NewSession): Statement =>
  db.insert(sessions).values({ ...session, created_at: now, seen_at: now, expires_at: sessionEnd(now) })

/** The account of a session that this batch has just opened. */
export const accountOfSession = (db: Database, session_id: string) => sessionOf(db, eq(sessions.id, session_id))

export const endSession = (db: Database, session_id: string): Statement =>
  db.delete(sessions).where(eq(sessions.id, session_id))
export const endSessions = (db: Database, account_id: string): Statement =>
  db.delete(sessions).where(eq(sessions.account_id, account_id))

export const improveHash = (db: Database, account_id: string, password_hash: string): Statement =>
  db.update(accounts).set({ password_hash }).where(eq(accounts.id, account_id))

/** Answers the row where the token was good: single use, and only for the address it was sent to. */
export const verifyEmail = (db: Database, token_hash: string, now: Date) => [
  db
    .update(accounts)
    .set({ email_verified_at: now })
    .where(
      sql`(${accounts.id}, ${accounts.email_key}) = (select account_id, email_key from email_verifications
        where token_hash = ${token_hash} and expires_at > ${now.getTime()})`,
    )
    .returning({ id: accounts.id }),
  db.delete(email_verifications).where(eq(email_verifications.token_hash, token_hash)),
]

export const issueTicket = (
  db: Database,
  ticket: { ticket_hash: string; session_id: string; expires_at: Date },
): Statement => db.insert(socket_tickets).values(ticket)

export const grantRole = (db: Database, account_id: string, role: Role, now: Date): Statement =>
  db.insert(account_roles).values({ account_id, role, granted_at: now }).onConflictDoNothing()

export const changeAccount = (
  db: Database,
  account_id: string,
  change: Partial<Pick<typeof accounts.$inferInsert, 'name' | 'time_zone' | 'date_of_birth'>>,
): Statement[] =>
  Object.keys(change).length > 0 ? [db.update(accounts).set(change).where(eq(accounts.id, account_id))] : []

/** Ends what ran out; answers whose. */
export const overdueSessions = (db: Database, now: Date) =>
  db.all<{ account_id: string }>(sql`delete from sessions where id in (
    select id from sessions where expires_at <= ${now.getTime()} limit 500) returning account_id`)

/** Tickets and links whose time is over. */
export const forgetProofs = (db: Database, now: Date): Statement[] => [
  db.run(sql`delete from socket_tickets where expires_at <= ${now.getTime()}`),
  db.run(sql`delete from email_verifications where expires_at <= ${now.getTime()}`),
]
