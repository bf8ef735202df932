import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import type { NewFile } from '../files/files.data'
import { visiblePost } from './visible'

/** Chosen, and not posted: after so long it is let go. */
export const UNPOSTED_HOURS = 24

/** Files that may stand in a post of mine: those I brought, and those that stand in it already. */
export const picturesToPost = (
  db: Database,
  me: SQL | string,
  { post_id, pictures }: { post_id?: string; pictures: { file_id: string }[] },
) =>
  db.all<{
    id: string
    width: number | null
    height: number | null
  }>(sql`select f.id, f.width, f.height from json_each(${JSON.stringify(pictures.map(({ file_id }) => file_id))}) asked
    join files f on f.id = asked.value where f.kind = 'post' and f.removed_at is null and (f.owner_account_id = ${me}
      or exists (select 1 from post_pictures where post_id = ${post_id ?? ''} and file_id = f.id))`)

interface Placing {
  post_id: string
  owner: string
  pictures: { file_id: string; alt: string }[]
}

/** In the order in which they were given. */
export const putPictures = (db: Database, { post_id, owner, pictures }: Placing, when: SQL): Statement[] => {
  const wanted = JSON.stringify(pictures)
  return [
    db.run(sql`delete from post_pictures where post_id = ${post_id}
      and file_id not in (select value ->> 'file_id' from json_each(${wanted})) and ${when}`),
    db.run(sql`insert into post_pictures (post_id, file_id, place, alt)
      select ${post_id}, f.id, asked.key, asked.value ->> 'alt' from json_each(${wanted}) asked
      join files f on f.id = asked.value ->> 'file_id'
      where f.kind = 'post' and f.removed_at is null and ${when} and (f.owner_account_id = ${owner}
        or exists (select 1 from post_pictures where post_id = ${post_id} and file_id = f.id))
      on conflict (post_id, file_id) do update set place = excluded.place, alt = excluded.alt`),
  ]
}

/** Pictures that stand in no other post go to the sweep; a trigger takes them off their post. */
export const dropPictures = (db: Database, post_id: SQL | string, now: Date): Statement[] => [
  db.run(sql`update files set removed_at = ${now.getTime()} where removed_at is null
    and id in (select file_id from post_pictures where post_id = ${post_id})
    and not exists (select 1 from post_pictures other where other.file_id = files.id and other.post_id <> ${post_id})`),
  db.run(sql`delete from post_pictures where post_id = ${post_id}`),
]

/** A picture that was brought before and is brought again waits from now on. */
export const broughtAgain = (db: Database, { owner_account_id, hash, created_at }: NewFile): Statement =>
  db.run(sql`update files set created_at = ${created_at.getTime()} where owner_account_id = ${owner_account_id}
    and kind = 'post' and hash = ${hash} and removed_at is null`)

/** What stands in no post and was not brought just now. */
export const letGoOfPictures = (db: Database, now: Date) =>
  db.all<{ id: string }>(sql`update files set removed_at = ${now.getTime()} where id in (
      select id from files where kind = 'post' and removed_at is null
        and created_at <= ${now.getTime() - UNPOSTED_HOURS * 3_600_000}
        and not exists (select 1 from post_pictures where file_id = files.id) limit 500)
    returning id`)

/** 1 where this reader reads a post with it. */
export const isSeenInPost = (file_id: SQL, me: SQL | string): SQL<number> =>
  sql<number>`exists (select 1 from post_pictures join posts on posts.id = post_pictures.post_id
    where post_pictures.file_id = ${file_id} and ${visiblePost(me)})`

/** A picture of a post, for whoever reads it. */
export const pictureFor = (db: Database, file_id: string, me: SQL) =>
  db.all<{ id: string; kind: 'post'; key: string; name: string; type: string; size: number }>(
    sql`select f.id, f.kind, f.key, f.name, f.type, f.size from files f where f.id = ${file_id} and f.kind = 'post'
      and f.removed_at is null and ${isSeenInPost(sql`f.id`, me)}`,
  )
