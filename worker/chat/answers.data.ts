import { eq, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { ANSWERS_DAYS, ANSWERS_LEAST, type ANSWERS_IN } from '../contract/chat.constants'
import type { Database, Statement } from '../lib/database'
import { ANSWER_CLASSES } from './answers.rules'
import type { Answer } from './answers'
import { answer_habits, answer_times } from './chat.schema'

export const answersSince = (now: Date): number => now.getTime() - ANSWERS_DAYS * 86_400_000

/** How soon a mentor usually answers; null where it cannot be said. */
export const answersIn = (mentor: SQLWrapper): SQL<(typeof ANSWERS_IN)[number] | null> =>
  sql`(select answers_in from answer_habits where mentor_account_id = ${mentor})`

const classOf = (typical: SQL): SQL =>
  sql`case ${sql.join(
    ANSWER_CLASSES.map(([most, name]) => sql`when ${typical} <= ${most} then ${name}`),
    sql` `,
  )} end`

/** The median of the last 90 days, of one mentor or of all. */
const computeHabits = (db: Database, now: Date, whose: SQL = sql`true`): Statement =>
  db.run(sql`insert into answer_habits (mentor_account_id, answers_in)
    select mentor_account_id, case when count >= ${ANSWERS_LEAST} then ${classOf(sql`typical`)} end from (
      select mentor_account_id, avg(took_ms) as typical, max(count) as count from (
        select mentor_account_id, took_ms, count(*) over (partition by mentor_account_id) as count,
          row_number() over (partition by mentor_account_id order by took_ms) as place
        from answer_times where answered_at > ${answersSince(now)} and ${whose})
      where place in ((count + 1) / 2, (count + 2) / 2) group by mentor_account_id)
    where true on conflict (mentor_account_id) do update set answers_in = excluded.answers_in`)

/** Told again, they are the same answers. */
export function noteAnswers(db: Database, conversation_id: string, answers: Answer[], now: Date): Statement[] {
  const mentor = answers[0]?.mentor_account_id
  if (mentor === undefined) return []
  return [
    db.run(sql`insert into answer_times (conversation_id, seq, mentor_account_id, answered_at, took_ms)
      select ${conversation_id}, value ->> 'seq', ${mentor}, value ->> 'answered_at', value ->> 'took_ms'
      from json_each(${JSON.stringify(answers)}) where true on conflict do nothing`),
    computeHabits(db, now, sql`mentor_account_id = ${mentor}`),
  ]
}

/** What is older than 90 days says nothing any more. */
export const renewHabits = (db: Database, now: Date): Statement[] => [
  db.delete(answer_times).where(lte(answer_times.answered_at, new Date(answersSince(now)))),
  computeHabits(db, now),
  db
    .delete(answer_habits)
    .where(
      sql`not exists (select 1 from answer_times where ${eq(answer_times.mentor_account_id, answer_habits.mentor_account_id)})`,
    )
    .returning({ mentor_account_id: answer_habits.mentor_account_id }),
]
