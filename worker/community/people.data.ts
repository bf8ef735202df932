import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { isBlocked } from '../chat/blocks.data'

type Who = SQLWrapper | string

export interface Person {
  display_id: string
  name: string
  picture_url: string | null
  role: 'student' | 'mentor'
}

/** An approved mentor is known by that id, everybody else as a student. */
const mentorId = (account: Who): SQL =>
  sql`(select mentor_id from mentors where account_id = ${account} and application_state = 'approved')`
export const displayIdOf = (account: Who): SQL<string> =>
  sql<string>`coalesce(${mentorId(account)}, (select student_id from students where account_id = ${account}))`

/** Who that is, in one column; null is a former member. */
export const personOf = (account: Who): SQL<Person | null> =>
  sql<Person | null>`(select json_object('display_id', ${displayIdOf(sql`person.id`)}, 'name', person.name,
      'picture_url', person.picture_url, 'role', iif(${mentorId(sql`person.id`)} is null, 'student', 'mentor'))
    from accounts person where person.id = ${account} and person.erased_at is null)`.mapWith((json: string | null) =>
    json === null ? null : (JSON.parse(json) as Person),
  )

/** What they wrote is read no more while their account is being closed. */
export const isClosed = (account: Who): SQL<number> =>
  sql<number>`exists (select 1 from accounts closed where closed.id = ${account}
    and (closed.closing_at is not null or closed.erased_at is not null))`

/** 1 where I shall read nothing of this person: one has blocked the other, or the account is closed. */
export const isUnseen = (account: Who, me: Who): SQL<number> =>
  sql<number>`(${isClosed(account)} or ${isBlocked(account, me)})`

/**
 * Whom one can meet here: listed mentors, people with a public page, and who has said something. Of nobody else does an
 * id give away the name. Tables have names of their own, for `account` may be a column of one of them.
 */
export const isMet = (account: Who): SQL<number> =>
  sql<number>`(exists (select 1 from accounts met where met.id = ${account} and met.suspended_at is null
      and met.closing_at is null and met.erased_at is null)
    and (${mentorId(account)} is not null
      or exists (select 1 from preferences shown where shown.account_id = ${account} and shown.public_page)
      or exists (select 1 from posts theirs where theirs.author_account_id = ${account}
        and theirs.published_at is not null and theirs.removed_at is null)
      or exists (select 1 from comments said where said.author_account_id = ${account} and said.removed_at is null)))`
