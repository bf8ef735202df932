import { and, asc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import type { QUEUES } from '../contract/applications.constants'
import { arrayOf, among, nullable, shape, type Database, type Statement } from '../lib/database'
import { EDITABLE, MOVES, REAPPLY_MS, type ApplicationState, type Move } from './applications.rules'
import { application_history, mentor_applications } from './applications.schema'
import { details, listed } from './mentors.data'
import { mentors } from './mentors.schema'

export interface EvidenceRow {
  id: string
  name: string
  size: number
  type: string
}

/** The files named by the application that are still there and are the applicant's own. */
const evidence = arrayOf<EvidenceRow>(sql`select json_group_array(
  json_object('id', id, 'name', name, 'size', size, 'type', type) order by id) from files
  where owner_account_id = ${mentors.account_id} and kind = 'evidence' and removed_at is null
    and id in (select value from json_each(${mentor_applications.evidence_file_ids}))`)

const progress = {
  mentor_id: mentors.mentor_id,
  state: mentors.application_state,
  submitted_at: mentors.submitted_at,
  answer_by: mentors.answer_by,
}

/** An application with everything that its verdicts are made of. */
export const applicationOf = (db: Database, who: { account_id: SQL | string } | { mentor_id: string }) =>
  db
    .select(
      shape({
        ...listed,
        ...details,
        ...progress,
        decided_at: mentors.decided_at,
        decision_reason: mentors.decision_reason,
        email_verified_at: accounts.email_verified_at,
        date_of_birth: accounts.date_of_birth,
        experience: nullable(mentor_applications.experience),
        motivation: nullable(mentor_applications.motivation),
        links: nullable(mentor_applications.links),
        evidence,
      }),
    )
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .leftJoin(mentor_applications, eq(mentor_applications.account_id, mentors.account_id))
    .where('mentor_id' in who ? eq(mentors.mentor_id, who.mentor_id) : eq(mentors.account_id, who.account_id))
export type ApplicationRow = Awaited<ReturnType<typeof applicationOf>>[number]

/** Which of these are evidence files of this person. */
export const ownEvidence = (db: Database, me: SQL, ids: string[]) =>
  db.all<{ id: string }>(sql`select id from files where owner_account_id = ${me} and kind = 'evidence'
    and removed_at is null and ${among(sql`id`, ids)}`)

type Words = Partial<Pick<typeof mentor_applications.$inferInsert, 'experience' | 'motivation' | 'links'>> & {
  evidence_file_ids?: string[]
}

/** Changes only the keys present, and only while the application is with its person; answers the row where it is. */
export const changeApplication = (db: Database, account_id: string, words: Words, now: Date): Statement[] => {
  const isEditable = sql`exists (select 1 from mentors where account_id = ${account_id}
    and ${among(sql`application_state`, EDITABLE)})`
  return [
    db.run(sql`insert into mentor_applications (account_id, links, evidence_file_ids, changed_at)
      select ${account_id}, '[]', '[]', ${now.getTime()} where ${isEditable} on conflict (account_id) do nothing`),
    db
      .update(mentor_applications)
      .set({ ...words, changed_at: now })
      .where(and(eq(mentor_applications.account_id, account_id), isEditable))
      .returning({ account_id: mentor_applications.account_id }),
  ]
}

export interface Moving {
  history_id: string
  account_id: string
  by: string
  reason: string | null
  now: Date
  /** Further than where the act may begin: what the actor saw, or how long ago a refusal must be. */
  when?: SQL
}

/** One step of an application and its line of history, both or neither; the last statement answers the row that moved. */
export function move(
  db: Database,
  act: Move,
  { history_id, account_id, by, reason, now, when }: Moving,
  also: Partial<typeof mentors.$inferInsert> = {},
) {
  const { from, to } = MOVES[act]
  return [
    db.run(sql`insert into application_history
        (id, account_id, act, from_state, to_state, by_account_id, reason, at)
      select ${history_id}, account_id, ${act}, application_state, ${to}, ${by}, ${reason}, ${now.getTime()}
      from mentors where account_id = ${account_id} and ${among(mentors.application_state, from)}
        and ${when ?? sql`true`}`),
    db
      .update(mentors)
      .set({ ...also, application_state: to })
      .where(sql`${mentors.account_id} = (select account_id from application_history where id = ${history_id})`)
      .returning({ ...progress, decision_reason: mentors.decision_reason }),
  ] as const
}

/** Guards what belongs to a step that happened in this batch. */
export const happened = (history_id: string): SQL =>
  sql`exists (select 1 from application_history where id = ${history_id})`

export const isIn = (state: ApplicationState): SQL => sql`application_state = ${state}`
/** After a refusal there is a week to improve. */
export const isPatient = (now: Date): SQL =>
  sql`(application_state <> 'refused' or decided_at is null or decided_at <= ${now.getTime() - REAPPLY_MS})`

export const applicantOf = (db: Database, mentor_id: string) =>
  db
    .select({ account_id: mentors.account_id, state: mentors.application_state })
    .from(mentors)
    .where(eq(mentors.mentor_id, mentor_id))

/** Who waits longest comes first. */
export const queue = (
  db: Database,
  {
    state,
    after,
    limit,
  }: { state: (typeof QUEUES)[number]; after: (string | number | null)[] | undefined; limit: number },
) =>
  db
    .select(shape({ ...progress, name: accounts.name, headline: mentors.headline, picture_url: accounts.picture_url }))
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(
      and(
        eq(mentors.application_state, state),
        isNotNull(mentors.submitted_at),
        after && sql`(${mentors.submitted_at}, ${mentors.mentor_id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(mentors.submitted_at), asc(mentors.mentor_id))
    .limit(limit + 1)

export const historyOf = (db: Database, mentor_id: string) =>
  db
    .select(
      shape({
        act: application_history.act,
        from: application_history.from_state,
        to: application_history.to_state,
        by: sql<string | null>`(select name from accounts where id = ${application_history.by_account_id})`,
        reason: application_history.reason,
        at: application_history.at,
      }),
    )
    .from(application_history)
    .where(eq(application_history.account_id, sql`(select account_id from mentors where mentor_id = ${mentor_id})`))
    .orderBy(sql`${application_history.at} desc, application_history.rowid desc`)
    .limit(50)
