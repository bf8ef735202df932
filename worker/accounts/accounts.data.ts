import { and, eq, gt, lt, sql, type SQL } from 'drizzle-orm'
import type { Role } from '../contract/accounts.constants'
import type { User } from '../contract/accounts'
import type { Identify } from '../lib/admission'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import type { Account } from '../lib/route'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { sessionEnd } from './accounts.rules'
import { accounts, sessions } from './accounts.schema'
import { isMinor } from './age.rules'
import { refuseLeftEmail } from './emails.data'
import { identities } from './google.schema'

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
  closing_at: accounts.closing_at,
  suspended_at: accounts.suspended_at,
  student_id: students.student_id,
  mentor_id: nullable(mentors.mentor_id),
  application_state: nullable(mentors.application_state),
  grants: sql<string | null>`(select group_concat(role) from account_roles where account_id = ${accounts.id})`,
}

/** Sessions with their person, joined with both profiles. */
export const sessionOf = (db: Database, whose: SQL) =>
  db
    .select(
      shape({
        session_id: sessions.id,
        seen_at: sessions.seen_at,
        signed_in_at: sessions.created_at,
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

export function accountFrom(row: SessionRow | undefined): Account | undefined {
  if (!row || row.suspended_at) return undefined
  const staff = (row.grants?.split(',') ?? []) as Role[]
  return {
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
      ...(row.second_factor_at ? staff : []),
    ],
    student_id: row.student_id,
    mentor_id: row.mentor_id,
    mentor_approved: row.application_state === 'approved',
    time_zone: row.time_zone,
    picture_url: row.picture_url,
    date_of_birth: row.date_of_birth,
    second_factor: row.second_factor_at !== null,
    staff_roles_waiting: staff.length > 0 && row.second_factor_at === null,
    closing_at: row.closing_at,
    signed_in_at: row.signed_in_at,
  }
}

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

export const userOf = (account: Account, now: Date): User => ({
  id: account.id,
  name: account.name,
  email: account.email,
  email_verified: account.email_verified,
  roles: account.roles,
  student_id: account.student_id,
  mentor_id: account.mentor_id,
  time_zone: account.time_zone,
  picture_url: account.picture_url,
  birth_date_known: account.date_of_birth !== null,
  is_minor: isMinor(account, now),
  staff_roles_waiting: account.staff_roles_waiting,
  is_closing: account.closing_at !== null,
})

/** For login: the account behind an e-mail key or a display id, with what proves it. */
export const accountForLogin = (db: Database, by: { email_key: string } | { display_id: string }) =>
  db
    .select(
      shape({
        session_id: sql<string>`''`,
        seen_at: accounts.created_at,
        signed_in_at: accounts.created_at,
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
  /** Where the issuer of an identity vouches for the address. */
  email_verified_at?: Date
  password_hash: string | null
  terms_version: string
  date_of_birth: string | null
  time_zone: string
  now: Date
}

/** Account and student profile; the display id is the next of its counter. A known e-mail aborts the batch. */
export const createAccount = (db: Database, { now, ...wish }: NewAccount): Statement[] => [
  refuseLeftEmail(db, wish.email_key, now),
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

export const changeAccount = (
  db: Database,
  account_id: string,
  change: Partial<Pick<typeof accounts.$inferInsert, 'name' | 'time_zone' | 'date_of_birth'>>,
): Statement[] =>
  Object.keys(change).length > 0 ? [db.update(accounts).set(change).where(eq(accounts.id, account_id))] : []

/** What protects an account, for its owner to see. */
export const securityOf = (db: Database, me: SQL<string>) =>
  db
    .select(
      shape({
        password_hash: accounts.password_hash,
        password_changed_at: nullable(accounts.password_changed_at),
        totp_enabled_at: nullable(accounts.totp_enabled_at),
        recovery_codes_left: sql<number>`(select count(*) from recovery_codes where account_id = ${accounts.id})`,
        google_email: nullable(identities.email),
        google_linked_at: nullable(identities.linked_at),
      }),
    )
    .from(accounts)
    .leftJoin(identities, eq(identities.account_id, accounts.id))
    .where(eq(accounts.id, me))
