import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Feed = Answer<'/api/calendar-feed/'>
export type NewFeed = Answer<'/api/calendar-feed/', 'post'>

export const feedQuery = () =>
  queryOptions({ queryKey: ['calendar-feed'], queryFn: () => answer(api.GET('/api/calendar-feed/')) })

export const openFeed = () => answer(api.POST('/api/calendar-feed/'))

export async function closeFeed(): Promise<void> {
  await answer(api.DELETE('/api/calendar-feed/'))
}
