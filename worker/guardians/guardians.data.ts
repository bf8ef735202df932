import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import type { ConsentState } from '../contract/guardians.constants'
import { shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { guardian_consents, guardian_links, guardians } from './guardians.schema'

export const guardianOf = (db: Database, me: SQL | string) =>
  db.select({ email: guardians.email }).from(guardians).where(eq(guardians.account_id, me))

/** The newest first. */
export const consentsOf = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        mentor_id: mentors.mentor_id,
        mentor_name: accounts.name,
        state: guardian_consents.state,
        requested_at: guardian_consents.requested_at,
        decided_at: guardian_consents.decided_at,
      }),
    )
    .from(guardian_consents)
    .innerJoin(mentors, eq(mentors.account_id, guardian_consents.mentor_account_id))
    .innerJoin(accounts, eq(accounts.id, guardian_consents.mentor_account_id))
    .where(eq(guardian_consents.account_id, me))
    .orderBy(desc(guardian_consents.requested_at))
    .limit(200)

/** Another address is another person: what the one before said no longer holds. */
export const nameGuardian = (db: Database, account_id: string, email: string, now: Date): Statement[] => [
  db
    .insert(guardians)
    .values({ account_id, email, updated_at: now })
    .onConflictDoUpdate({ target: guardians.account_id, set: { email, updated_at: now } }),
  db.run(sql`delete from guardian_links where consent_id in (
    select id from guardian_consents where account_id = ${account_id} and email <> ${email})`),
  db
    .update(guardian_consents)
    .set({ state: 'withdrawn', decided_at: now })
    .where(
      and(
        eq(guardian_consents.account_id, account_id),
        sql`${guardian_consents.email} <> ${email}`,
        inArray(guardian_consents.state, ['requested', 'agreed']),
      ),
    ),
]

/** Asks the guardian about a listed mentor, or once more; a standing yes stays. Answers the row where there is one to mail. */
export const askConsent = (
  db: Database,
  { id, account_id, mentor_id, now }: { id: string; account_id: string; mentor_id: string; now: Date },
) =>
  db.all<{ id: string }>(sql`insert into guardian_consents
      (id, account_id, mentor_account_id, email, state, requested_at)
    select ${id}, g.account_id, m.account_id, g.email, 'requested', ${now.getTime()}
    from guardians g, mentors m
    where g.account_id = ${account_id} and m.mentor_id = ${mentor_id} and m.application_state = 'approved'
    on conflict (account_id, mentor_account_id) do update
      set state = 'requested', email = excluded.email, requested_at = excluded.requested_at, decided_at = null
      where state <> 'agreed'
    returning id`)

/** True inside the batch that asked. */
export const isAsked = (account_id: string, mentor_id: string, now: Date): SQL =>
  sql`exists (select 1 from guardian_consents where account_id = ${account_id} and requested_at = ${now.getTime()}
    and state = 'requested' and mentor_account_id = (select account_id from mentors where mentor_id = ${mentor_id}))`

const child = alias(accounts, 'child')

/** A request with everybody it names. */
const requests = (db: Database) =>
  db
    .select(
      shape({
        id: guardian_consents.id,
        account_id: guardian_consents.account_id,
        mentor_account_id: guardian_consents.mentor_account_id,
        state: guardian_consents.state,
        email: guardian_consents.email,
        requested_at: guardian_consents.requested_at,
        decided_at: guardian_consents.decided_at,
        child_name: child.name,
        time_zone: child.time_zone,
        mentor_id: mentors.mentor_id,
        mentor_name: accounts.name,
        headline: mentors.headline,
        picture_url: accounts.picture_url,
      }),
    )
    .from(guardian_consents)
    .innerJoin(child, eq(child.id, guardian_consents.account_id))
    .innerJoin(mentors, eq(mentors.account_id, guardian_consents.mentor_account_id))
    .innerJoin(accounts, eq(accounts.id, guardian_consents.mentor_account_id))

export const requestOf = (db: Database, account_id: string, mentor_id: string) =>
  requests(db).where(and(eq(guardian_consents.account_id, account_id), eq(mentors.mentor_id, mentor_id)))

const linked = (token_hash: string) => sql`(select consent_id from guardian_links where token_hash = ${token_hash})`
export const requestByToken = (db: Database, token_hash: string) =>
  requests(db).where(eq(guardian_consents.id, linked(token_hash)))

export const keepConsentLink = (db: Database, consent_id: string, token_hash: string): Statement =>
  db.insert(guardian_links).values({ token_hash, consent_id })

/** Answers the row where the decision was still open to be made. */
export const decideConsent = (
  db: Database,
  wish: { token_hash: string; from: ConsentState[]; to: ConsentState; guardian_name: string | undefined; now: Date },
) =>
  db
    .update(guardian_consents)
    .set({
      state: wish.to,
      decided_at: wish.now,
      ...(wish.guardian_name !== undefined && { guardian_name: wish.guardian_name }),
    })
    .where(and(eq(guardian_consents.id, linked(wish.token_hash)), inArray(guardian_consents.state, wish.from)))
    .returning({ id: guardian_consents.id })

/** True inside the batch that decided. */
export const isDecided = (token_hash: string, now: Date): SQL =>
  sql`exists (select 1 from guardian_consents where id = ${linked(token_hash)} and decided_at = ${now.getTime()})`

/** Whether a minor's guardian agreed to this mentor, as 0 or 1. */
export const hasConsent = (student: SQL | string, mentor: SQL | string): SQL<number> =>
  sql<number>`exists (select 1 from guardian_consents where account_id = ${student}
    and mentor_account_id = ${mentor} and state = 'agreed')`

/** For the route that holds a slot. */
export const consentFor = (db: Database, student: SQL | string, mentor: SQL | string) =>
  db.all<{ agreed: number }>(sql`select ${hasConsent(student, mentor)} as agreed`)

/** The agreement under which a booking was made, with the minor and the guardian to tell. */
export const agreementOf = (db: Database, booking_id: string) =>
  db
    .select(
      shape({
        id: guardian_consents.id,
        email: guardians.email,
        child_name: child.name,
        time_zone: child.time_zone,
        date_of_birth: child.date_of_birth,
      }),
    )
    .from(bookings)
    .innerJoin(guardians, eq(guardians.account_id, bookings.student_account_id))
    .innerJoin(
      guardian_consents,
      and(
        eq(guardian_consents.account_id, bookings.student_account_id),
        eq(guardian_consents.mentor_account_id, bookings.mentor_account_id),
      ),
    )
    .innerJoin(child, eq(child.id, bookings.student_account_id))
    .where(eq(bookings.id, booking_id))
