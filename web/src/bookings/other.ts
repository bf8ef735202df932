import type { Me } from '../lib/me'
import type { Place } from '../lib/time'
import type { Booking, BookingDetail } from './bookings.queries'

type Parties = Pick<Booking, 'mentor_id' | 'student_id' | 'mentor' | 'student'>

/** The person on the other side of a booking, with the display id that one writes to. */
export function otherOf(booking: Parties, me: Me) {
  return booking.mentor_id === me.mentor_id
    ? { ...booking.student, display_id: booking.student_id, role: 'student' as const }
    : { ...booking.mentor, display_id: booking.mentor_id, role: 'mentor' as const }
}

export type Other = ReturnType<typeof otherOf>
export const mySide = (other: Other) => (other.role === 'mentor' ? 'student' : 'mentor')

/** What every part of a session's page is about. */
export type SessionParts = {
  booking: BookingDetail
  other: Other
  mine: Place
  theirs: Place | undefined
  now: number
}
