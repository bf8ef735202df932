import { standingView } from '../reviews/ratings.rules'
import type { ListedRow } from './directory.data'
import { soonestOf } from './openings.rules'

/** A mentor as a list shows them. */
export function listedView(row: ListedRow, now: Date) {
  const soonest = soonestOf(row, now.getTime())
  const { mentor_id, name, headline, picture_url, time_zone, skills, languages, total_sessions, offers } = row
  return {
    mentor_id,
    name,
    headline,
    picture_url,
    time_zone,
    skills,
    languages,
    total_sessions,
    ...standingView(row),
    from_offer: offers[0] ?? null,
    soonest_free: soonest ? new Date(soonest.start) : null,
    new_students: row.new_students,
  }
}
