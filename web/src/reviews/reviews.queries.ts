import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Review = Answer<'/api/mentors/{mentor_id}/reviews/'>['items'][number]
export type Summary = Answer<'/api/mentors/{mentor_id}/reviews/'>['summary']
export type ReceivedReview = Answer<'/api/mentor/reviews/'>['items'][number]
export type SessionReviews = Answer<'/api/bookings/{id}/reviews/'>
export type Written = NonNullable<SessionReviews['mine']>
export type Standing = Answer<'/api/mentor/badges/'>['items'][number]

const A_FEW = 5

export const reviewsQuery = (mentorId: string) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'of', mentorId],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/mentors/{mentor_id}/reviews/', {
          params: { path: { mentor_id: mentorId }, query: { limit: A_FEW, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export const receivedQuery = () =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'received'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/mentor/reviews/', { params: { query: { limit: 20, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export const sessionReviewsQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['reviews', 'session', bookingId],
    queryFn: () => answer(api.GET('/api/bookings/{id}/reviews/', { params: { path: { id: bookingId } } })),
  })

export const badgesQuery = () =>
  queryOptions({ queryKey: ['badges'], queryFn: () => answer(api.GET('/api/mentor/badges/')) })

export const writeReview = (bookingId: string, body: { stars?: number; text: string }) =>
  answer(api.POST('/api/bookings/{id}/reviews/', { params: { path: { id: bookingId } }, body }))

export const writeReply = (reviewId: string, text: string) =>
  answer(api.POST('/api/reviews/{id}/reply/', { params: { path: { id: reviewId } }, body: { text } }))

export const reportReview = (reviewId: string, reason: string) =>
  answer(api.POST('/api/reviews/{id}/reports/', { params: { path: { id: reviewId } }, body: { reason } }))
