import { sql, type SQL } from 'drizzle-orm'
import type { Decision, ModerationAct } from '../contract/flags.constants'
import type { Database, Statement } from '../lib/database'
import { notify } from '../notifications/notifications.data'
import { subjectId, tableOf, type Subject } from './hiding.data'

interface Moderated extends Subject {
  id: string
  author_account_id: string
}
interface Act {
  id: string
  reason: string
  by: string
  now: Date
}

const acted = ({ id }: Act): SQL => sql`exists (select 1 from community_acts where id = ${id})`

/** The act is written where `when` still holds; everything that follows from it asks for its row. */
const logAct = (
  db: Database,
  one: Moderated,
  act: Act,
  what: ModerationAct,
  is_hidden: boolean,
  when: SQL,
  reverses?: string,
): Statement =>
  db.run(sql`insert into community_acts (id, case_id, subject_id, post_id, comment_id, act, reason, by_account_id, acted_at,
      was_hidden, is_hidden, reverses)
    select ${act.id}, ${one.id}, ${subjectId(one)}, ${one.post_id}, ${one.comment_id}, ${what}, ${act.reason}, ${act.by},
      ${act.now.getTime()}, hidden_at is not null, ${Number(is_hidden)}, ${reverses ?? null}
    from ${tableOf(one)} where id = ${subjectId(one)} and ${when} on conflict do nothing`)

const setHidden = (db: Database, one: Moderated, act: Act, is_hidden: boolean): Statement =>
  db.run(sql`update ${tableOf(one)} set hidden_at = ${is_hidden ? sql`coalesce(hidden_at, ${act.now.getTime()})` : sql`null`}
    where id = ${subjectId(one)} and ${acted(act)}`)

/** The author reads the moderator's reason. */
const tellAuthor = (db: Database, one: Moderated, act: Act, is_hidden: boolean): Statement[] => {
  const { post_id, comment_id, author_account_id: person } = one
  const data = { post_id, comment_id, staff_reason: act.reason }
  const cause = `act:${act.id}`
  return is_hidden
    ? notify(db, { person, kind: 'community_hidden', cause, data: { ...data, flagged_for: [] } }, act.now, acted(act))
    : notify(db, { person, kind: 'community_restored', cause, data }, act.now, acted(act))
}

/** One decision for each open case: of two moderators at the same moment one finds it decided. */
export function decide(db: Database, one: Moderated, act: Act, decision: Decision): Statement[] {
  const is_hidden = decision === 'hide'
  const open = sql`exists (select 1 from community_cases where id = ${one.id} and state = 'open')`
  return [
    logAct(db, one, act, decision, is_hidden, open),
    db.run(sql`update community_cases set state = 'decided', decision = ${decision}, decision_reason = ${act.reason},
        decided_by = ${act.by}, decided_at = ${act.now.getTime()} where id = ${one.id} and ${acted(act)}`),
    ...(decision === 'keep' ? [] : [setHidden(db, one, act, is_hidden), ...tellAuthor(db, one, act, is_hidden)]),
  ]
}

/** An act with the case that it was about, and whether anything happened to the thing since. */
export interface ActRow extends Moderated {
  act_id: string
  act: ModerationAct
  acted_at: number
  was_hidden: number
  is_hidden: number
  appealed_account_id: string | null
  is_last: number
}
export const actOf = (db: Database, id: string) =>
  db.all<ActRow>(sql`select a.id as act_id, a.act, a.acted_at, a.was_hidden, a.is_hidden, c.id, c.post_id, c.comment_id,
      c.author_account_id, c.appealed_account_id,
      not exists (select 1 from community_acts later where later.subject_id = a.subject_id
        and (later.acted_at, later.id) > (a.acted_at, a.id)) as is_last
    from community_acts a join community_cases c on c.id = a.case_id where a.id = ${id}`)

/** What was kept is open again; what was hidden or shown is as it was before. A unique index lets one reversal through. */
export function reverse(db: Database, row: ActRow, act: Act): Statement[] {
  const [was, is] = [Boolean(row.was_hidden), Boolean(row.is_hidden)]
  const log = logAct(db, row, act, 'reverse', was, sql`true`, row.act_id)
  if (was === is) {
    return [
      log,
      db.run(sql`update or ignore community_cases set state = 'open', decision = null, decision_reason = null,
          decided_by = null, decided_at = null where id = ${row.id} and ${acted(act)}`),
    ]
  }
  return [log, setHidden(db, row, act, was), ...tellAuthor(db, row, act, was)]
}

export const actStands = (db: Database, id: string) =>
  db.all<{ id: string }>(sql`select id from community_acts where id = ${id}`)
