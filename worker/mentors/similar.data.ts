import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../lib/database'

interface Found {
  account_id: string
  mentor_id: string
  name: string
}

/** One more than three, because the reader may be among them. */
const MOST = 4
/** A skill that everybody has says little: so many of its mentors are enough to choose from. */
const MOST_COMPARED = 2000

/** Listed mentors who share the most skills with this one. */
export const similarMentors = (db: Database, account_id: SQL | string) =>
  db.all<Found>(sql`
    select m.account_id, m.mentor_id, a.name from (
      select account_id, count(*) as shared from (
        select account_id from mentor_skills where account_id <> ${account_id}
          and skill_key in (select skill_key from mentor_skills where account_id = ${account_id}) limit ${MOST_COMPARED}
      ) group by account_id
    ) c join mentors m on m.account_id = c.account_id join accounts a on a.id = m.account_id
    where m.application_state = 'approved' and a.suspended_at is null
    order by c.shared desc, m.total_sessions desc, m.mentor_id limit ${MOST}`)

/** The listed mentors with the most sessions. */
export const popularMentors = (db: Database, except: SQL | string) =>
  db.all<Found>(sql`
    select m.account_id, m.mentor_id, a.name from mentors m join accounts a on a.id = m.account_id
    where m.application_state = 'approved' and a.suspended_at is null and m.account_id <> ${except}
    order by m.total_sessions desc, m.mentor_id desc limit ${MOST}`)
