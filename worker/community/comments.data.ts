import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { ANSWERS_SHOWN, type CommentOrder } from '../contract/comments.constants'
import { positionOf, shape, type Database } from '../lib/database'
import { comment_versions, comments } from './comments.schema'
import { mayChangeHidden } from './hiding.data'
import { mentionsOf } from './mentions.data'
import { isUnseen, personOf } from './people.data'
import { posts } from './posts.schema'
import { readableThread } from './visible'

type Me = SQL | string
type Comments = typeof comments

/** Neither removed nor hidden, nor of somebody whom this reader does not read. */
export const visibleComment = (me: Me, of: Comments = comments): SQL =>
  sql`(${of.removed_at} is null and ${of.hidden_at} is null and not ${isUnseen(of.author_account_id, sql`${me}`)})`

/** What nobody can read leaves its place only where somebody answered; my own hidden one stays mine to see. */
const leavesTrace = (me: Me, of: Comments): SQL =>
  sql`(${visibleComment(me, of)} or (${of.author_account_id} = ${me} and ${of.removed_at} is null)
    or exists (select 1 from comments below where below.parent_id = ${of.id}))`

/** Columns are wrapped, so that a query of one table names it in its subqueries too. */
function fieldsOf(me: Me, of: Comments = comments) {
  const [id, post_id, author] = [sql`${of.id}`, sql`${of.post_id}`, sql`${of.author_account_id}`]
  return shape({
    id: of.id,
    post_id: of.post_id,
    parent_id: of.parent_id,
    root_id: of.root_id,
    depth: of.depth,
    text: of.text,
    likes: of.likes,
    created_at: of.created_at,
    edited_at: of.edited_at,
    removed_at: of.removed_at,
    hidden_at: of.hidden_at,
    author_account_id: of.author_account_id,
    author: personOf(author),
    mentions: mentionsOf(id),
    is_mine: sql<number>`${author} = ${me}`,
    is_unseen: isUnseen(author, sql`${me}`),
    has_answers: sql<number>`exists (select 1 from comments below where below.parent_id = ${id})`,
    liked: sql<number>`exists (select 1 from comment_likes where comment_id = ${id} and account_id = ${me})`,
    is_accepted: sql<number>`exists (select 1 from posts where id = ${post_id} and accepted_comment_id = ${id})`,
  })
}
export type CommentRow = Awaited<ReturnType<typeof commentOf>>[number]

/** One comment, whoever may read it. */
export const commentOf = (db: Database, id: SQL | string, me: Me) =>
  db.select(fieldsOf(me)).from(comments).where(eq(comments.id, id))

/** A comment below a post that I may read, or that left the place where others go on. */
export const commentBelow = (db: Database, id: string, me: Me) =>
  db
    .select(fieldsOf(me))
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.post_id))
    .where(and(eq(comments.id, id), readableThread(me)))

interface Wish {
  post_id: string
  order: CommentOrder
  cursor?: string | undefined
  limit: number
}

/** Everything beyond a place in the order: oldest first, or most liked first and then oldest. */
function beyond({ order, cursor }: Wish): SQL | undefined {
  const [likes, time, id] = positionOf(cursor) ?? []
  if (typeof likes !== 'number' || typeof time !== 'number' || typeof id !== 'string') return undefined
  const later = sql`(${comments.created_at}, ${comments.id}) > (${time}, ${id})`
  if (order === 'oldest') return later
  return sql`(${comments.likes} < ${likes} or (${comments.likes} = ${likes} and ${later}))`
}
const OLDEST = [asc(comments.created_at), asc(comments.id)]
const ORDERS = { oldest: OLDEST, liked: [desc(comments.likes), ...OLDEST] }

const onTop = (wish: Wish, me: Me) =>
  and(eq(comments.post_id, wish.post_id), isNull(comments.parent_id), beyond(wish), leavesTrace(me, comments))

/** Comments on the post itself, one more than asked. */
export const topComments = (db: Database, wish: Wish, me: Me) =>
  db
    .select(fieldsOf(me))
    .from(comments)
    .where(onTop(wish, me))
    .orderBy(...ORDERS[wish.order])
    .limit(wish.limit + 1)

const answers = alias(comments, 'answers')

/** What stands below the comments of a page: of each the first ones, and one more to know whether there are others. */
export function answersOnPage(db: Database, wish: Wish, me: Me) {
  const page = db
    .select({ id: comments.id })
    .from(comments)
    .where(onTop(wish, me))
    .orderBy(...ORDERS[wish.order])
    .limit(wish.limit)
    .as('page')
  const first = sql`select below.id from comments below where below.root_id = ${page.id}
    order by below.created_at, below.id limit ${ANSWERS_SHOWN + 1}`
  return db
    .select(fieldsOf(me, answers as unknown as Comments))
    .from(page)
    .innerJoin(answers, sql`${answers.id} in (${first})`)
    .orderBy(asc(answers.created_at), asc(answers.id))
}

/** Further answers below one comment, one more than asked. */
export function moreAnswers(db: Database, root_id: string, wish: Wish, me: Me) {
  return db
    .select(fieldsOf(me))
    .from(comments)
    .where(and(eq(comments.root_id, root_id), eq(comments.post_id, wish.post_id), beyond({ ...wish, order: 'oldest' })))
    .orderBy(...OLDEST)
    .limit(wish.limit + 1)
}

/** The accepted answer of a post, where it can be read. */
export const acceptedOf = (db: Database, post_id: string, me: Me) =>
  db
    .select(fieldsOf(me))
    .from(comments)
    .innerJoin(posts, eq(posts.accepted_comment_id, comments.id))
    .where(and(eq(posts.id, post_id), visibleComment(me)))

/** What was said before, the latest first; a removed comment has no past for anybody. */
export const versionsOf = (db: Database, id: string) =>
  db
    .select({ text: comment_versions.text, written_at: comment_versions.written_at })
    .from(comment_versions)
    .where(eq(comment_versions.comment_id, id))
    .orderBy(desc(comment_versions.replaced_at), desc(comment_versions.id))
    .limit(100)

/** A row where a hidden comment was changed already. */
export const frozen = (db: Database, id: string) =>
  db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.id, id), sql`not ${mayChangeHidden(id)}`))

/** Inside a batch: the change came through. */
export const says = ({ id, text, now }: { id: string; text: string; now: Date }): SQL =>
  sql`exists (select 1 from comments where id = ${id} and text = ${text} and edited_at = ${now.getTime()})`

/** In the place of a read that is not asked for. */
export const nobody = (db: Database, me: Me) => commentOf(db, '', me)
