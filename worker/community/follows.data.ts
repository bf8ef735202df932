import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { hasBlocked } from '../chat/blocks.data'
import { holderOf } from '../chat/memberships.data'
import { FOLLOWS_MOST } from '../contract/follows.constants'
import { positionOf, shape, type Database, type Statement } from '../lib/database'
import { follows_people, follows_tags } from './follows.schema'
import { isMet, personOf } from './people.data'

type Me = SQL | string
const account = sql`${accounts.id}`

/** Somebody whom one can meet here, as I stand to them. Who has blocked me is nobody. */
export const personMet = (db: Database, display_id: string, me: Me) =>
  db
    .select(
      shape({
        account_id: accounts.id,
        person: personOf(account),
        is_me: sql<number>`${account} = ${me}`,
        is_blocked_by_me: hasBlocked(sql`${me}`, account),
        is_followed: sql<number>`exists (select 1 from follows_people where follower_account_id = ${me}
          and followed_account_id = ${account})`,
        followers: sql<number>`(select count(*) from follows_people where followed_account_id = ${account})`,
        posts: sql<number>`(select count(*) from posts where author_account_id = ${account} and not is_official
          and published_at is not null and removed_at is null and hidden_at is null)`,
      }),
    )
    .from(accounts)
    .where(
      and(
        eq(accounts.id, holderOf(display_id)),
        sql`(${account} = ${me} or ${isMet(account)} or exists (select 1 from follows_people
          where follower_account_id = ${me} and followed_account_id = ${account}))`,
        sql`not ${hasBlocked(account, sql`${me}`)}`,
      ),
    )

/** The latest first, one more than the limit. */
export function followedPeople(
  db: Database,
  me: Me,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const [time, id] = positionOf(cursor) ?? []
  const { created_at, followed_account_id } = follows_people
  return db
    .select(
      shape({
        account_id: followed_account_id,
        person: personOf(sql`${followed_account_id}`),
        followed_at: created_at,
      }),
    )
    .from(follows_people)
    .innerJoin(accounts, eq(accounts.id, followed_account_id))
    .where(
      and(
        eq(follows_people.follower_account_id, me),
        sql`${accounts.closing_at} is null and ${accounts.erased_at} is null`,
        typeof time === 'number' && typeof id === 'string'
          ? sql`(${created_at}, ${followed_account_id}) < (${time}, ${id})`
          : undefined,
      ),
    )
    .orderBy(desc(created_at), desc(followed_account_id))
    .limit(limit + 1)
}

export const followedTags = (db: Database, me: Me) =>
  db
    .select({ tag: follows_tags.tag })
    .from(follows_tags)
    .where(eq(follows_tags.account_id, me))
    .orderBy(asc(follows_tags.tag))
    .limit(FOLLOWS_MOST)

/** Whether I follow so many people that there can be no more. */
export const peopleCount = (db: Database, me: Me) =>
  db
    .select({ count: sql<number>`count(*)`.as('count') })
    .from(follows_people)
    .where(eq(follows_people.follower_account_id, me))

/** Where there is room and no block, also not one of this moment. */
export const followPerson = (db: Database, me: string, other: string, now: Date): Statement =>
  db.run(sql`insert into follows_people (follower_account_id, followed_account_id, created_at)
    select ${me}, ${other}, ${now.getTime()}
    where (select count(*) from follows_people where follower_account_id = ${me}) < ${FOLLOWS_MOST}
      and not ${hasBlocked(me, other)} and not ${hasBlocked(other, me)}
    on conflict (follower_account_id, followed_account_id) do nothing`)

export const unfollowPerson = (db: Database, me: string, other: string): Statement =>
  db
    .delete(follows_people)
    .where(and(eq(follows_people.follower_account_id, me), eq(follows_people.followed_account_id, other)))

export const followTag = (db: Database, me: string, tag: string, now: Date): Statement =>
  db.run(sql`insert into follows_tags (account_id, tag, created_at)
    select ${me}, ${tag}, ${now.getTime()}
    where (select count(*) from follows_tags where account_id = ${me}) < ${FOLLOWS_MOST}
    on conflict (account_id, tag) do nothing`)

export const unfollowTag = (db: Database, me: string, tag: string): Statement =>
  db.delete(follows_tags).where(and(eq(follows_tags.account_id, me), eq(follows_tags.tag, tag)))
