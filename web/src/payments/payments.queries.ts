import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Receipt = Answer<'/api/payments/'>['items'][number]
export type Refund = Receipt['refunds'][number]
export type Invoice = Answer<'/api/invoices/'>['items'][number]
export type Story = Answer<'/api/bookings/{id}/money/'>
export type MoneyEvent = Story['events'][number]

const LIMIT = 20

export const receiptsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['payments'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/payments/', { params: { query: { limit: LIMIT, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export const invoicesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['invoices'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/invoices/', { params: { query: { limit: LIMIT, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

/** Below the booking's own key: whatever brings news of the booking brings news of its money. */
export const storyQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'money'],
    queryFn: () => answer(api.GET('/api/bookings/{id}/money/', { params: { path: { id: bookingId } } })),
  })
