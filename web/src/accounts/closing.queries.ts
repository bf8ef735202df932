import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Closing = Answer<'/api/account/closing/'>
export type SessionAhead = Closing['sessions'][number]

const MINUTE = 60_000

/** What comes back depends on the hour, so it is asked for again while it is looked at. */
export const closingQuery = () =>
  queryOptions({
    queryKey: ['closing'],
    queryFn: () => answer(api.GET('/api/account/closing/')),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.closing_at && data.sessions.length > 0 ? 2000 : MINUTE),
  })

export const closeAccount = (body: Body<'/api/account/closing/', 'post'>) =>
  answer(api.POST('/api/account/closing/', { body }))
export const reopenAccount = () => answer(api.DELETE('/api/account/closing/'))
