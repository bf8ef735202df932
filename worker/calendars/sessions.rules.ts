import { stateAt } from '../bookings/bookings.rules'
import type { OfferKind } from '../contract/availability.constants'
import type { BookingState } from '../contract/bookings.constants'
import type { CalendarEntry } from './calendar.rules'

/** One booking as its two people's calendars need it. */
export interface Session {
  id: string
  room_id: string
  /** The first booking that its room ever had: a group is one event to its mentor, whoever comes and goes. */
  first_id: string
  kind: OfferKind
  state: BookingState
  sequence: number
  answer_by: Date | null
  hold_expires_at: Date | null
  mentor_account_id: string
  offer_title: string
  start_time: Date
  end_time: Date
  updated_at: Date
  mentor_name: string
  student_name: string
}

export interface Reader {
  account_id: string
  origin: string
  now: Date
}

const STEPS = ['TENTATIVE', 'CONFIRMED', 'CANCELLED'] as const

/** How far a booking has come, as calendars tell it; undefined where it never stood in one, for a hold is nobody's plan. */
function stepOf(session: Session, now: Date): number | undefined {
  const state = stateAt(session, now)
  if (state === 'held') return undefined
  if (state === 'pending') return 0
  if (state === 'expired') return session.answer_by ? 2 : undefined
  return state === 'cancelled' ? 2 : 1
}

/**
 * What a person's calendar shows of these bookings. A booking's own sequence rises with its moves; here each step of its
 * life raises it once more, so that whatever is told later is believed.
 */
export function entriesOf(sessions: readonly Session[], reader: Reader): CalendarEntry[] {
  const steps = sessions.flatMap((session) => {
    const step = stepOf(session, reader.now)
    return step === undefined ? [] : [{ session, step }]
  })
  const events = Map.groupBy(steps, ({ session }) => eventId(session, reader))
  return [...events].map(([id, seats]) => eventOf(id, seats, reader))
}

const isGroupOf = ({ kind, mentor_account_id }: Session, { account_id }: Reader): boolean =>
  kind === 'group' && mentor_account_id === account_id

const eventId = (session: Session, reader: Reader): string =>
  isGroupOf(session, reader) ? session.first_id : session.id

type Seat = { session: Session; step: number }

/** A group takes place while one of its seats is taken. Every change of every seat raises the sum. */
function eventOf(id: string, seats: readonly Seat[], reader: Reader): CalendarEntry {
  const { origin, account_id } = reader
  const { session, step } = seats.find((seat) => seat.step === 1) ?? seats.find((seat) => seat.step === 0) ?? seats[0]!
  const teaches = session.mentor_account_id === account_id
  const other = teaches ? session.student_name : session.mentor_name
  const url = `${origin}/sessions/${session.id}`
  return {
    uid: `${id}@${new URL(origin).hostname}`,
    sequence: seats.reduce((sum, seat) => sum + seat.step + seat.session.sequence + 1, -1),
    status: STEPS[step]!,
    start_time: session.start_time,
    end_time: session.end_time,
    changed_at: new Date(Math.max(...seats.map((seat) => seat.session.updated_at.getTime()))),
    title: isGroupOf(session, reader) ? session.offer_title : `${session.offer_title} with ${other}`,
    description: `${teaches ? 'A session that you give at AspireX' : 'A session that you take at AspireX'}\n${url}`,
    url,
  }
}
