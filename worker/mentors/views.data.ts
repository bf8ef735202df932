import { sql, type SQL } from 'drizzle-orm'
import { dateOfDay } from '../contract/zone'
import type { Database, Statement } from '../lib/database'

const DAY = 86_400_000
/** Who looked is forgotten after this many days; how many there were stays. */
const REMEMBERED_DAYS = 2

const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY)

/** Counts a person once a day. */
export function viewMentor(
  db: Database,
  { mentor, viewer, now }: { mentor: string; viewer: string; now: Date },
): Statement[] {
  const day = dateOfDay(dayOf(now))
  return [
    db.run(sql`insert into profile_view_counts (mentor_account_id, day, people)
      select ${mentor}, ${day}, 1 where not exists (select 1 from profile_views
        where mentor_account_id = ${mentor} and day = ${day} and viewer_account_id = ${viewer})
      on conflict (mentor_account_id, day) do update set people = people + 1`),
    db.run(sql`insert into profile_views (mentor_account_id, day, viewer_account_id)
      values (${mentor}, ${day}, ${viewer}) on conflict do nothing`),
  ]
}

/** People who looked within these seven days, today included, and within the seven before; each day anew. */
export const viewsOf = (db: Database, mentor: SQL | string, now: Date) => {
  const since = (days: number) => dateOfDay(dayOf(now) - days)
  return db.all<{ week: number; week_before: number }>(sql`select
    coalesce(sum(people) filter (where day > ${since(7)}), 0) as week,
    coalesce(sum(people) filter (where day <= ${since(7)}), 0) as week_before
    from profile_view_counts where mentor_account_id = ${mentor} and day > ${since(14)}`)
}

export const forgetViewers = (db: Database, now: Date): Statement =>
  db.all(sql`delete from profile_views where day < ${dateOfDay(dayOf(now) - REMEMBERED_DAYS)} returning day`)
