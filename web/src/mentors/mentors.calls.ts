import type { DayPart, MentorSort } from '../../../worker/contract/mentors.constants'
import { answer, api, type Answer } from '../lib/api'

export type ListedMentor = Answer<'/api/mentors/'>['items'][number]
export type Mentor = Answer<'/api/mentors/{mentor_id}/'>
export type Offer = Mentor['offers'][number]
export type Slot = Answer<'/api/mentors/{mentor_id}/slots/'>['items'][number]

/** What the directory is asked for; it lives in the URL. */
export type MentorSearch = {
  q?: string
  skill?: string[]
  language?: string[]
  price_min_minor?: number
  price_max_minor?: number
  currency?: string
  experience_min?: number
  rating_min?: number
  free_intro?: 'true'
  available?: 'true'
  available_part?: DayPart[]
  /** Whose clock the parts of a day are read by. */
  time_zone?: string
  sort?: MentorSort
}

/** One page of the directory. */
export const findMentors = (search: MentorSearch & { limit: number; cursor?: string }, signal?: AbortSignal) =>
  answer(api.GET('/api/mentors/', { params: { query: { ...search, q: search.q || undefined } }, signal }))
