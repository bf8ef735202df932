import { RATING_DAYS, REOPEN_DAYS, SILENCE_DAYS, type TicketState } from '../contract/support.constants'

const DAY = 86_400_000

/** Where an act leads from each state in which it can be done. */
export type Move = Partial<Record<TicketState, TicketState>>

export const PERSON_WRITES: Move = { open: 'open', waiting: 'open', reopened: 'reopened', resolved: 'reopened' }
export const PERSON_RESOLVES: Move = { open: 'resolved', waiting: 'resolved', reopened: 'resolved' }
export const PERSON_REOPENS: Move = { resolved: 'reopened' }
export const STAFF_REPLIES: Move = { open: 'waiting', waiting: 'waiting', reopened: 'waiting' }
export const SILENCE: Move = { waiting: 'resolved' }
/** What staff choose as the state from now on. */
export const STAFF_CHOOSES: Record<TicketState, Move> = {
  open: { waiting: 'open' },
  waiting: { open: 'waiting', reopened: 'waiting' },
  resolved: { open: 'resolved', waiting: 'resolved', reopened: 'resolved' },
  reopened: { resolved: 'reopened' },
}
/** In which it is the turn of staff. */
export const FOR_STAFF: TicketState[] = ['open', 'reopened']

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY)

/** What was resolved before can no longer come back. */
export const reopenableSince = (now: Date): Date => daysBefore(now, REOPEN_DAYS)
/** What waits since before is resolved by silence. */
export const silentSince = (now: Date): Date => daysBefore(now, SILENCE_DAYS)
/** What was rated before stays so. */
export const changeableSince = (now: Date): Date => daysBefore(now, RATING_DAYS)

interface Standing {
  state: TicketState
  state_since: Date
  scored_at: Date | null
}

export const reopenUntil = ({ state, state_since }: Standing, now: Date): Date | null =>
  state === 'resolved' && state_since > reopenableSince(now)
    ? new Date(state_since.getTime() + REOPEN_DAYS * DAY)
    : null

/** Once for each time that it was resolved, and for some days it can be changed. */
export const mayRate = ({ state, state_since, scored_at }: Standing, now: Date): boolean =>
  state === 'resolved' && (scored_at === null || scored_at < state_since || scored_at > changeableSince(now))

/** A visitor writes without a subject: the beginning of the first line stands for it. */
export function subjectOf(query: string): string {
  const first = query.trim().split('\n', 1)[0] ?? ''
  const letters = [...new Intl.Segmenter().segment(first)].map(({ segment }) => segment)
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : first
}
