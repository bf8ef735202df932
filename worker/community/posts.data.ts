import { sql, type SQL } from 'drizzle-orm'
import type { Topic } from '../contract/community.constants'
import type { Database } from '../lib/database'
import { mayChangeHidden } from './hiding.data'
import { mentionsOf } from './mentions.data'
import { personOf } from './people.data'
import { readableThread, visiblePost } from './visible'

type Me = SQL | string

/** As the database answers it; lists come as JSON. */
export interface PostRow {
  id: string
  number: number | null
  text: string
  topic: Topic
  is_question: number
  is_official: number
  accepted_comment_id: string | null
  likes: number
  comments: number
  bookmarks: number
  views: number
  created_at: number
  published_at: number | null
  edited_at: number | null
  removed_at: number | null
  hidden_at: number | null
  author_account_id: string
  is_mine: number | null
  author: string | null
  liked: number
  bookmarked: number
  is_frozen: number
  tags: string
  pictures: string
  mentions: string
}

const tagsOf = sql`(select json_group_array(tag) from (select tag from post_tags where post_id = posts.id order by tag))`
const picturesOf = sql`(select json_group_array(json_object('file_id', id, 'alt', alt, 'width', width, 'height', height))
  from (select f.id, p.alt, f.width, f.height from post_pictures p join files f on f.id = p.file_id
    where p.post_id = posts.id and f.removed_at is null order by p.place))`

/** Everything of a row of `posts` that its page shows to this reader. */
export const fieldsFor = (me: Me): SQL => sql`posts.id, posts.number, posts.text, posts.topic, posts.is_question,
  posts.is_official, posts.accepted_comment_id, posts.likes, posts.comments, posts.bookmarks, posts.views,
  posts.created_at, posts.published_at, posts.edited_at, posts.removed_at, posts.hidden_at, posts.author_account_id,
  posts.author_account_id = ${me} as is_mine, ${personOf(sql`posts.author_account_id`)} as author,
  exists (select 1 from post_likes where post_id = posts.id and account_id = ${me}) as liked,
  exists (select 1 from post_bookmarks where account_id = ${me} and post_id = posts.id) as bookmarked,
  (posts.hidden_at is not null and not ${mayChangeHidden(sql`posts.id`)}) as is_frozen,
  ${tagsOf} as tags, ${picturesOf} as pictures, ${mentionsOf(sql`posts.id`)} as mentions`

/** A published post at its address: also the place of a deleted one that has comments, and my own hidden one. */
export const postFor = (db: Database, id: string, me: Me) =>
  db.all<PostRow>(sql`select ${fieldsFor(me)} from posts where posts.id = ${id} and posts.published_at is not null
    and (${readableThread(me)} or (posts.author_account_id = ${me} and posts.removed_at is null))`)

/** Where this person may read it. */
export const visiblePostOf = (db: Database, id: string, me: Me) =>
  db.all<{ id: string; author_account_id: string; liked: number }>(sql`select posts.id, posts.author_account_id,
    exists (select 1 from post_likes where post_id = posts.id and account_id = ${me}) as liked
    from posts where posts.id = ${id} and ${visiblePost(me)}`)

/** What is mine, or what AspireX says; the routes judge who may change that. */
export const postToChange = (db: Database, id: string, me: Me) =>
  db.all<PostRow>(sql`select ${fieldsFor(me)} from posts where posts.id = ${id} and posts.published_at is not null
    and posts.removed_at is null and (posts.author_account_id = ${me} or posts.is_official)`)

/** What it said before, the latest first. */
export const versionsOf = (db: Database, post_id: string) =>
  db.all<{ text: string; written_at: number }>(sql`select text, written_at from post_versions
    where post_id = ${post_id} order by replaced_at desc, id desc limit 100`)
