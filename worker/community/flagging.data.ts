import { and, eq, sql, type SQL } from 'drizzle-orm'
import { FLAG_WEIGHT, type FlagReason } from '../contract/flags.constants'
import { shape, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { notify } from '../notifications/notifications.data'
import { comments } from './comments.schema'
import { HALVES } from './cases.rules'
import { visibleComment } from './comments.data'
import { community_flags } from './flags.schema'
import { subjectId, tableOf, type Subject } from './hiding.data'
import { posts } from './posts.schema'
import { visiblePost } from './visible'

const DAY = 86_400_000

/** What is flagged, where I can read it: the author's account and the place. My own words are none of it. */
export const flaggable = (db: Database, { post_id, comment_id }: { post_id?: string; comment_id?: string }, me: SQL) =>
  comment_id === undefined
    ? db
        .select(
          shape({
            post_id: posts.id,
            comment_id: sql<string | null>`null`,
            author_account_id: posts.author_account_id,
          }),
        )
        .from(posts)
        .where(and(eq(posts.id, post_id ?? ''), visiblePost(me), sql`${posts.author_account_id} <> ${me}`))
    : db
        .select(
          shape({
            post_id: comments.post_id,
            comment_id: sql<string | null>`${comments.id}`,
            author_account_id: comments.author_account_id,
          }),
        )
        .from(comments)
        .innerJoin(posts, eq(posts.id, comments.post_id))
        .where(
          and(
            eq(comments.id, comment_id),
            visiblePost(me),
            visibleComment(me),
            sql`${comments.author_account_id} <> ${me}`,
          ),
        )
export type Flaggable = Subject & { author_account_id: string }

interface NewFlag {
  id: string
  by: string
  reason: FlagReason
  text: string | null
  now: Date
}

/** Accounts that are new or have no proven address weigh half. */
const weightOf = (account: string, now: Date): SQL =>
  sql`(select iif(email_verified_at is not null and created_at <= ${now.getTime() - FLAG_WEIGHT.trusted_after_days * DAY},
    ${FLAG_WEIGHT.trusted * HALVES}, ${FLAG_WEIGHT.untrusted * HALVES}) from accounts where id = ${account})`

/** Once for each person and thing, in the case that is open about it, or that opens with it. */
export function flag(db: Database, thing: Flaggable, { id, by, reason, text, now }: NewFlag): Statement[] {
  const subject = subjectId(thing)
  const unflagged = sql`not exists (select 1 from community_flags where subject_id = ${subject}
    and reporter_account_id = ${by})`
  const at = now.getTime()
  return [
    db.run(sql`insert into community_cases (id, subject_id, post_id, comment_id, author_account_id, state, cause, opened_at)
      select ${newId(now)}, ${subject}, ${thing.post_id}, ${thing.comment_id}, ${thing.author_account_id}, 'open', 'flags',
        ${at} where ${unflagged} on conflict do nothing`),
    db.run(sql`insert into community_flags (id, case_id, subject_id, post_id, comment_id, reporter_account_id, reason, text,
        weight, flagged_at)
      select ${id}, id, subject_id, post_id, comment_id, ${by}, ${reason}, ${text}, ${weightOf(by, now)}, ${at}
      from community_cases where subject_id = ${subject} and state = 'open'
      on conflict (subject_id, reporter_account_id) do nothing`),
  ]
}

/** What weighs enough is hidden until a moderator decides, and its author is told why. */
export function hideByWeight(db: Database, thing: Flaggable, now: Date, flagged_for: FlagReason[]): Statement[] {
  const [subject, act] = [subjectId(thing), newId(now)]
  const table = tableOf(thing)
  const acted = sql`exists (select 1 from community_acts where id = ${act})`
  const { post_id, comment_id } = thing
  return [
    db.run(sql`insert into community_acts (id, case_id, subject_id, post_id, comment_id, act, reason, acted_at, was_hidden,
        is_hidden)
      select ${act}, id, subject_id, post_id, comment_id, 'auto_hide', '', ${now.getTime()}, 0, 1 from community_cases
      where subject_id = ${subject} and state = 'open' and weight >= ${FLAG_WEIGHT.hides * HALVES}
        and exists (select 1 from ${table} where id = ${subject} and hidden_at is null and removed_at is null)`),
    db.run(sql`update ${table} set hidden_at = ${now.getTime()} where id = ${subject} and ${acted}`),
    ...notify(
      db,
      {
        person: thing.author_account_id,
        kind: 'community_hidden',
        cause: `act:${act}`,
        data: { post_id, comment_id, staff_reason: null, flagged_for },
      },
      now,
      acted,
    ),
  ]
}

/** What it was flagged for so far, in the case that is open. */
export const reasonsOf = (db: Database, { post_id, comment_id }: { post_id?: string; comment_id?: string }) =>
  db.all<{ reason: FlagReason }>(sql`select distinct f.reason as reason from community_cases c
    join community_flags f on f.case_id = c.id
    where c.subject_id = ${comment_id ?? post_id ?? ''} and c.state = 'open' order by f.reason`)

export const flagBy = (db: Database, subject_id: string, by: string) =>
  db
    .select({
      id: community_flags.id,
      post_id: community_flags.post_id,
      comment_id: community_flags.comment_id,
      reason: community_flags.reason,
      flagged_at: community_flags.flagged_at,
    })
    .from(community_flags)
    .where(and(eq(community_flags.subject_id, subject_id), eq(community_flags.reporter_account_id, by)))
