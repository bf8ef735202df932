import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { emailKey } from '../accounts/emails.rules'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { students } from '../students/students.schema'
import { settledByAct } from '../tasks/tasks.data'
import { causesOf, clocksFrom, grievanceState, STAGES, WARNED_HOURS, type ClockName } from './grievances.rules'
import { grievances } from './grievances.schema'

type New = Pick<typeof grievances.$inferInsert, 'id' | 'account_id' | 'name' | 'email' | 'subject' | 'text' | 'about'>

/** Answers its number at the end. */
export function fileGrievance(db: Database, grievance: New, now: Date) {
  const clocks = clocksFrom(now)
  return [
    db.run(sql`update counters set value = value + 1 where name = 'grievance'`),
    post(db, { topic: 'grievance_received', payload: { id: grievance.id } }, now),
    db
      .insert(grievances)
      .values({
        ...grievance,
        ...clocks,
        email_key: emailKey(grievance.email),
        reference: sql`(select printf('G%06d', value) from counters where name = 'grievance')`,
        filed_at: now,
        due_at: clocks.acknowledge_by,
      })
      .returning({ reference: grievances.reference }),
  ]
}

const handled = (db: Database) =>
  db
    .select(
      shape({
        ...getTableColumns(grievances),
        student_id: nullable(students.student_id),
        time_zone: nullable(accounts.time_zone),
      }),
    )
    .from(grievances)
    .leftJoin(students, eq(students.account_id, grievances.account_id))
    .leftJoin(accounts, eq(accounts.id, grievances.account_id))
export type GrievanceRow = Awaited<ReturnType<typeof handled>>[number]

export const grievanceWith = (db: Database, id: string) => handled(db).where(eq(grievances.id, id))

interface Page {
  state: 'open' | 'resolved'
  after: (string | number | null)[] | undefined
  limit: number
}
/** Open ones by the clock that ends first, resolved ones with the latest first; one more than asked. */
export const grievancesIn = (db: Database, { state, after, limit }: Page) =>
  state === 'open'
    ? handled(db)
        .where(
          and(
            isNotNull(grievances.due_at),
            after ? sql`(${grievances.due_at}, ${grievances.id}) > (${after[0]}, ${after[1]})` : undefined,
          ),
        )
        .orderBy(asc(grievances.due_at), asc(grievances.id))
        .limit(limit + 1)
    : handled(db)
        .where(
          and(
            isNotNull(grievances.resolved_at),
            after ? sql`(${grievances.resolved_at}, ${grievances.id}) < (${after[0]}, ${after[1]})` : undefined,
          ),
        )
        .orderBy(desc(grievances.resolved_at), desc(grievances.id))
        .limit(limit + 1)

interface Act {
  id: string
  by: string
  now: Date
}

/** Once; a second officer finds it done. */
export const acknowledge = (db: Database, { id, by, now }: Act): Statement[] => [
  db
    .update(grievances)
    .set({ acknowledged_at: now, acknowledged_by: by, due_at: sql`resolve_by` })
    .where(and(eq(grievances.id, id), isNull(grievances.acknowledged_at), isNull(grievances.resolved_at)))
    .returning({ id: grievances.id }),
  settledByAct(db, causesOf(id, 'acknowledge'), 'It was acknowledged.', now),
  post(
    db,
    { topic: 'grievance_acknowledged', payload: { id }, id: `grievance:${id}:acknowledged` },
    now,
    sql`exists (select 1 from grievances where id = ${id} and acknowledged_at = ${now.getTime()} and resolved_at is null)`,
  ),
]

/** Whoever answers it has read it. */
export const resolve = (db: Database, { id, by, now }: Act, resolution: string): Statement[] => [
  db
    .update(grievances)
    .set({
      resolved_at: now,
      resolved_by: by,
      resolution,
      acknowledged_at: sql`coalesce(acknowledged_at, ${now.getTime()})`,
      acknowledged_by: sql`coalesce(acknowledged_by, ${by})`,
      due_at: null,
    })
    .where(and(eq(grievances.id, id), isNull(grievances.resolved_at)))
    .returning({ id: grievances.id }),
  settledByAct(db, causesOf(id, 'acknowledge', 'resolve'), 'It was resolved.', now),
  post(
    db,
    { topic: 'grievance_resolved', payload: { id }, id: `grievance:${id}:resolved` },
    now,
    sql`exists (select 1 from grievances where id = ${id} and resolved_at = ${now.getTime()})`,
  ),
]

export interface ClockEnd {
  id: string
  reference: string
  cause: string
  clock: ClockName
  stage: (typeof STAGES)[number]
  until: number
}

/** Clocks that end soon, or have ended, of which staff were not told yet. */
export function clocksToTell(db: Database, now: Date, most: number) {
  const earliest = Math.max(...Object.values(WARNED_HOURS))
  const parts = (['acknowledge', 'resolve'] as const).flatMap((clock) =>
    STAGES.map((stage) => {
      const until = sql.raw(`${clock}_by`)
      const before = stage === 'soon' ? WARNED_HOURS[clock] : 0
      const cause = sql`'grievance:' || id || ${`:${clock}:${stage}`}`
      return sql`select id, reference, ${cause} as cause, ${clock} as clock, ${stage} as stage, ${until} as until
        from grievances where due_at <= ${now.getTime() + earliest * 3_600_000}
          and ${sql.raw(`${clock}d_at`)} is null and ${until} <= ${now.getTime() + before * 3_600_000}
          and not exists (select 1 from admin_tasks where admin_tasks.cause = ${cause})`
    }),
  )
  return db.all<ClockEnd>(sql`${sql.join(parts, sql` union all `)} limit ${most}`)
}

/** As whoever has the link sees it. */
export const grievanceView = (row: GrievanceRow) => ({
  reference: row.reference,
  state: grievanceState(row),
  subject: row.subject,
  text: row.text,
  about: row.about,
  filed_at: row.filed_at,
  acknowledge_by: row.acknowledge_by,
  acknowledged_at: row.acknowledged_at,
  resolve_by: row.resolve_by,
  resolved_at: row.resolved_at,
  resolution: row.resolution,
})

export const handledView = (row: GrievanceRow, now: Date) => ({
  ...grievanceView(row),
  id: row.id,
  name: row.name,
  email: row.email,
  student_id: row.student_id,
  due_at: row.due_at,
  is_overdue: row.due_at !== null && row.due_at <= now,
})
