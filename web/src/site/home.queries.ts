import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Home = Answer<'/api/home/'>
export type Teaching = NonNullable<Home['teaching']>

/** Below the bookings, so that whatever changes one of them asks for this anew. */
export const homeQuery = () =>
  queryOptions({ queryKey: ['bookings', 'home'], queryFn: () => answer(api.GET('/api/home/')) })
