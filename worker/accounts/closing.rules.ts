import { refundOnCancel, type Cancellable } from '../bookings/bookings.rules'

const DAY = 86_400_000
/** How long closing can be taken back before everything is erased (A8). */
const GRACE_DAYS = 30

export const graceEnd = (closing_at: Date): Date => new Date(closing_at.getTime() + GRACE_DAYS * DAY)
/** Who asked then or earlier is erased now. */
export const graceBegan = (now: Date): Date => new Date(now.getTime() - GRACE_DAYS * DAY)

interface SessionRow extends Cancellable {
  id: string
  mentor_account_id: string
  mentor_name: string
  student_name: string
  offer_title: string
  time_zone: string
  currency: string
}

/** What closing at `now` does to a session ahead: the refund is the one that cancelling then executes (B10). */
export function sessionAhead(row: SessionRow, me: string, now: Date) {
  const side = row.mentor_account_id === me ? ('mentor' as const) : ('student' as const)
  return {
    booking_id: row.id,
    state: row.state,
    side,
    other_name: side === 'mentor' ? row.student_name : row.mentor_name,
    offer_title: row.offer_title,
    start_time: row.start_time,
    time_zone: row.time_zone,
    amount_minor: row.amount_minor,
    currency: row.currency,
    refund_minor: refundOnCancel(row, side, now),
  }
}

type SessionAhead = ReturnType<typeof sessionAhead>

/** One amount for each currency; what is free is left out. */
export function refundsOf(sessions: SessionAhead[], side: 'student' | 'mentor') {
  const sums = new Map<string, number>()
  for (const { side: mine, currency, refund_minor } of sessions)
    if (mine === side && refund_minor > 0) sums.set(currency, (sums.get(currency) ?? 0) + refund_minor)
  return [...sums].map(([currency, amount_minor]) => ({ amount_minor, currency }))
}
