import type { Me } from '../lib/me'
import type { Booking } from './bookings.queries'

/** The person on the other side of a booking, with the display id that one writes to. */
export function otherOf(booking: Booking, me: Me) {
  return booking.mentor_id === me.mentor_id
    ? { ...booking.student, display_id: booking.student_id, role: 'student' as const }
    : { ...booking.mentor, display_id: booking.mentor_id, role: 'mentor' as const }
}
