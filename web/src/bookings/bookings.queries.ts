import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Booking = Answer<'/api/bookings/{id}/'>
export type Wish = Body<'/api/student/book-session/', 'post'>

export const bookingsQuery = (when: 'upcoming' | 'past') =>
  infiniteQueryOptions({
    queryKey: ['bookings', when],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/bookings/', { params: { query: { when, limit: 20, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export const bookingQuery = (id: string) =>
  queryOptions({
    queryKey: ['booking', id],
    queryFn: () => answer(api.GET('/api/bookings/{id}/', { params: { path: { id } } })),
  })

/** The same key again answers what the first call did: a lost answer never holds twice. */
export const holdSlot = (body: Wish, key: string) =>
  answer(api.POST('/api/student/book-session/', { body, params: { header: { 'Idempotency-Key': key } } }))

export const cancelBooking = (id: string, key: string, reason?: string) =>
  answer(
    api.POST('/api/bookings/{id}/cancel/', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: reason ? { reason } : {},
    }),
  )
