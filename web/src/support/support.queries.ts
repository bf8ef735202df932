import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Ticket = Answer<'/api/chat/customer-service/', 'get'>['items'][number]
export type Talk = Answer<'/api/support/tickets/{id}/'>
export type Complaint = Answer<'/api/grievances/{token}/'>

export const writeToUs = (body: Body<'/api/chat/contact/', 'post'>) => answer(api.POST('/api/chat/contact/', { body }))

export const officerQuery = () =>
  queryOptions({ queryKey: ['grievances', 'officer'], queryFn: () => answer(api.GET('/api/grievances/officer/')) })
export const complain = (body: Body<'/api/grievances/', 'post'>) => answer(api.POST('/api/grievances/', { body }))
export const complaintQuery = (token: string) =>
  queryOptions({
    queryKey: ['grievances', 'of', token],
    queryFn: () => answer(api.GET('/api/grievances/{token}/', { params: { path: { token } } })),
  })

export const ticketsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['tickets'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/chat/customer-service/', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id],
    queryFn: () => answer(api.GET('/api/support/tickets/{id}/', { params: { path: { id } } })),
  })

export const openTicket = (body: Body<'/api/chat/customer-service/', 'post'>) =>
  answer(api.POST('/api/chat/customer-service/', { body }))

const of = (id: string) => ({ params: { path: { id } } })
export const sayInTicket = (id: string, body: Body<'/api/support/tickets/{id}/messages/', 'post'>) =>
  answer(api.POST('/api/support/tickets/{id}/messages/', { ...of(id), body }))
export const resolveTicket = (id: string) => answer(api.POST('/api/support/tickets/{id}/resolve/', of(id)))
export const reopenTicket = (id: string) => answer(api.POST('/api/support/tickets/{id}/reopen/', of(id)))
export const rateTicket = (id: string, body: Body<'/api/support/tickets/{id}/rating/', 'post'>) =>
  answer(api.POST('/api/support/tickets/{id}/rating/', { ...of(id), body }))
