import { REVERSAL_DAYS, type FlagReason, type ModerationAct } from '../contract/flags.constants'
import type { CaseRow } from './cases.data'
import type { Person } from './people.data'

const DAY = 86_400_000
/** Weights are kept in halves. */
export const HALVES = 2

interface ActFact {
  id: string
  act: ModerationAct
  reason: string
  acted_at: number
  was_hidden: number
  is_hidden: number
  reverses: string | null
  by: string | null
}
interface FlagFact {
  reason: FlagReason
  text: string | null
  weight: number
  flagged_at: number
  flagged_by: string
}
const at = (time: number | null): Date | null => (time === null ? null : new Date(time))

/** Nobody judges their own words, nor the appeal against themselves. */
export const isBarred = ({ author_account_id, appealed_account_id }: Barring, moderator: string): boolean =>
  author_account_id === moderator || appealed_account_id === moderator
type Barring = Pick<CaseRow, 'author_account_id' | 'appealed_account_id'>

export interface Reversing {
  act: ModerationAct
  acted_at: number
  was_hidden: number
  is_hidden: number
}
/** Within its days. What the weight of flags did is decided instead, and so is a case that a reversal opened again. */
export function isReversible({ act, acted_at, was_hidden, is_hidden }: Reversing, now: Date): boolean {
  if (act === 'auto_hide' || (act === 'reverse' && was_hidden === is_hidden)) return false
  return acted_at > now.getTime() - REVERSAL_DAYS * DAY
}

const actViews = (row: CaseRow, moderator: string, now: Date) =>
  (JSON.parse(row.acts) as ActFact[]).map((one, i) => ({
    id: one.id,
    act: one.act,
    reason: one.reason,
    by: one.by,
    acted_at: new Date(one.acted_at),
    is_hidden: Boolean(one.is_hidden),
    reverses: one.reverses,
    may_reverse: i === 0 && isReversible(one, now) && !isBarred(row, moderator),
  }))

const subjectOf = (row: CaseRow) => ({
  post_id: row.post_id,
  comment_id: row.comment_id,
  text: row.text,
  author: row.author === null ? null : (JSON.parse(row.author) as Person),
  created_at: new Date(row.created_at),
  edited_at: at(row.text_edited_at),
  is_removed: Boolean(row.is_removed),
  is_hidden: Boolean(row.is_hidden),
})

export const caseView = (row: CaseRow, moderator: string, now: Date) => ({
  id: row.id,
  state: row.state,
  cause: row.cause,
  opened_at: new Date(row.opened_at),
  edited_at: at(row.edited_at),
  weight: row.weight / HALVES,
  flags: (JSON.parse(row.flags) as FlagFact[]).map(({ weight, flagged_at, ...flag }) => ({
    ...flag,
    weight: weight / HALVES,
    flagged_at: new Date(flagged_at),
  })),
  appeal: row.appeal === null ? null : { text: row.appeal, may_decide: !isBarred(row, moderator) },
  decided_at: at(row.decided_at),
  decision: row.decision,
  decision_reason: row.decision_reason,
  subject: subjectOf(row),
  context: { post_text: row.post_text, topic: row.topic, parent_text: row.parent_text },
  acts: actViews(row, moderator, now),
})
