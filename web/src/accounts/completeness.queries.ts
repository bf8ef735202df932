import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Completeness = Answer<'/api/account/completeness/'>

export const completenessQuery = () =>
  queryOptions({ queryKey: ['completeness'], queryFn: () => answer(api.GET('/api/account/completeness/')) })
