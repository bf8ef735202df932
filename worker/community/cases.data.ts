import { sql, type SQL } from 'drizzle-orm'
import type { CaseCause, CaseState, Decision } from '../contract/flags.constants'
import type { Topic } from '../contract/community.constants'
import { positionOf, type Database } from '../lib/database'
import { displayIdOf, personOf } from './people.data'

/** As the database answers it; lists come as JSON. */
export interface CaseRow {
  id: string
  state: CaseState
  cause: CaseCause
  opened_at: number
  edited_at: number | null
  weight: number
  appeal: string | null
  appealed_account_id: string | null
  decided_at: number | null
  decision: Decision | null
  decision_reason: string | null
  post_id: string
  comment_id: string | null
  author_account_id: string
  author: string | null
  text: string
  created_at: number
  text_edited_at: number | null
  is_removed: number
  is_hidden: number
  post_text: string
  topic: Topic
  parent_text: string | null
  flags: string
  acts: string
}

/** Shown with each case. */
const FLAGS_SHOWN = 50
const ACTS_SHOWN = 50

const flagsOf = sql`(select json_group_array(json_object('reason', t.reason, 'text', t.text, 'weight', t.weight,
    'flagged_at', t.flagged_at, 'flagged_by', ${displayIdOf(sql`t.reporter_account_id`)}))
  from (select * from community_flags where case_id = c.id order by flagged_at, id limit ${FLAGS_SHOWN}) t)`
const actsOf = sql`(select json_group_array(json_object('id', x.id, 'act', x.act, 'reason', x.reason, 'acted_at', x.acted_at,
    'was_hidden', x.was_hidden, 'is_hidden', x.is_hidden, 'reverses', x.reverses,
    'by', (select name from accounts where id = x.by_account_id)))
  from (select * from community_acts where subject_id = c.subject_id order by acted_at desc, id desc limit ${ACTS_SHOWN}) x)`
/** The last words, also of what its author removed. */
const lastWordsOfPost = sql`iif(p.removed_at is null, p.text, coalesce((select v.text from post_versions v
  where v.post_id = p.id order by v.replaced_at desc, v.id desc limit 1), p.text))`
const lastWords = sql`iif(k.removed_at is null, k.text, coalesce((select v.text from comment_versions v
  where v.comment_id = k.id order by v.replaced_at desc, v.id desc limit 1), k.text))`

const cases = (db: Database, which: SQL, order: SQL, limit: number) =>
  db.all<CaseRow>(sql`select c.id, c.state, c.cause, c.opened_at, c.edited_at, c.weight, c.appeal, c.appealed_account_id,
      c.decided_at, c.decision, c.decision_reason, c.post_id, c.comment_id, c.author_account_id,
      ${personOf(sql`c.author_account_id`)} as author, iif(k.id is null, ${lastWordsOfPost}, ${lastWords}) as text,
      coalesce(k.created_at, p.created_at) as created_at, iif(k.id is null, p.edited_at, k.edited_at) as text_edited_at,
      iif(k.id is null, p.removed_at, k.removed_at) is not null as is_removed,
      iif(k.id is null, p.hidden_at, k.hidden_at) is not null as is_hidden, ${lastWordsOfPost} as post_text, p.topic,
      (select text from comments where id = k.parent_id) as parent_text, ${flagsOf} as flags, ${actsOf} as acts
    from community_cases c join posts p on p.id = c.post_id left join comments k on k.id = c.comment_id
    where ${which} order by ${order} limit ${limit}`)

interface Page {
  state: CaseState
  cursor?: string | undefined
  limit: number
}

/** What waits longest comes first; of what is decided the latest. One more than asked. */
export function casesIn(db: Database, { state, cursor, limit }: Page) {
  const [time, id] = positionOf(cursor) ?? []
  const [column, step] = state === 'open' ? [sql`c.opened_at`, sql`>`] : [sql`c.decided_at`, sql`<`]
  const beyond =
    typeof time === 'number' && typeof id === 'string' ? sql`(${column}, c.id) ${step} (${time}, ${id})` : sql`true`
  const order = state === 'open' ? sql`c.opened_at, c.id` : sql`c.decided_at desc, c.id desc`
  return cases(db, sql`c.state = ${state} and ${beyond}`, order, limit + 1)
}

export const caseOf = (db: Database, id: SQL | string) => cases(db, sql`c.id = ${id}`, sql`c.id`, 1)
