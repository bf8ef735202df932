import { queryOptions, type QueryClient } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Exceptions = Answer<'/api/mentor/availability/exceptions/'>
export type DateHours = Exceptions['dates'][number]
export type Away = Exceptions['away'][number]
export type ZonePeriod = Exceptions['zones'][number]
export type BusyCalendar = Answer<'/api/mentor/busy-calendars/'>['items'][number]
export type Why = Answer<'/api/mentor/availability/why/'>
export type NewBusyCalendar = Body<'/api/mentor/busy-calendars/', 'post'>

export const exceptionsQuery = () =>
  queryOptions({ queryKey: ['exceptions'], queryFn: () => answer(api.GET('/api/mentor/availability/exceptions/')) })

/** A calendar that waits is read within seconds: asked again until it was. */
export const calendarsQuery = () =>
  queryOptions({
    queryKey: ['busy-calendars'],
    queryFn: () => answer(api.GET('/api/mentor/busy-calendars/')),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'waiting') ? 3000 : false),
  })

export const whyQuery = (offer_id: string, date: string) =>
  queryOptions({
    queryKey: ['slots', 'why', offer_id, date],
    queryFn: () => answer(api.GET('/api/mentor/availability/why/', { params: { query: { offer_id, date } } })),
  })

/** Whatever changes the free times changes what students see. */
export const slotsChanged = (client: QueryClient): void => void client.invalidateQueries({ queryKey: ['slots'] })

export function exceptionsChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['exceptions'] })
  slotsChanged(client)
}

export const setDate = ({ date, ranges, note }: DateHours) =>
  answer(api.PUT('/api/mentor/availability/dates/{date}/', { params: { path: { date } }, body: { ranges, note } }))

export const forgetDate = (date: string) =>
  answer(api.DELETE('/api/mentor/availability/dates/{date}/', { params: { path: { date } } }))

export const addAway = (body: Body<'/api/mentor/availability/away/', 'post'>) =>
  answer(api.POST('/api/mentor/availability/away/', { body }))

export const removeAway = (id: string) =>
  answer(api.DELETE('/api/mentor/availability/away/{id}/', { params: { path: { id } } }))

export const addZonePeriod = (body: Body<'/api/mentor/availability/zones/', 'post'>) =>
  answer(api.POST('/api/mentor/availability/zones/', { body }))

export const removeZonePeriod = (id: string) =>
  answer(api.DELETE('/api/mentor/availability/zones/{id}/', { params: { path: { id } } }))

export const addCalendar = (body: NewBusyCalendar) => answer(api.POST('/api/mentor/busy-calendars/', { body }))

export const refreshCalendar = (id: string) =>
  answer(api.POST('/api/mentor/busy-calendars/{id}/refresh/', { params: { path: { id } } }))

export const removeCalendar = (id: string) =>
  answer(api.DELETE('/api/mentor/busy-calendars/{id}/', { params: { path: { id } } }))
