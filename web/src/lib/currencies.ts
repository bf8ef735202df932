import { queryOptions } from '@tanstack/solid-query'
import { answer, api } from './api'

/** What offers may cost in; the first is the platform's own. It changes with a deployment alone. */
export const currenciesQuery = () =>
  queryOptions({ queryKey: ['currencies'], queryFn: () => answer(api.GET('/api/currencies/')), staleTime: Infinity })
