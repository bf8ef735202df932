import { sql, type SQL } from 'drizzle-orm'
import type { FlagReason } from '../contract/flags.constants'
import type { Database, Statement } from '../lib/database'
import { mayChangeHidden } from './hiding.data'

export interface HidingRow {
  post_id: string
  comment_id: string | null
  text: string
  hidden_at: number
  reasons: string
  staff_reason: string | null
  hidden_by: string | null
  is_open: number
  may_edit: number
  appealed_at: number | null
}

const LAST = 'order by acted_at desc, id desc limit 1'

/** A hidden thing of mine with all that its author may know and do. */
export const hidingOf = (db: Database, kind: 'post' | 'comment', id: string, me: SQL | string) => {
  const table = sql.raw(kind === 'post' ? 'posts' : 'comments')
  const place = kind === 'post' ? sql`t.id as post_id, null as comment_id` : sql`t.post_id, t.id as comment_id`
  const hidingAct = (column: string) =>
    sql`(select ${sql.raw(column)} from community_acts where subject_id = t.id and is_hidden ${sql.raw(LAST)})`
  return db.all<HidingRow>(sql`select ${place}, t.text, t.hidden_at,
      (select json_group_array(distinct reason) from community_flags where subject_id = t.id) as reasons,
      nullif(${hidingAct('reason')}, '') as staff_reason, ${hidingAct('by_account_id')} as hidden_by,
      exists (select 1 from community_cases where subject_id = t.id and state = 'open') as is_open,
      ${mayChangeHidden(sql`t.id`)} as may_edit,
      (select opened_at from community_cases where subject_id = t.id and cause = 'appeal') as appealed_at
    from ${table} t where t.id = ${id} and t.author_account_id = ${me} and t.hidden_at is not null
      and t.removed_at is null`)
}

/** Against a moderator's act alone, once, and not while the thing is being looked at anyway. */
export const mayAppeal = (row: HidingRow): boolean => row.hidden_by !== null && !row.is_open && row.appealed_at === null

export const hidingView = (row: HidingRow) => ({
  post_id: row.post_id,
  comment_id: row.comment_id,
  text: row.text,
  hidden_at: new Date(row.hidden_at),
  is_decided: row.hidden_by !== null,
  reasons: JSON.parse(row.reasons) as FlagReason[],
  staff_reason: row.staff_reason,
  may_edit: Boolean(row.may_edit),
  may_appeal: mayAppeal(row),
  appealed_at: row.appealed_at === null ? null : new Date(row.appealed_at),
})

interface NewAppeal {
  id: string
  text: string
  by: string
  now: Date
}

/** A unique index lets one appeal through for each thing, another one an open case for each. */
export const appeal = (db: Database, row: HidingRow, { id, text, by, now }: NewAppeal): Statement =>
  db.run(sql`insert into community_cases (id, subject_id, post_id, comment_id, author_account_id, state, cause, opened_at,
      edited_at, appeal, appealed_account_id)
    values (${id}, ${row.comment_id ?? row.post_id}, ${row.post_id}, ${row.comment_id}, ${by}, 'open', 'appeal',
      ${now.getTime()}, ${row.may_edit ? null : now.getTime()}, ${text}, ${row.hidden_by})
    on conflict do nothing`)
