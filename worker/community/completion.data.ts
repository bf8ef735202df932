import { sql, type SQL } from 'drizzle-orm'
import { isBlocked } from '../chat/blocks.data'
import { COMPLETIONS_MOST } from '../contract/comments.constants'
import type { Database } from '../lib/database'
import { isMet, personOf } from './people.data'

/** So many who speak below a post, and so many who are called so, are looked at for one answer. */
const SPEAKERS = 200
const NAMESAKES = 200

interface Sought {
  search: string
  post_id?: string | undefined
}

/** Whose name begins so, whatever the case of its Latin letters; everybody where nothing is typed. */
const begins = (name: SQL, search: string): SQL =>
  search === '' ? sql`true` : sql`substr(${name}, 1, ${[...search].length}) = ${search} collate nocase`

/**
 * People to be mentioned: first who speaks below this post, then whom I follow, then others of that name whom one can
 * meet here. Nobody with whom there is a block, and not myself.
 */
export const completions = (db: Database, { search, post_id = '' }: Sought, me: SQL) =>
  db.all<{ person: string }>(sql`
    with speakers as (
      select author_account_id as id, 0 as place from posts where id = ${post_id} and published_at is not null
        and not is_official
      union all
      select author_account_id, 0 from (select author_account_id from comments where post_id = ${post_id}
        and removed_at is null and hidden_at is null order by created_at desc, id desc limit ${SPEAKERS})
    ), who as (
      select id, 2 as place from accounts where ${search} <> '' and name collate nocase >= ${search}
        and name collate nocase < ${search} || char(1114111) order by name collate nocase, id limit ${NAMESAKES}
    ), page as (
      select id, place from speakers union all
      select followed_account_id, 1 from follows_people where follower_account_id = ${me} union all
      select id, place from who
    ), fit as (
      select a.id, a.name, min(page.place) as place from page join accounts a on a.id = page.id
      where ${begins(sql`a.name`, search)} and a.id <> ${me} and not ${isBlocked(sql`a.id`, me)}
        and a.closing_at is null and a.erased_at is null
      group by a.id
    )
    select ${personOf(sql`fit.id`)} as person from fit where place = 0 or ${isMet(sql`fit.id`)}
    order by place, name collate nocase, fit.id limit ${COMPLETIONS_MOST}`)
