import type { CalendarEntry } from '../calendars/calendar.rules'
import type { EntryRow } from './calendar.data'

/** Whoever goes or organizes is told the link; what stands in everybody's file is what everybody may read. */
const isInside = ({ is_mine, my_state }: EntryRow): boolean => is_mine || my_state === 'going'

function statusOf({ cancelled_at, my_state }: EntryRow): CalendarEntry['status'] {
  if (cancelled_at !== null || my_state === 'left') return 'CANCELLED'
  return my_state === 'waiting' ? 'TENTATIVE' : 'CONFIRMED'
}

/**
 * An event in the calendar of one person. Its own sequence rises with its changes, and that of the person's answer with
 * theirs, so that whatever is told later is believed (B11).
 */
export function calendarEntry(row: EntryRow, origin: string): CalendarEntry {
  const url = `${origin}/events/${row.id}`
  const link = isInside(row) ? row.online_link : null
  const about = [row.description, `By ${row.organizer_name} at AspireX`, ...(link ? [link] : []), url]
  return {
    uid: `${row.id}@${new URL(origin).hostname}`,
    sequence: row.sequence + (row.my_version ?? 0),
    status: statusOf(row),
    start_time: row.start_time,
    end_time: row.end_time,
    changed_at: row.updated_at,
    title: row.title,
    description: about.filter((line) => line !== '').join('\n'),
    url,
    location: link ?? row.location ?? url,
  }
}
