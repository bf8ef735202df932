import { sql, type SQL } from 'drizzle-orm'
import { FIRST_DAY, POSTS_A_DAY } from '../contract/community.constants'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { announce } from './announcing.data'
import { mayChange, returnToQueue } from './hiding.data'
import { tellMentioned } from './mentions.data'
import type { MentionFact } from './mentions.rules'
import { dropPictures, putPictures } from './pictures.data'
import { linksIn, type Content, type Standing } from './posting.rules'
import { fieldsFor, type PostRow } from './posts.data'

const DAY = 86_400_000

const sums = (author: SQL | string, now: Date, but: string) => {
  const since = now.getTime() - DAY
  const recent = sql`from posts where author_account_id = ${author} and published_at > ${since} and id <> ${but}`
  return {
    is_new: sql`exists (select 1 from accounts where id = ${author} and created_at > ${since})`,
    posts: sql`(select count(*) ${recent})`,
    links: sql`((select coalesce(sum(links), 0) ${recent}) + (select coalesce(sum(links), 0) from comments
      where author_account_id = ${author} and created_at > ${since}))`,
    pictures: sql`(select count(*) from post_pictures where post_id in (select id ${recent}))`,
  }
}

/** `but` is the post that is being written. */
export function standingOf(db: Database, author: SQL | string, now: Date, but = '') {
  const { is_new, posts, links, pictures } = sums(author, now, but)
  return db.all<Standing>(
    sql`select ${is_new} as is_new, ${posts} as posts, ${links} as links, ${pictures} as pictures`,
  )
}

/** The same limits inside the write, for posts of the same moment. */
function hasRoom({ id, author, content, now }: Writing, publishes: boolean): SQL {
  const { is_new, posts, links, pictures } = sums(author, now, id)
  const [added, shown] = [linksIn(content.text), content.pictures.length]
  const most = sql`iif(${is_new}, ${FIRST_DAY.posts}, ${POSTS_A_DAY})`
  return sql`((not ${Number(publishes)} or ${posts} < ${most}) and (not ${is_new} or (
    (${added} = 0 or ${links} + ${added} <= ${FIRST_DAY.links})
    and (${shown} = 0 or ${pictures} + ${shown} <= ${FIRST_DAY.pictures}))))`
}

export interface Writing {
  id: string
  /** Whose the post is, which for what AspireX says need not be who writes now. */
  author: string
  by: { id: string; name: string }
  content: Content
  is_official: boolean
  now: Date
}

/** What is said as well as when: two requests of one millisecond are told apart where they say different things. */
export const isWritten = ({ id, content, now }: Writing): SQL =>
  sql`exists (select 1 from posts where id = ${id} and published_at = ${now.getTime()} and text = ${content.text})`
const isChanged = ({ id, content, now }: Writing): SQL =>
  sql`exists (select 1 from posts where id = ${id} and edited_at = ${now.getTime()} and text = ${content.text})`

const about = ({ id, by, is_official }: Writing) => ({
  by: is_official ? { ...by, name: 'AspireX' } : by,
  post_id: id,
  comment_id: null,
})

/** Tags and pictures as they are wanted now; what is no longer wanted goes. */
export const arrange = (db: Database, { id, author, content }: Writing, when: SQL): Statement[] => {
  const tags = JSON.stringify(content.tags)
  return [
    db.run(sql`delete from post_tags where post_id = ${id} and tag not in (select value from json_each(${tags}))
      and ${when}`),
    db.run(sql`insert into post_tags (post_id, tag) select ${id}, value from json_each(${tags}) where ${when}
      on conflict (post_id, tag) do nothing`),
    ...putPictures(db, { post_id: id, owner: author, pictures: content.pictures }, when),
  ]
}

const published = (db: Database, writing: Writing, mentioned: MentionFact[]): Statement[] => [
  ...arrange(db, writing, isWritten(writing)),
  ...tellMentioned(db, about(writing), mentioned, writing.now, isWritten(writing)),
  announce(db, writing.id, writing.now, isWritten(writing)),
]

/** A new post, where the author may still publish one. */
export function publishPost(db: Database, writing: Writing, mentioned: MentionFact[]): Statement[] {
  const { id, author, content, is_official, now } = writing
  const at = now.getTime()
  return [
    db.run(sql`insert into posts (id, author_account_id, text, topic, is_question, is_official, links, created_at, published_at)
      select ${id}, ${author}, ${content.text}, ${content.topic}, ${Number(content.is_question)}, ${Number(is_official)},
        ${linksIn(content.text)}, ${at}, ${at} where ${hasRoom(writing, true)}`),
    ...published(db, writing, mentioned),
  ]
}

/** A draft becomes a post with what its author sees now. */
export function publishDraft(db: Database, writing: Writing, mentioned: MentionFact[]): Statement[] {
  const { id, author, content, is_official, now } = writing
  return [
    db.run(sql`update posts set text = ${content.text}, topic = ${content.topic},
        is_question = ${Number(content.is_question)}, is_official = ${Number(is_official)},
        links = ${linksIn(content.text)}, published_at = ${now.getTime()}, edited_at = null
      where id = ${id} and author_account_id = ${author} and published_at is null and ${hasRoom(writing, true)}`),
    ...published(db, writing, mentioned),
  ]
}

const keepVersion = (db: Database, id: string, now: Date, when: SQL): Statement =>
  db.run(sql`insert into post_versions (id, post_id, text, written_at, replaced_at)
    select ${newId(now)}, id, text, coalesce(edited_at, published_at), ${now.getTime()} from posts
    where id = ${id} and removed_at is null and ${when}`)

/** Changed, marked as edited, and what it said is kept; a hidden one goes back to the moderators. */
export function changePost(db: Database, writing: Writing, mentioned: MentionFact[]): Statement[] {
  const { id, author, content, now } = writing
  const subject = { post_id: id, comment_id: null }
  const may = sql`${mayChange(subject)} and ${hasRoom(writing, false)}`
  return [
    keepVersion(db, id, now, sql`text <> ${content.text} and ${may}`),
    db.run(sql`update posts set text = ${content.text}, topic = ${content.topic},
        is_question = ${Number(content.is_question)}, links = ${linksIn(content.text)}, edited_at = ${now.getTime()}
      where id = ${id} and removed_at is null and ${may}`),
    ...arrange(db, writing, isChanged(writing)),
    ...tellMentioned(db, about(writing), mentioned, now, isChanged(writing)),
    ...returnToQueue(db, subject, author, now),
  ]
}

/** Words, tags and pictures leave; what others said below stays. The last words are kept for moderators. */
export const removePost = (db: Database, id: string, now: Date): Statement[] => [
  keepVersion(db, id, now, sql`true`),
  ...dropPictures(db, id, now),
  db.run(sql`delete from post_tags where post_id = ${id}`),
  db.run(
    sql`update posts set text = '', links = 0, removed_at = ${now.getTime()} where id = ${id} and removed_at is null`,
  ),
]

/** As its author meets it after a change: nothing where that came to nothing. */
export const changedPost = (db: Database, writing: Writing) =>
  db.all<PostRow>(
    sql`select ${fieldsFor(writing.by.id)} from posts where posts.id = ${writing.id} and ${isChanged(writing)}`,
  )
