import { sql, type SQL } from 'drizzle-orm'
import { isBlocked } from '../chat/blocks.data'
import type { Database, Statement } from '../lib/database'
import { notify } from '../notifications/notifications.data'

/** Who did something, and below which post: what every notice about it says. */
export interface About {
  by: { id: string; name: string }
  post_id: string
  /** None: the post itself. */
  comment_id: string | null
}
interface Telling {
  person: string
  kind: 'community_comment' | 'community_answer' | 'community_mention' | 'community_accepted'
  cause: string
  about: About
}

const dataOf = ({ by, post_id, comment_id }: About) => ({
  by_account_id: by.id,
  by_name: by.name,
  post_id,
  comment_id,
})

/** Nobody hears of their own acts, nor of those of somebody with whom there is a block. */
export const mayHear = (person: string, by: string, when: SQL): SQL =>
  sql`${when} and ${person} <> ${by} and not ${isBlocked(person, by)}`

export const tellOf = (
  db: Database,
  { person, kind, cause, about }: Telling,
  now: Date,
  when: SQL = sql`true`,
): Statement[] =>
  person === about.by.id
    ? []
    : notify(db, { person, kind, cause, data: dataOf(about) }, now, mayHear(person, about.by.id, when))

/** Where the likes of a thing lie. */
const LIKES = {
  post: { table: sql.raw('post_likes'), column: sql.raw('post_id') },
  comment: { table: sql.raw('comment_likes'), column: sql.raw('comment_id') },
}

/** One notice for each thing and day; further likes count up in it until it is read. Only a like of this very write tells. */
export function tellLiked(db: Database, about: About, author: string, now: Date): Statement[] {
  if (author === about.by.id) return []
  const subject = about.comment_id ?? about.post_id
  const day = now.toISOString().slice(0, 10)
  const cause = `likes:${subject}:${day}`
  const { table, column } = LIKES[about.comment_id === null ? 'post' : 'comment']
  const made = sql`exists (select 1 from ${table} where ${column} = ${subject} and account_id = ${about.by.id}
    and created_at = ${now.getTime()})`
  const count = sql`(select count(*) from ${table} where ${column} = ${subject} and account_id <> ${author}
    and created_at >= ${Date.parse(day)})`
  const data = { ...dataOf(about), count: 1 }
  return [
    db.run(sql`update notifications set data = json_set(data, '$.count', ${count})
      where account_id = ${author} and cause = ${cause} and read_at is null and ${mayHear(author, about.by.id, made)}`),
    ...notify(db, { person: author, kind: 'community_likes', cause, data }, now, mayHear(author, about.by.id, made)),
  ]
}

/** Told the first time, and not again whenever the mind changes. */
export const tellFollowed = (
  db: Database,
  { by, display_id, person }: { by: About['by']; display_id: string; person: string },
  now: Date,
): Statement[] =>
  notify(
    db,
    {
      person,
      kind: 'community_follower',
      cause: `follower:${by.id}`,
      data: { by_account_id: by.id, by_name: by.name, display_id },
    },
    now,
    mayHear(
      person,
      by.id,
      sql`exists (select 1 from follows_people where follower_account_id = ${by.id} and followed_account_id = ${person})`,
    ),
  )
