import { keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { answer, api } from '../lib/api'

/** A few of everything that these words find. */
export const everywhereQuery = (q: string) =>
  queryOptions({
    queryKey: ['everywhere', q],
    queryFn: ({ signal }) => answer(api.GET('/api/search/', { params: { query: { q } }, signal })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })

/** Answers of the help centre; its index comes with the first word. */
export const articlesQuery = (q: string) =>
  queryOptions({
    queryKey: ['articles', q],
    queryFn: async () => (await import('../help/search')).articlesFor(q),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
