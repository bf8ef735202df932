import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'

/** A post, or the comment below it. */
export interface Subject {
  post_id: string
  comment_id: string | null
}
export const subjectId = ({ post_id, comment_id }: Subject): string => comment_id ?? post_id
export const tableOf = ({ comment_id }: Pick<Subject, 'comment_id'>): SQL =>
  sql.raw(comment_id === null ? 'posts' : 'comments')

export const isHidden = (subject: Subject): SQL =>
  sql`exists (select 1 from ${tableOf(subject)} where id = ${subjectId(subject)} and hidden_at is not null)`

/** The author may change a hidden thing once; the latest case about it remembers. */
export const mayChangeHidden = (subject_id: SQL | string): SQL<number> =>
  sql<number>`not exists (select 1 from community_cases c where c.subject_id = ${subject_id} and c.edited_at is not null
    and c.id = (select id from community_cases where subject_id = ${subject_id} order by opened_at desc, id desc limit 1))`

/** To be guarded by it: a thing that can be read may be changed whenever its author likes. */
export const mayChange = (subject: Subject): SQL =>
  sql`(not ${isHidden(subject)} or ${mayChangeHidden(subjectId(subject))})`

/**
 * After a change of a hidden thing, in the same batch: it is back in the queue as edited. Of one that can be read nothing
 * is noted.
 */
export const returnToQueue = (db: Database, subject: Subject, author: string, now: Date): Statement[] => {
  const id = subjectId(subject)
  return [
    db.run(sql`update community_cases set edited_at = ${now.getTime()} where subject_id = ${id} and state = 'open'
      and edited_at is null and ${isHidden(subject)}`),
    db.run(sql`insert into community_cases (id, subject_id, post_id, comment_id, author_account_id, state, cause,
        opened_at, edited_at)
      select ${newId(now)}, ${id}, ${subject.post_id}, ${subject.comment_id}, ${author}, 'open', 'edit',
        ${now.getTime()}, ${now.getTime()}
      where ${isHidden(subject)} and ${mayChangeHidden(id)}
      on conflict do nothing`),
  ]
}
