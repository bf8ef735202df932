import { sql } from 'drizzle-orm'
import { read, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { report } from '../lib/log'
import { adoptWord } from '../mentors/mentors.data'
import { countedKeys } from './skills.data'
import { nameOf, resolve } from './skills.rules'

export const skillJobs: Jobs = {
  /** Words that mentors listed as their own and that the taxonomy's file has learned since. */
  adopt_learned_words: async (env) => {
    const db = unmetered(env)
    const keys = (await read(db, countedKeys(db))).map(({ skill_id }) => skill_id)
    const learned = keys.flatMap((word) => {
      const key = resolve(word)
      return key === undefined || key === word ? [] : [{ word, key, skill: nameOf(key) ?? word }]
    })
    if (learned.length > 0)
      await write(
        db,
        learned.flatMap((one) => adoptWord(db, one)),
      )
    return learned.length
  },
  /** The derived counts against a recount; a difference is told to the log and mended. */
  recount_skills: async (env) => {
    const db = unmetered(env)
    const results = await write(db, [
      db.all(sql`insert into skill_counts (skill_id, mentors)
        select skill_key, count(*) as counted from mentor_skills group by skill_key having true
        on conflict do update set mentors = excluded.mentors where mentors <> excluded.mentors returning 1`),
      db.all(sql`delete from skill_counts where mentors = 0 or not exists
        (select 1 from mentor_skills where skill_key = skill_counts.skill_id) returning nullif(mentors, 0) as wrong`),
    ])
    const [mended, gone] = results as [unknown[], { wrong: number | null }[]]
    const wrong = mended.length + gone.filter((row) => row.wrong !== null).length
    if (wrong > 0) report('skill counts differed from their recount', {}, new Error('skill_counts'))
    return wrong
  },
}
