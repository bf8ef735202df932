import { sql, type SQL } from 'drizzle-orm'
import { DRAFTS_MOST } from '../contract/community.constants'
import type { Database, Statement } from '../lib/database'
import { dropPictures } from './pictures.data'
import { arrange, type Writing } from './posting.data'
import { fieldsFor, type PostRow } from './posts.data'

const drafts = (db: Database, me: SQL | string, which: SQL, limit: number) =>
  db.all<PostRow>(sql`select ${fieldsFor(me)} from posts where posts.author_account_id = ${me}
    and posts.published_at is null and ${which} order by coalesce(posts.edited_at, posts.created_at) desc, posts.id desc
    limit ${limit}`)

/** What was saved last comes first; there are few by nature of their limit. */
export const draftsOf = (db: Database, me: SQL | string) => drafts(db, me, sql`true`, DRAFTS_MOST)
export const draftOf = (db: Database, id: string, me: SQL | string) => drafts(db, me, sql`posts.id = ${id}`, 1)

const isDraft = ({ id, author }: Writing): SQL =>
  sql`exists (select 1 from posts where id = ${id} and author_account_id = ${author} and published_at is null)`

export const keepDraft = (db: Database, writing: Writing): Statement[] => {
  const { id, author, content, is_official, now } = writing
  return [
    db.run(sql`insert into posts (id, author_account_id, text, topic, is_question, is_official, created_at)
      select ${id}, ${author}, ${content.text}, ${content.topic}, ${Number(content.is_question)}, ${Number(is_official)},
        ${now.getTime()}
      where (select count(*) from posts where author_account_id = ${author} and published_at is null) < ${DRAFTS_MOST}`),
    ...arrange(db, writing, isDraft(writing)),
  ]
}

export const saveDraft = (db: Database, writing: Writing): Statement[] => {
  const { id, author, content, is_official, now } = writing
  return [
    db.run(sql`update posts set text = ${content.text}, topic = ${content.topic},
        is_question = ${Number(content.is_question)}, is_official = ${Number(is_official)}, edited_at = ${now.getTime()}
      where id = ${id} and author_account_id = ${author} and published_at is null`),
    ...arrange(db, writing, isDraft(writing)),
  ]
}

/** Nobody else has seen it: nothing stays. */
export const dropDraft = (db: Database, id: string, now: Date): Statement[] => {
  const draft = sql`(select id from posts where id = ${id} and published_at is null)`
  return [
    ...dropPictures(db, draft, now),
    db.run(sql`delete from post_tags where post_id = ${draft}`),
    db.run(sql`delete from posts where id = ${draft}`),
  ]
}
