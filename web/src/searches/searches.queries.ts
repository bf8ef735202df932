import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type SavedSearch = Answer<'/api/searches/'>['items'][number]

export const searchesQuery = () =>
  queryOptions({ queryKey: ['searches'], queryFn: () => answer(api.GET('/api/searches/')) })

export const saveSearch = (name: string, query: string): Promise<SavedSearch> =>
  answer(api.POST('/api/searches/', { body: { name, query } }))

export const forgetSearch = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/searches/{id}/', { params: { path: { id } } }))
