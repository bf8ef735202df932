import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { among, shape, type Database, type Statement } from '../lib/database'
import { skill_counts, skill_words, skills_added } from './skills.schema'
import { fold } from './skills.rules'

/** More than a page, because words that nobody has accepted are counted too. */
const MOST_POPULAR = 120
const MOST_ADDED = 30

/** Its own name where staff have added it; one of the taxonomy's file is named there. */
const name = sql<string>`coalesce(${skills_added.name}, '')`

export const popularSkills = (db: Database) =>
  db
    .select(shape({ skill_id: skill_counts.skill_id, mentors: skill_counts.mentors, name }))
    .from(skill_counts)
    .leftJoin(skills_added, eq(skills_added.id, skill_counts.skill_id))
    .where(sql`${skill_counts.mentors} > 0`)
    .orderBy(desc(skill_counts.mentors))
    .limit(MOST_POPULAR)

/** Every word that some mentor lists; as many as there are different ones. */
export const countedKeys = (db: Database) =>
  db
    .select({ skill_id: skill_counts.skill_id })
    .from(skill_counts)
    .where(sql`${skill_counts.mentors} > 0`)

export const countsOf = (db: Database, ids: readonly string[]) =>
  db.select().from(skill_counts).where(among(skill_counts.skill_id, ids))

const words = (db: Database) =>
  db
    .select(shape({ key: skill_words.key, word: skill_words.word, skill_id: skill_words.skill_id, name }))
    .from(skill_words)
    .leftJoin(skills_added, eq(skills_added.id, skill_words.skill_id))

/** The accepted words that begin like this. */
export function addedLike(db: Database, q: string) {
  const key = fold(q)
  return words(db)
    .where(and(gte(skill_words.key, key), lt(skill_words.key, `${key}\u{10ffff}`)))
    .limit(key === '' ? 0 : MOST_ADDED)
}

/** The accepted ones among these folded words. */
export const addedAmong = (db: Database, keys: readonly string[]) => words(db).where(among(skill_words.key, keys))

export const addedSkill = (db: Database, id: string) => db.select().from(skills_added).where(eq(skills_added.id, id))

/** What staff have added to a skill: further names, and skills below it. */
export const addedTo = (db: Database, id: string) => ({
  words: words(db).where(eq(skill_words.skill_id, id)),
  parts: db.select().from(skills_added).where(eq(skills_added.parent, id)),
})

/** For a filter: these ids and the added skills right below them, as a subquery of one column. */
export const keysBelow = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)})
  union all select id from skills_added where parent in (select value from json_each(${JSON.stringify(ids)})))`

export const addSkill = (db: Database, skill: typeof skills_added.$inferInsert): Statement =>
  db.insert(skills_added).values(skill).onConflictDoNothing()

export const addWord = (db: Database, word: typeof skill_words.$inferInsert): Statement =>
  db.insert(skill_words).values(word).onConflictDoNothing()
