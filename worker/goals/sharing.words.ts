import type { Session } from './goals.data'

/** What a notice about a session says of it. */
export const wordsOf = (
  { booking_id, offer_title, mentor_name, student_name }: Session,
  reader: 'student' | 'mentor',
) => ({ reader, booking_id, offer_title, mentor_name, student_name })
