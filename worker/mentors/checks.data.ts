import { and, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import type { Check } from '../contract/checks'
import type { CheckKind } from '../contract/applications.constants'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { mentor_checks } from './applications.schema'
import { mentors } from './mentors.schema'

/** What was checked about the row's mentor, the strongest first, as everybody may read it. */
export const publicChecks: SQL<Check[]> = sql<
  Check[]
>`(select json_group_array(json_object('kind', kind, 'subject', subject,
    'via', via, 'checked_at', checked_at, 'checked_by', checked_by) order by
    case kind when 'identity' then 0 when 'company_email' then 1 else 2 end, checked_at, id)
  from mentor_checks where account_id = ${mentors.account_id})`.mapWith((json: string) =>
  (JSON.parse(json) as (Omit<Check, 'checked_at'> & { checked_at: number })[]).map((check) => ({
    ...check,
    checked_at: new Date(check.checked_at).toISOString(),
  })),
)

export const grantedChecks = (db: Database, mentor_id: string) =>
  db
    .select(
      shape({
        id: mentor_checks.id,
        kind: mentor_checks.kind,
        subject: mentor_checks.subject,
        via: mentor_checks.via,
        checked_at: mentor_checks.checked_at,
        checked_by: mentor_checks.checked_by,
        note: mentor_checks.note,
        staff_name: nullable(accounts.name),
      }),
    )
    .from(mentor_checks)
    .innerJoin(mentors, eq(mentors.account_id, mentor_checks.account_id))
    .leftJoin(accounts, eq(accounts.id, mentor_checks.staff_account_id))
    .where(eq(mentors.mentor_id, mentor_id))
    .orderBy(mentor_checks.checked_at, mentor_checks.id)

/** The profile says this now: what is granted must be what a reader sees. */
const says = (kind: CheckKind, subject: string): SQL =>
  ({
    identity: sql`${subject} = (select name from accounts where id = mentors.account_id)`,
    company_email: sql`${subject} = mentors.company`,
    profile_link: sql`${subject} in (mentors.linkedin_url, mentors.github_url, mentors.portfolio_url)`,
  })[kind]

export interface NewCheck {
  id: string
  account_id: string
  kind: CheckKind
  subject: string
  via?: SQL
  staff?: { account_id: string; note: string }
  now: Date
  /** What must hold besides. */
  when?: SQL
}

/**
 * Keeps a check, a newer one of the same thing in place of an older, with its line of history; nothing where the profile
 * says something else by now.
 */
export const grantCheck = (
  db: Database,
  { id, account_id, kind, subject, via, staff, now, when }: NewCheck,
): Statement[] => [
  db.run(sql`insert into mentor_checks
      (id, account_id, kind, subject, via, checked_by, staff_account_id, note, checked_at)
    select ${id}, account_id, ${kind}, ${subject}, ${via ?? null}, ${staff ? 'staff' : 'system'}, ${staff?.account_id ?? null},
      ${staff?.note ?? null}, ${now.getTime()}
    from mentors where account_id = ${account_id} and ${says(kind, subject)} and ${when ?? sql`true`}
    on conflict (account_id, kind, subject) do update set id = excluded.id, via = excluded.via,
      checked_by = excluded.checked_by, staff_account_id = excluded.staff_account_id, note = excluded.note,
      checked_at = excluded.checked_at`),
  noteCheck(db, 'check', sql`k.id = ${id}`, { by: staff?.account_id ?? null, reason: staff?.note ?? null, now }),
]

/** A line of history about a check that is there. */
const noteCheck = (
  db: Database,
  act: 'check' | 'uncheck',
  which: SQL,
  { by, reason, now }: { by: string | null; reason: string | null; now: Date },
): Statement =>
  db.run(sql`insert into application_history
      (id, account_id, act, from_state, to_state, by_account_id, reason, at)
    select ${act} || ':' || k.id, m.account_id, ${act}, m.application_state, m.application_state, ${by},
      k.kind || ', ' || k.subject || coalesce(': ' || ${reason}, ''), ${now.getTime()}
    from mentor_checks k join mentors m on m.account_id = k.account_id where ${which}`)

export const checkById = (db: Database, id: string) =>
  db
    .select({
      kind: mentor_checks.kind,
      subject: mentor_checks.subject,
      via: mentor_checks.via,
      checked_at: mentor_checks.checked_at,
      checked_by: mentor_checks.checked_by,
    })
    .from(mentor_checks)
    .where(eq(mentor_checks.id, id))

/** Guards what belongs to a check that this batch granted. */
export const isGranted = (id: string): SQL => sql`exists (select 1 from mentor_checks where id = ${id})`

/** The last statement answers the check that was taken away; of two who take the same one away, one gets it. */
export const removeCheck = (
  db: Database,
  { mentor_id, id, by, reason, now }: { mentor_id: string; id: string; by: string; reason: string; now: Date },
) => [
  noteCheck(db, 'uncheck', sql`k.id = ${id} and m.mentor_id = ${mentor_id}`, { by, reason, now }),
  db
    .delete(mentor_checks)
    .where(
      and(
        eq(mentor_checks.id, id),
        eq(mentor_checks.account_id, sql`(select account_id from mentors where mentor_id = ${mentor_id})`),
      ),
    )
    .returning({ id: mentor_checks.id }),
]
