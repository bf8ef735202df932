import type { Place } from '../lib/time'
import type { ListedMentor } from '../mentors/mentors.calls'

/** A real mentor whom the page explains itself with: a paid session of two people, far away rather than next door. */
export function exampleOf(mentors: ListedMentor[], place: Place): ListedMentor | undefined {
  const fit = mentors.filter(
    ({ from_offer, soonest_free }) => soonest_free && from_offer?.kind === 'one_to_one' && from_offer.amount_minor > 0,
  )
  return fit.find(({ time_zone }) => time_zone !== place.zone) ?? fit[0]
}
