import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Booking = Answer<'/api/bookings/'>['items'][number]
export type BookingDetail = Answer<'/api/bookings/{id}/'>
export type Move = NonNullable<BookingDetail['move']>
export type Wish = Body<'/api/student/book-session/', 'post'>
type When = 'upcoming' | 'past' | 'to_answer'

export const bookingsQuery = (when: When) =>
  infiniteQueryOptions({
    queryKey: ['bookings', when],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/bookings/', { params: { query: { when, limit: 20, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

const bookingWith = (id: string) => answer(api.GET('/api/bookings/{id}/', { params: { path: { id } } }))

export const bookingQuery = (id: string) =>
  queryOptions({ queryKey: ['booking', id], queryFn: (): Promise<Booking> => bookingWith(id) })

/** All that the page of a session shows; apart from `bookingQuery`, whose answer also comes from acts that say less. */
export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['booking', id, 'page'], queryFn: () => bookingWith(id) })

/** The free times that a session could have instead of its own. */
export const timesToMoveQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['slots', 'move', id, from, to],
    queryFn: () => answer(api.GET('/api/bookings/{id}/times/', { params: { path: { id }, query: { from, to } } })),
    placeholderData: keepPreviousData,
  })

/** The same key again answers what the first call did: a lost answer never holds twice. */
export const holdSlot = (body: Wish, key: string) =>
  answer(api.POST('/api/student/book-session/', { body, params: { header: { 'Idempotency-Key': key } } }))

/** One to three times of the student's own. */
export const proposeTimes = (
  mentor_id: string,
  body: Body<'/api/mentors/{mentor_id}/proposals/', 'post'>,
  key: string,
) =>
  answer(
    api.POST('/api/mentors/{mentor_id}/proposals/', {
      params: { path: { mentor_id }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )

const once = (id: string, key: string) => ({ path: { id }, header: { 'Idempotency-Key': key } })
const saying = (reason?: string) => (reason ? { reason } : {})

export const cancelBooking = (id: string, key: string, reason?: string) =>
  answer(api.POST('/api/bookings/{id}/cancel/', { params: once(id, key), body: saying(reason) }))

export const cancelGroup = (id: string, key: string, reason?: string) =>
  answer(api.POST('/api/bookings/{id}/cancel-group/', { params: once(id, key), body: saying(reason) }))

export const acceptRequest = (id: string, key: string) =>
  answer(api.POST('/api/bookings/{id}/confirm/', { params: once(id, key) }))

export const declineRequest = (id: string, key: string, reason?: string) =>
  answer(api.POST('/api/bookings/{id}/decline/', { params: once(id, key), body: saying(reason) }))

export const moveSession = (id: string, key: string, start_time: string, reason?: string) =>
  answer(api.POST('/api/bookings/{id}/reschedule/', { params: once(id, key), body: { start_time, ...saying(reason) } }))

export const answerMove = (
  id: string,
  move_id: string,
  key: string,
  said: Body<'/api/bookings/{id}/moves/{move_id}/', 'post'>['answer'],
) =>
  answer(
    api.POST('/api/bookings/{id}/moves/{move_id}/', {
      params: { path: { id, move_id }, header: { 'Idempotency-Key': key } },
      body: { answer: said },
    }),
  )

export const keepNote = (id: string, text: string) =>
  answer(api.PUT('/api/bookings/{id}/note/', { params: { path: { id } }, body: { text } }))
