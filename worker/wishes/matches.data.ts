import { eq, sql } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { shape, type Database } from '../lib/database'
import { listed } from '../mentors/mentors.data'
import { mentors } from '../mentors/mentors.schema'
import { weekUntil } from '../mentors/openings.data'

/** So many are judged one by one. */
const JUDGED = 30
/** A skill that everybody teaches says little: so many of its mentors are enough to choose from. */
const COMPARED = 2000

interface Sought {
  keys: readonly string[]
  near: readonly string[]
  currency: string
  me: string
}

/** Listed mentors who teach the most of it, and those with the most sessions, so that there is always somebody. */
export const candidatesFor = (db: Database, { keys, near, currency, me }: Sought, now: Date, until: Date) =>
  db
    .select(shape({ ...listed, ...weekUntil(now, until, currency) }))
    .from(
      sql`(select account_id from (
          select l.account_id, l.total_sessions, sum(t.worth) as worth from (
            select account_id, case when w.key = 0 then 2 else 1 end as worth
            from json_each(${JSON.stringify([keys, near])}) w, json_each(w.value) k, mentor_skills s
            where s.skill_key = k.value limit ${COMPARED}
          ) t join listings l on l.account_id = t.account_id
          group by l.account_id order by worth desc, l.total_sessions desc limit ${JUDGED}
        ) union select account_id from (select account_id from listings order by total_sessions desc limit ${JUDGED})
      ) fit`,
    )
    .innerJoin(mentors, sql`${mentors.account_id} = fit.account_id`)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(sql`${mentors.account_id} <> ${me}`)
