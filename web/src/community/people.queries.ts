import { keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { answer, api } from '../lib/api'

const person = (display_id: string) => ({ params: { path: { display_id } } })
const named = (tag: string) => ({ params: { path: { tag } } })

export const followsQuery = () =>
  queryOptions({ queryKey: ['follows'], queryFn: () => answer(api.GET('/api/community/follows/', { params: {} })) })
export const followPerson = (display_id: string, follow: boolean) =>
  follow
    ? answer(api.PUT('/api/community/follows/people/{display_id}/', person(display_id)))
    : answer(api.DELETE('/api/community/follows/people/{display_id}/', person(display_id)))
export const followTag = (tag: string, follow: boolean) =>
  follow
    ? answer(api.PUT('/api/community/follows/tags/{tag}/', named(tag)))
    : answer(api.DELETE('/api/community/follows/tags/{tag}/', named(tag)))
export const profileQuery = (display_id: string) =>
  queryOptions({
    queryKey: ['follows', 'of', display_id],
    queryFn: () => answer(api.GET('/api/community/follows/people/{display_id}/', person(display_id))),
  })

/** Who can be mentioned: people whose name begins so, those who speak below the post first. */
export const completionQuery = (search: string, post_id?: string) =>
  queryOptions({
    queryKey: ['people', search, post_id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/community/people/', { params: { query: { search, post_id } }, signal })),
    placeholderData: keepPreviousData,
  })
