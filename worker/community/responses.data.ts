import { and, eq, sql, type SQL } from 'drizzle-orm'
import { shape, type Database, type Statement } from '../lib/database'
import { comment_likes, comments } from './comments.schema'
import { visibleComment } from './comments.data'
import { posts } from './posts.schema'
import { visiblePost } from './visible'

/** A comment that I can read, below a post that I can read. */
export const commentInReach = (db: Database, id: string, me: SQL | string) =>
  db
    .select(
      shape({
        id: comments.id,
        post_id: comments.post_id,
        author_account_id: comments.author_account_id,
        liked: sql<number>`exists (select 1 from comment_likes where comment_id = ${sql`${comments.id}`}
          and account_id = ${me})`,
      }),
    )
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.post_id))
    .where(and(eq(comments.id, id), visiblePost(me), visibleComment(me)))

/** One for each person, where the comment can still be read. */
export const likeComment = (db: Database, comment_id: string, account_id: string, now: Date): Statement =>
  db.run(sql`insert into comment_likes (comment_id, account_id, created_at)
    select ${comments.id}, ${account_id}, ${now.getTime()} from comments
    where ${comments.id} = ${comment_id} and ${visibleComment(account_id)}
    on conflict (comment_id, account_id) do nothing`)

export const unlikeComment = (db: Database, comment_id: string, account_id: string): Statement =>
  db
    .delete(comment_likes)
    .where(and(eq(comment_likes.comment_id, comment_id), eq(comment_likes.account_id, account_id)))

export const likesOf = (db: Database, comment_id: string, account_id: string) =>
  db
    .select(
      shape({
        likes: comments.likes,
        liked: sql<boolean>`exists (select 1 from comment_likes where comment_id = ${sql`${comments.id}`}
          and account_id = ${account_id})`.mapWith(Boolean),
      }),
    )
    .from(comments)
    .where(eq(comments.id, comment_id))

/** On top, readable, and of this post. */
export const answerOf = (db: Database, comment_id: string, post_id: string, me: SQL | string) =>
  db
    .select({ id: comments.id, author_account_id: comments.author_account_id })
    .from(comments)
    .where(
      and(
        eq(comments.id, comment_id),
        eq(comments.post_id, post_id),
        sql`${comments.parent_id} is null`,
        visibleComment(me),
      ),
    )

/** The condition holds inside the write: a comment that was hidden meanwhile is not accepted. */
export const accept = (db: Database, post_id: string, comment_id: string, me: string): Statement =>
  db.run(sql`update posts set accepted_comment_id = ${comment_id}
    where id = ${post_id} and author_account_id = ${me} and is_question and exists (
      select 1 from comments c where c.id = ${comment_id} and c.post_id = ${post_id} and c.parent_id is null
        and c.removed_at is null and c.hidden_at is null)`)

export const unaccept = (db: Database, post_id: string, me: string): Statement =>
  db
    .update(posts)
    .set({ accepted_comment_id: null })
    .where(and(eq(posts.id, post_id), eq(posts.author_account_id, me)))

export const isAccepted = (post_id: string, comment_id: string): SQL =>
  sql`exists (select 1 from posts where id = ${post_id} and accepted_comment_id = ${comment_id})`
export const acceptedAnswer = (db: Database, post_id: string) =>
  db.select({ accepted_comment_id: posts.accepted_comment_id }).from(posts).where(eq(posts.id, post_id))
