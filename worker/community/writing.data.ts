import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { shape, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { comments } from './comments.schema'
import { visibleComment } from './comments.data'
import type { placeBelow } from './comments.rules'
import type { MentionFact } from './mentions.rules'
import { tellMentioned } from './mentions.data'
import { tellOf, type About } from './notices.data'
import { linksIn } from './posting.rules'
import { posts } from './posts.schema'
import { readableThread, visiblePost } from './visible'
import type { LinkStanding } from './writing.rules'

/** The post that is to be answered, where I may read it. */
export const postToAnswer = (db: Database, id: string, me: SQL | string) =>
  db
    .select(
      shape({
        id: posts.id,
        author_account_id: posts.author_account_id,
        is_question: posts.is_question,
        is_mine: sql<number>`${sql`${posts.author_account_id}`} = ${me}`,
        accepted_comment_id: posts.accepted_comment_id,
      }),
    )
    .from(posts)
    .where(and(eq(posts.id, id), visiblePost(me)))

/** Its comments can be read, also where its author took the post away. */
export const threadOf = (db: Database, id: string, me: SQL | string) =>
  db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.id, id), readableThread(me)))

/** A comment of this post that I can read; without an id none. */
export const commentToAnswer = (db: Database, id: string | undefined, post_id: string, me: SQL | string) =>
  db
    .select({
      id: comments.id,
      author_account_id: comments.author_account_id,
      parent_id: comments.parent_id,
      root_id: comments.root_id,
      depth: comments.depth,
    })
    .from(comments)
    .where(and(eq(comments.id, id ?? ''), eq(comments.post_id, post_id), visibleComment(me)))

/** Links in what somebody has said in 24 hours, posts and comments but this one, and whether their account is that young. */
export function standingOf(db: Database, me: SQL | string, now: Date, but = '') {
  const since = now.getTime() - 86_400_000
  return db.all<LinkStanding>(sql`select
    exists (select 1 from accounts where id = ${me} and created_at > ${since}) as is_new,
    (select coalesce(sum(links), 0) from posts where author_account_id = ${me} and published_at > ${since})
      + (select coalesce(sum(links), 0) from comments where author_account_id = ${me} and created_at > ${since}
        and id <> ${but}) as links`)
}

interface NewComment {
  id: string
  post_id: string
  by: { id: string; name: string }
  text: string
  place: ReturnType<typeof placeBelow>
  now: Date
}

export const isWritten = (id: string): SQL => sql`exists (select 1 from comments where id = ${id})`

/** Written where the post and what is answered can still be read. */
export const writeComment = (db: Database, { id, post_id, by, text, place, now }: NewComment): Statement =>
  db.run(sql`insert into comments (id, post_id, parent_id, root_id, depth, author_account_id, text, links, created_at)
    select ${id}, ${posts.id}, ${place.parent_id}, ${place.root_id}, ${place.depth}, ${by.id}, ${text}, ${linksIn(text)}, ${now.getTime()}
    from posts where ${posts.id} = ${post_id} and ${visiblePost(by.id)} and (${place.parent_id} is null
      or exists (select 1 from comments where id = ${place.parent_id} and post_id = ${post_id}))`)

interface Hearers {
  post: { author_account_id: string }
  answered: { author_account_id: string } | undefined
  mentioned: MentionFact[]
}

/** Each hears once of a comment: as mentioned, else as answered, else as the author of the post. */
export function tellComment(db: Database, written: NewComment, { post, answered, mentioned }: Hearers): Statement[] {
  const { id, post_id, by, now } = written
  const about: About = { by, post_id, comment_id: id }
  const heard = new Set(mentioned.map(({ account_id }) => account_id))
  const told = (person: string, kind: 'community_answer' | 'community_comment'): Statement[] => {
    if (heard.has(person)) return []
    heard.add(person)
    return tellOf(db, { person, kind, cause: `comment:${id}`, about }, now, isWritten(id))
  }
  return [
    ...tellMentioned(db, about, mentioned, now, isWritten(id)),
    ...(answered ? told(answered.author_account_id, 'community_answer') : []),
    ...told(post.author_account_id, 'community_comment'),
  ]
}

/** What it says now becomes a version of the past, where there is something to keep. */
const keepVersion = (db: Database, id: string, now: Date, when: SQL): Statement =>
  db.run(sql`insert into comment_versions (id, comment_id, text, written_at, replaced_at)
    select ${newId(now)}, id, text, coalesce(edited_at, created_at), ${now.getTime()} from comments
    where id = ${id} and removed_at is null and ${when}`)

export interface Changed {
  id: string
  text: string
  now: Date
}
/** `when` says whether it may still be changed. */
export const changeComment = (db: Database, { id, text, now }: Changed, when: SQL): Statement[] => [
  keepVersion(db, id, now, when),
  db
    .update(comments)
    .set({ text, links: linksIn(text), edited_at: now })
    .where(and(eq(comments.id, id), isNull(comments.removed_at), when)),
]

/** The words leave for the past that moderators can read; the place stays. */
export const removeComment = (db: Database, id: string, now: Date): Statement[] => [
  keepVersion(db, id, now, sql`true`),
  db.run(sql`delete from community_mentions where subject_id = ${id}`),
  db
    .update(comments)
    .set({ text: '', removed_at: now })
    .where(and(eq(comments.id, id), isNull(comments.removed_at))),
]
