import { and, desc, eq, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { TaskKind } from '../contract/tasks.constants'
import { among, positionOf, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { admin_tasks } from './tasks.schema'

/** The column came before tasks that are about no session. */
const NONE = ''

interface NewTask {
  kind: TaskKind
  cause: string
  /** Where it is about a session. */
  booking_id?: string
  facts: Record<string, string>
}
/** Leaves something to a person, once for each cause. */
export const leaveToStaff = (db: Database, task: NewTask, now: Date): Statement =>
  db
    .insert(admin_tasks)
    .values({ booking_id: NONE, ...task, id: newId(now), created_at: now })
    .onConflictDoNothing()

/** It settled itself. */
export const settled = (
  db: Database,
  { kind, booking_ids, note }: { kind: TaskKind; booking_ids: string[]; note: string },
  now: Date,
  when: SQL,
): Statement =>
  db.run(sql`update admin_tasks set done_at = ${now.getTime()}, note = ${note}
    where booking_id in (select value from json_each(${JSON.stringify(booking_ids)})) and kind = ${kind}
      and done_at is null and ${when}`)

/** What these were about is settled by somebody's act. */
export const settledByAct = (db: Database, causes: string[], note: string, now: Date): Statement =>
  db
    .update(admin_tasks)
    .set({ done_at: now, note })
    .where(and(among(admin_tasks.cause, causes), isNull(admin_tasks.done_at)))

const shown = {
  id: admin_tasks.id,
  kind: admin_tasks.kind,
  booking_id: sql<string | null>`nullif(${admin_tasks.booking_id}, ${NONE})`.as('about_booking'),
  facts: admin_tasks.facts,
  created_at: admin_tasks.created_at,
  done_at: admin_tasks.done_at,
  note: admin_tasks.note,
}

/** The newest first. */
export const tasks = (
  db: Database,
  { state, limit, cursor }: { state: 'open' | 'done'; limit: number; cursor?: string | undefined },
) => {
  const before = positionOf(cursor)?.[0]
  return db
    .select(shown)
    .from(admin_tasks)
    .where(
      and(
        state === 'open' ? isNull(admin_tasks.done_at) : sql`${admin_tasks.done_at} is not null`,
        before ? lt(admin_tasks.id, String(before)) : undefined,
      ),
    )
    .orderBy(desc(admin_tasks.id))
    .limit(limit + 1)
}

export const taskWith = (db: Database, id: string) => db.select(shown).from(admin_tasks).where(eq(admin_tasks.id, id))

/** Once; a second one finds it done. */
export const finish = (db: Database, { id, by, note, now }: { id: string; by: string; note: string; now: Date }) =>
  db
    .update(admin_tasks)
    .set({ done_at: now, done_by: by, note })
    .where(and(eq(admin_tasks.id, id), isNull(admin_tasks.done_at)))
    .returning(shown)
