import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { answer, api } from '../lib/api'
import { findMentors, type MentorSearch } from './mentors.calls'

/** A few mentors for a word, while it is being typed. */
export const mentorHitsQuery = (q: string, limit: number) =>
  queryOptions({
    queryKey: ['mentors', 'hits', q, limit],
    queryFn: ({ signal }) => findMentors({ q, limit }, signal),
    placeholderData: keepPreviousData,
  })

export const mentorsQuery = (search: MentorSearch) =>
  infiniteQueryOptions({
    queryKey: ['mentors', 'list', search],
    queryFn: ({ pageParam, signal }) => findMentors({ ...search, limit: 20, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const mentorQuery = (mentorId: string) =>
  queryOptions({
    queryKey: ['mentor', mentorId],
    queryFn: () => answer(api.GET('/api/mentors/{mentor_id}/', { params: { path: { mentor_id: mentorId } } })),
  })

export const slotsQuery = (mentorId: string, offerId: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['slots', mentorId, offerId, from, to],
    queryFn: () =>
      answer(
        api.GET('/api/mentors/{mentor_id}/slots/', {
          params: { path: { mentor_id: mentorId }, query: { offer_id: offerId, from, to } },
        }),
      ),
    placeholderData: keepPreviousData,
  })
