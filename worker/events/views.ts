import type { Account } from '../lib/route'
import type { EventRow } from './events.data'
import { rsvpUntil } from './events.rules'

/** Who looks at an event: a visitor is nobody. */
export interface Looker {
  now: Date
  visitor: Pick<Account, 'id' | 'roles'> | undefined
}

const has = ({ visitor }: Looker, role: 'admin' | 'moderator'): boolean => visitor?.roles.includes(role) ?? false

/** Whoever may do everything with it. */
export const isTheirs = (row: Pick<EventRow, 'is_mine'>, looker: Looker): boolean => row.is_mine || has(looker, 'admin')

/** A draft, and what somebody made who is suspended, exist for its organizer and those who go alone. */
export const isVisible = (row: EventRow, looker: Looker): boolean =>
  isTheirs(row, looker) || (row.published_at !== null && (!row.is_suspended || row.my_state !== null))

const rsvpOf = (row: EventRow) =>
  row.my_state === null || row.my_line === null || row.my_joined_at === null
    ? null
    : {
        state: row.my_state,
        place_in_line: row.place_in_line,
        show_name: row.my_show_name ?? false,
        number: row.my_line,
        came: row.my_came,
        joined_at: row.my_joined_at,
      }

const organizerOf = (row: EventRow) => ({
  organizer: row.organizer_name,
  organizer_id: (row.created_by_role === 'mentor' && row.organizer_mentor_id) || row.organizer_student_id,
  organizer_picture_url: row.organizer_picture_url,
  created_by_role: row.created_by_role,
  is_official: row.created_by_role === 'admin',
})

export const cardOf = (row: EventRow, looker: Looker) => ({
  id: row.id,
  title: row.title,
  start_time: row.start_time,
  end_time: row.end_time,
  time_zone: row.time_zone,
  place: row.place,
  location: row.location,
  cover_image: row.cover_image,
  ...organizerOf(row),
  is_published: row.published_at !== null,
  is_upcoming: row.end_time > looker.now,
  is_cancelled: row.cancelled_at !== null,
  capacity: row.capacity,
  going: row.going,
  waiting: row.waiting,
  seats_left: row.capacity === null ? null : Math.max(0, row.capacity - row.going),
  guests: row.guests,
  rsvp_until: rsvpUntil(row),
  rsvp: rsvpOf(row),
  may_edit: isTheirs(row, looker) && row.cancelled_at === null,
  created_at: row.created_at,
  updated_at: row.updated_at,
})

function coverOf({ cover_image, cover_source, cover_fault }: EventRow, isEditor: boolean) {
  if (cover_image !== null) return { cover_state: 'shown' as const, cover_fault: null }
  if (!isEditor || cover_source === null) return { cover_state: 'none' as const, cover_fault: null }
  return { cover_state: cover_fault === null ? ('copying' as const) : ('refused' as const), cover_fault }
}

/** The link is for those who are going; names of others as well. */
export function eventOf(row: EventRow, looker: Looker) {
  const isEditor = isTheirs(row, looker)
  const isInside = isEditor || row.my_state === 'going'
  const isOpen = row.published_at !== null && row.cancelled_at === null && row.end_time > looker.now
  return {
    ...cardOf(row, looker),
    description: row.description,
    has_online_link: row.online_link !== null,
    online_link: isInside ? row.online_link : null,
    cancelled_at: row.cancelled_at,
    cancel_reason: row.cancel_reason,
    ...coverOf(row, isEditor),
    may_cancel: isOpen && (isEditor || has(looker, 'moderator')),
    sees_guests: isInside && row.guests === 'names',
  }
}
