import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/solid-query'
import type { Place } from '../../../worker/contract/events.constants'
import { answer, api, type Answer, type Body } from '../lib/api'

export type EventCard = Answer<'/api/events/'>['items'][number]
export type Event = Answer<'/api/events/{id}/'>
export type Guest = Answer<'/api/events/{id}/guests/'>['items'][number]
export type GuestPage = Answer<'/api/events/{id}/guests/'>
export type Plan = Body<'/api/events/', 'post'>
export type Repetition = Body<'/api/events/{id}/repeat/', 'post'>

/** Which events one asks for. */
export type EventWish = {
  when?: 'upcoming' | 'past' | undefined
  search?: string | undefined
  place?: Place | undefined
  mine?: 'going' | 'waiting' | 'organizing' | undefined
  organizer?: string | undefined
}

const of = (id: string) => ({ params: { path: { id } } })
const EVENTS = ['events']

export const eventsQuery = (wish: EventWish) =>
  infiniteQueryOptions({
    queryKey: [...EVENTS, 'list', wish],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/events/', { params: { query: { ...wish, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

const MOST = 100
/** All that takes place between two instants. */
export const spanQuery = (wish: Omit<EventWish, 'when'>, span: { from: string; to: string }) =>
  queryOptions({
    queryKey: [...EVENTS, 'span', wish, span],
    queryFn: async ({ signal }) => {
      const items: EventCard[] = []
      let cursor: string | undefined
      do {
        const query = { ...wish, ...span, cursor, limit: MOST }
        const page = await answer(api.GET('/api/events/', { params: { query }, signal }))
        items.push(...page.items)
        cursor = page.next_cursor ?? undefined
      } while (cursor)
      return items
    },
  })

/** What one organizer has ahead, a few of them. */
export const ofOrganizerQuery = (organizer: string, limit: number) =>
  queryOptions({
    queryKey: [...EVENTS, 'organizer', organizer, limit],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/events/', { params: { query: { when: 'upcoming', organizer, limit } }, signal })),
  })

/** The next few, of anybody. */
export const aheadQuery = (limit: number) =>
  queryOptions({
    queryKey: [...EVENTS, 'ahead', limit],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/events/', { params: { query: { when: 'upcoming', limit } }, signal })),
  })

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ['event', id],
    queryFn: ({ signal }) => answer(api.GET('/api/events/{id}/', { ...of(id), signal })),
  })

export const attendeesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['event', id, 'attendees'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/events/{id}/attendees/', { params: { path: { id }, query: { cursor: pageParam } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export type GuestWish = {
  state: 'going' | 'waiting'
  search?: string | undefined
  came?: 'yes' | 'no' | 'unknown' | undefined
}
export const guestsQuery = (id: string, wish: GuestWish) =>
  infiniteQueryOptions({
    queryKey: ['event', id, 'guests', wish],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/events/{id}/guests/', {
          params: { path: { id }, query: { ...wish, cursor: pageParam, limit: MOST } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export const signUp = (id: string, show_name?: boolean) =>
  answer(api.PUT('/api/events/{id}/rsvp/', { ...of(id), body: show_name === undefined ? {} : { show_name } }))
export const leaveEvent = (id: string) => answer(api.DELETE('/api/events/{id}/rsvp/', of(id)))
export const cancelEvent = (id: string, reason: string) =>
  answer(api.POST('/api/events/{id}/cancel/', { ...of(id), body: reason ? { reason } : {} }))
export const removeEvent = (id: string) => answer(api.DELETE('/api/events/{id}/', of(id)))
export const duplicateEvent = (id: string) => answer(api.POST('/api/events/{id}/duplicate/', of(id)))

export const makeEvent = (body: Plan, key: string) =>
  answer(api.POST('/api/events/', { params: { header: { 'Idempotency-Key': key } }, body }))
export const changeEvent = (id: string, body: Body<'/api/events/{id}/', 'put'>) =>
  answer(api.PUT('/api/events/{id}/', { ...of(id), body }))
export const repeatEvent = (id: string, body: Repetition, key: string) =>
  answer(api.POST('/api/events/{id}/repeat/', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }))

export const checkIn = (id: string, guest_id: string, came: boolean | null) =>
  answer(
    api.PUT('/api/events/{id}/guests/{guest_id}/attendance/', { params: { path: { id, guest_id } }, body: { came } }),
  )
export const followUp = (id: string, body: Body<'/api/events/{id}/follow-up/', 'post'>) =>
  answer(api.POST('/api/events/{id}/follow-up/', { ...of(id), body }))

/** What an answer changed: the event itself at once, and whatever lists it. */
export function useEventChange() {
  const client = useQueryClient()
  return {
    changed(event: Event): void {
      client.setQueryData(eventQuery(event.id).queryKey, event)
      void client.invalidateQueries({ queryKey: EVENTS })
      void client.invalidateQueries({ queryKey: attendeesQuery(event.id).queryKey })
    },
    again: (id: string) =>
      Promise.all([['event', id], EVENTS].map((queryKey) => client.invalidateQueries({ queryKey }))),
    gone(id: string): void {
      client.removeQueries({ queryKey: ['event', id] })
      void client.invalidateQueries({ queryKey: EVENTS })
    },
  }
}
