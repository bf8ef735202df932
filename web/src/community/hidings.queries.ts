import { queryOptions } from '@tanstack/solid-query'
import { answer, api } from '../lib/api'

const at = (id: string) => ({ params: { path: { id } } })

/** Why my post is hidden. */
export const hidingQuery = (id: string) =>
  queryOptions({
    queryKey: ['hidings', id],
    queryFn: () => answer(api.GET('/api/community/posts/{id}/hiding/', at(id))),
  })
export const appeal = (id: string, text: string) =>
  answer(api.POST('/api/community/posts/{id}/appeal/', { ...at(id), body: { text } }))
