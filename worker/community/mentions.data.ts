import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { isBlocked } from '../chat/blocks.data'
import { arrayOf, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { community_mentions } from './comments.schema'
import { faultOfMentions, mentionsIn, type MentionFact } from './mentions.rules'
import { tellOf, type About } from './notices.data'
import { isMet } from './people.data'

/** Whom a text names, of those who can be met here: one of the facts of whoever writes. */
export const mentionFacts = (db: Database, me: SQL | string, text: string) =>
  db.all<MentionFact>(sql`select asked.value as display_id, a.id as account_id, a.name,
      ${isBlocked(sql`a.id`, sql`${me}`)} as is_blocked
    from json_each(${JSON.stringify(mentionsIn(text).slice(0, 50))}) asked
    join accounts a on a.id = coalesce((select account_id from mentors where mentor_id = asked.value),
      (select account_id from students where student_id = asked.value))
    where ${isMet(sql`a.id`)}`)

/** Refuses a text that names nobody, or somebody with whom there is a block. */
export function judgeMentions(found: MentionFact[], text: string): void {
  const fault = faultOfMentions(text, found)
  if (fault) fail('invalid_input', { errors: { text: [fault] } })
}

/** Who a post or comment names, as it stands beside the text. */
export const mentionsOf = (subject_id: SQLWrapper): SQL<{ display_id: string; name: string }[]> =>
  arrayOf(sql`select json_group_array(json_object('display_id', n.display_id, 'name', a.name)) from community_mentions n
    join accounts a on a.id = n.account_id where n.subject_id = ${subject_id} and a.erased_at is null`)

/** Keeps whom a text names now, and tells those who are named for the first time. `when` guards all of it. */
export const tellMentioned = (db: Database, about: About, found: MentionFact[], now: Date, when: SQL): Statement[] => {
  const subject_id = about.comment_id ?? about.post_id
  const people = JSON.stringify(found.map(({ account_id, display_id }) => ({ account_id, display_id })))
  return [
    db
      .delete(community_mentions)
      .where(
        and(
          eq(community_mentions.subject_id, subject_id),
          sql`${community_mentions.account_id} not in (select value ->> 'account_id' from json_each(${people}))`,
          when,
        ),
      ),
    db.run(sql`insert into community_mentions (subject_id, account_id, display_id, created_at)
      select ${subject_id}, value ->> 'account_id', value ->> 'display_id', ${now.getTime()} from json_each(${people})
      where ${when} on conflict (subject_id, account_id) do nothing`),
    ...found.flatMap(({ account_id }) =>
      tellOf(db, { person: account_id, kind: 'community_mention', cause: `mention:${subject_id}`, about }, now, when),
    ),
  ]
}
