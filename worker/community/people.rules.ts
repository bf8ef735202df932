import type { Account } from '../lib/route'
import type { Person } from './people.data'

/** Under which id and as what somebody speaks here. */
export function speakerOf({ name, picture_url, mentor_approved, mentor_id, student_id }: Speaker): Person {
  const isMentor = mentor_approved && mentor_id !== null
  return { display_id: isMentor ? mentor_id : student_id, name, picture_url, role: isMentor ? 'mentor' : 'student' }
}
type Speaker = Pick<Account, 'name' | 'picture_url' | 'mentor_approved' | 'mentor_id' | 'student_id'>
