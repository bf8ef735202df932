import type { BookingState } from '../contract/bookings.constants'
import type { presences } from '../meetings/meetings.schema'
import { windowOf } from '../meetings/meetings.rules'
import type { RoomEntrance } from '../meetings/room-state'
import { fixedId, numbersFor } from './fixed'
import type { Session } from './sessions'

const MINUTE = 60_000
type Row = typeof presences.$inferInsert
type Side = 'mentor' | 'student'

const CAME: Partial<Record<BookingState, Side[]>> = {
  in_progress: ['mentor', 'student'],
  completed: ['mentor', 'student'],
  student_absent: ['mentor'],
  mentor_absent: ['student'],
}
/** Who waits for somebody gives up after so long. */
const PATIENCE = 17 * MINUTE

/** Who was in the room of a session, as its verdict says. */
export function presencesOf({ name, booking, mentor, student }: Session): Row[] {
  const came = CAME[booking.state] ?? []
  return came.map((side): Row => {
    const next = numbersFor(`presence:${name}:${side}`)
    const joined_at = new Date(booking.start_time.getTime() - Math.round(next() * 4 * MINUTE))
    const end = booking.end_time.getTime() - Math.round(next() * 2 * MINUTE)
    const waited = Math.min(end, booking.start_time.getTime() + PATIENCE)
    const left_at = booking.state === 'in_progress' ? null : new Date(came.length === 2 ? end : waited)
    return {
      id: fixedId(`presence:${name}:${side}`),
      room_id: booking.room_id,
      account_id: side === 'mentor' ? mentor.account_id : student.account_id,
      joined_at,
      left_at,
      by: 'room',
      is_mentor: side === 'mentor',
    }
  })
}

const NOTES = `Two offers, one without a contract.

- A stipend that is not written down is not a stipend.
- Ask: who reads my code, and how often?
- Ask: what did the last intern ship?

Next: send the two mails today, decide on Friday.`

/** What Asha and Mira wrote down together in their last session. */
export function notesOf(sessions: Session[]): { entrance: RoomEntrance; text: string; at: number }[] {
  const [last] = sessions
    .filter(
      ({ booking, mentor, student }) =>
        booking.state === 'completed' && mentor.key === 'mira' && student.key === 'asha',
    )
    .toSorted((one, other) => other.booking.start_time.getTime() - one.booking.start_time.getTime())
  if (!last) return []
  const { booking, mentor, student } = last
  const { opens_at, closes_at } = windowOf(booking)
  const entrance: RoomEntrance = {
    room_id: booking.room_id,
    account_id: student.account_id,
    session_id: '',
    admitted_at: booking.start_time.getTime(),
    opens_at: opens_at.getTime(),
    closes_at: closes_at.getTime(),
    is_group: false,
    masked: false,
    members: [
      { account_id: mentor.account_id, role: 'mentor', name: mentor.name },
      { account_id: student.account_id, role: 'student', name: student.name },
    ],
  }
  return [{ entrance, text: NOTES, at: booking.end_time.getTime() - MINUTE }]
}
