import { QueryCache, QueryClient } from '@tanstack/solid-query'
import { isPassing, Problem } from './problem'
import { forgetMe } from './session'

/** Answers stay fresh for half a minute; only what can pass by itself is tried again. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof Problem && error.code === 'not_signed_in') forgetMe(queries)
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'offlineFirst',
      retry: (failures, error) => failures < 2 && isPassing(error),
      throwOnError: false,
    },
    mutations: { networkMode: 'offlineFirst' },
  },
})
