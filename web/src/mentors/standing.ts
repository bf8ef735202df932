import { queryOptions } from '@tanstack/solid-query'
import type { Accessor } from 'solid-js'
import { answer, api, type Answer } from '../lib/api'
import { useQuery } from '../lib/query'
import { useMe } from '../lib/session'
import type { Mentor, Offer } from './mentors.calls'

export type Standing = Answer<'/api/mentors/{mentor_id}/standing/'>
const at = (mentorId: string) => ({ params: { path: { mentor_id: mentorId } } })

export const standingQuery = (mentorId: string) =>
  queryOptions({
    queryKey: ['standing', mentorId],
    queryFn: () => answer(api.GET('/api/mentors/{mentor_id}/standing/', at(mentorId))),
  })

/** Tell me once when a time opens, or do not. */
export const waitFor = (mentorId: string, isWanted: boolean): Promise<Standing> =>
  answer(
    isWanted
      ? api.PUT('/api/mentors/{mentor_id}/waiting/', at(mentorId))
      : api.DELETE('/api/mentors/{mentor_id}/waiting/', at(mentorId)),
  )

/** Whether I may book this mentor, may ask, or neither. A visitor is new; so is a student until we know better. */
export function createStanding(mentor: Accessor<Mentor>) {
  const me = useMe()
  const standing = useQuery(() => ({
    ...standingQuery(mentor().mentor_id),
    enabled: me.data?.roles.includes('student') === true && me.data.mentor_id !== mentor().mentor_id,
  }))
  const isKnown = () => standing.data?.is_known === true
  return {
    standing: () => standing.data,
    isKnown,
    /** The mentor takes nobody new, and I am new. */
    isClosed: () => mentor().new_students === 'paused' && !isKnown(),
    /** Booking this offer is a question that the mentor answers. */
    isRequest: (offer: Offer | undefined) =>
      offer?.needs_confirmation === true || (mentor().new_students === 'by_request' && !isKnown()),
    /** An offer for adults, and I am not one. */
    isTooYoung: (offer: Offer | undefined) => offer?.adults_only === true && me.data?.is_minor === true,
  }
}
