import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { answer, api } from '../lib/api'

/** The answer is the same whoever has this address: what follows is in the mail. */
export const subscribe = (email: string) => answer(api.POST('/api/newsletter/', { body: { email } }))
export const confirmSubscription = (token: string) => answer(api.POST('/api/newsletter/confirm/', { body: { token } }))
export const leaveNewsletter = (token: string) => answer(api.POST('/api/newsletter/unsubscribe/', { body: { token } }))

export const issuesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['newsletter', 'issues'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/newsletter/issues/', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export const issueQuery = (slug: string) =>
  queryOptions({
    queryKey: ['newsletter', 'issue', slug],
    queryFn: () => answer(api.GET('/api/newsletter/issues/{slug}/', { params: { path: { slug } } })),
  })

export const mineQuery = () =>
  queryOptions({ queryKey: ['newsletter', 'mine'], queryFn: () => answer(api.GET('/api/newsletter/mine/')) })
export const chooseNewsletter = (subscribed: boolean) =>
  answer(api.PUT('/api/newsletter/mine/', { body: { subscribed } }))
