import { queryOptions } from '@tanstack/solid-query'
import { answer, api } from '../lib/api'

/** What of mine is hidden: a post, or a comment. */
export interface Thing {
  kind: 'post' | 'comment'
  id: string
}
const at = ({ id }: Thing) => ({ params: { path: { id } } })

/** Why it is hidden, and what I may do about it. */
export const hidingQuery = (thing: Thing) =>
  queryOptions({
    queryKey: ['hidings', thing.kind, thing.id],
    queryFn: () =>
      thing.kind === 'post'
        ? answer(api.GET('/api/community/posts/{id}/hiding/', at(thing)))
        : answer(api.GET('/api/community/comments/{id}/hiding/', at(thing))),
  })
export const appeal = (thing: Thing, text: string) =>
  thing.kind === 'post'
    ? answer(api.POST('/api/community/posts/{id}/appeal/', { ...at(thing), body: { text } }))
    : answer(api.POST('/api/community/comments/{id}/appeal/', { ...at(thing), body: { text } }))
