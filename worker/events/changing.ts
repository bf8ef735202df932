import type { Database, Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { post } from '../lib/outbox'
import type { EventRow } from './events.data'
import { changedIn, NOTABLE } from './events.rules'
import { promote } from './rsvps.data'
import { tooFew, type Changing } from './writing'
import { changeEvent, copyCover, isAsWritten, keepsPeople, noteStaffAct, type Change } from './writing.data'

interface Act {
  by: string
  now: Date
}

/** Later than the change before, so that each is told from the others. */
export const stampOf = (row: EventRow, now: Date): Date =>
  new Date(Math.max(now.getTime(), row.updated_at.getTime() + 1))

/** The columns that a change sets, with what calendars and reminders count by. */
function columnsOf(row: EventRow, { after, publishes, takesBack }: Changing, now: Date): Change {
  const isMoved = after.start_time.getTime() !== row.start_time.getTime()
  const isSeen = changedIn([...NOTABLE, 'description'] as const, { ...row, ...after }, row).length > 0
  return {
    ...after,
    ...(publishes && { published_at: now }),
    ...(takesBack && { published_at: null }),
    ...((isMoved || publishes) && { time_version: row.time_version + 1, timed_at: now }),
    ...(isSeen && { sequence: row.sequence + 1 }),
    updated_at: stampOf(row, now),
  }
}

/** One batch: the change, who moves up by it, and the word to those whom it concerns. */
export function statementsFor(db: Database, row: EventRow, changing: Changing, { by, now }: Act): Statement[] {
  const { after, takesBack } = changing
  const { id } = row
  const capacity = after.capacity === undefined ? row.capacity : after.capacity
  const done = isAsWritten(id, stampOf(row, now))
  const isPublic = row.published_at !== null && !takesBack
  const isTold = isPublic && row.end_time > now && changedIn(NOTABLE, after, row).length > 0
  const isMoved = after.start_time.getTime() !== row.start_time.getTime()
  const what = {
    kind: 'event_changed',
    sequence: row.sequence + 1,
    ...(isMoved && { other_time: row.start_time.toISOString() }),
  }
  const staff = {
    event_id: id,
    organizer_account_id: row.organizer_account_id,
    staff_account_id: by,
    reason: null,
    now,
  }
  return [
    changeEvent(db, row, columnsOf(row, changing, now), keepsPeople(capacity, takesBack)),
    ...(isTold ? [post(db, { topic: 'event_told', payload: { event_id: id, what } }, now, done)] : []),
    ...(isPublic ? promote(db, { event_id: id, act: newId(now), now }) : []),
    ...copyCover(db, { id, organizer_account_id: row.organizer_account_id, cover_source: after.cover_source }, now),
    ...(row.is_mine ? [] : [noteStaffAct(db, { ...staff, act: 'changed' }, done)]),
  ]
}

/** The event after its change, or why it is as it was. */
export function judged(after: EventRow | undefined, stamp: Date, { after: wished, takesBack }: Changing): EventRow {
  const found = after ?? fail('not_found')
  if (found.updated_at.getTime() === stamp.getTime() && !found.cancelled_at) return found
  if (wished.capacity && found.going > wished.capacity) fail('invalid_input', { errors: tooFew(found.going) })
  if (takesBack && found.going + found.waiting > 0)
    fail('state_conflict', { detail: 'People want to come. Cancel it instead, and they are told.' })
  return fail('state_conflict', { detail: 'It was changed at the same moment. Look at it again.' })
}
