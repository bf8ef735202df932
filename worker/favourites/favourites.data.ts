import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { positionOf, shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { favourites } from './favourites.schema'

const listed = sql<boolean>`${mentors.application_state} = 'approved'`.mapWith(Boolean)

const shown = {
  mentor_account_id: favourites.mentor_account_id,
  mentor_id: mentors.mentor_id,
  name: accounts.name,
  headline: mentors.headline,
  picture_url: accounts.picture_url,
  time_zone: accounts.time_zone,
  is_listed: listed,
  created_at: favourites.created_at,
}

const favouritesWith = (db: Database, which: SQL | undefined) =>
  db
    .select(shape(shown))
    .from(favourites)
    .innerJoin(mentors, eq(mentors.account_id, favourites.mentor_account_id))
    .innerJoin(accounts, eq(accounts.id, favourites.mentor_account_id))
    .where(which)

/** Newest first, one more than the limit. */
export function favouritesOf(db: Database, me: SQL | string, { limit, cursor }: { limit: number; cursor?: string }) {
  const [time, mentor] = positionOf(cursor) ?? []
  const beyond =
    typeof time === 'number' && typeof mentor === 'string'
      ? sql`(${favourites.created_at}, ${favourites.mentor_account_id}) < (${time}, ${mentor})`
      : undefined
  return favouritesWith(db, and(eq(favourites.account_id, me), beyond))
    .orderBy(desc(favourites.created_at), desc(favourites.mentor_account_id))
    .limit(limit + 1)
}

const mentorNumbered = (mentor_id: string) => sql`(select account_id from mentors where mentor_id = ${mentor_id})`

/** Keeps a listed mentor; once is enough. */
export const keepFavourite = (db: Database, account_id: string, mentor_id: string, now: Date): Statement =>
  db.run(sql`insert into favourites (account_id, mentor_account_id, created_at)
    select ${account_id}, account_id, ${now.getTime()} from mentors
    where mentor_id = ${mentor_id} and application_state = 'approved' and account_id <> ${account_id}
    on conflict (account_id, mentor_account_id) do nothing`)

export const favouriteOf = (db: Database, account_id: string, mentor_id: string) =>
  favouritesWith(
    db,
    and(eq(favourites.account_id, account_id), sql`${favourites.mentor_account_id} = ${mentorNumbered(mentor_id)}`),
  )

export const dropFavourite = (db: Database, account_id: string, mentor_id: string): Statement =>
  db
    .delete(favourites)
    .where(
      and(eq(favourites.account_id, account_id), sql`${favourites.mentor_account_id} = ${mentorNumbered(mentor_id)}`),
    )
