import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type FoundSkill = Answer<'/api/skills/'>['items'][number]

/** Skills by the beginning of a word; the most taught ones where nothing is typed. */
export const skillsQuery = (q: string) =>
  queryOptions({
    queryKey: ['skills', q],
    queryFn: () => answer(api.GET('/api/skills/', { params: { query: { limit: 8, ...(q !== '' && { q }) } } })),
    staleTime: 300_000,
  })

export const proposeSkill = (name: string) => answer(api.POST('/api/skills/proposals/', { body: { name } }))
