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
  price_max_minor?: number
  currency?: string
  sort?: 'sessions' | 'price' | 'newest'
}

/** One page of the directory. */
export const findMentors = (search: MentorSearch & { limit: number; cursor?: string }, signal?: AbortSignal) =>
  answer(api.GET('/api/mentors/', { params: { query: { ...search, q: search.q || undefined } }, signal }))
