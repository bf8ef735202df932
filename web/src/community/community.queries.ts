import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import type { Feed, Topic } from '../../../worker/contract/community.constants'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Post = Answer<'/api/community/posts/', 'get'>['items'][number]
export type NewPost = Body<'/api/community/posts/', 'post'>
export type Draft = Answer<'/api/community/drafts/', 'get'>['items'][number]
export type Thread = Answer<'/api/community/posts/{id}/comments/'>['items'][number]
export type Comment = Thread['answers'][number]
export type Person = NonNullable<Post['author']>

/** What a feed shows; the address of the page is made of it. */
export interface Wish {
  feed?: Feed | undefined
  topic?: Topic | undefined
  tag?: string | undefined
  author?: string | undefined
  is_question?: 'true' | 'false' | undefined
  search?: string | undefined
}

const at = (id: string) => ({ params: { path: { id } } })

export const feedQuery = (wish: Wish) =>
  infiniteQueryOptions({
    queryKey: ['posts', 'feed', wish],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/community/posts/', { params: { query: { ...wish, limit: 20, cursor: pageParam } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
/** How many posts came since; nothing is listed. */
export const countNewer = async (wish: Wish, since: string): Promise<number> =>
  (await answer(api.GET('/api/community/posts/', { params: { query: { ...wish, since } } }))).newer ?? 0

export const postQuery = (id: string) =>
  queryOptions({ queryKey: ['posts', 'one', id], queryFn: () => answer(api.GET('/api/community/posts/{id}/', at(id))) })
export const savedQuery = () =>
  infiniteQueryOptions({
    queryKey: ['posts', 'saved'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/community/bookmarks/', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

/** `key` is that of the words: sent again after an answer that got lost, they are one post. */
export const publish = (body: NewPost, key: string) =>
  answer(api.POST('/api/community/posts/', { params: { header: { 'Idempotency-Key': key } }, body }))
export const changePost = (id: string, body: Body<'/api/community/posts/{id}/', 'put'>) =>
  answer(api.PUT('/api/community/posts/{id}/', { ...at(id), body }))
export const removePost = (id: string) => answer(api.DELETE('/api/community/posts/{id}/', at(id)))

export const likePost = (id: string, liked: boolean) =>
  liked
    ? answer(api.PUT('/api/community/posts/{id}/like/', at(id)))
    : answer(api.DELETE('/api/community/posts/{id}/like/', at(id)))
export const bookmark = (id: string, kept: boolean) =>
  kept
    ? answer(api.PUT('/api/community/posts/{id}/bookmark/', at(id)))
    : answer(api.DELETE('/api/community/posts/{id}/bookmark/', at(id)))
export const sawPosts = (ids: string[]) => answer(api.POST('/api/community/posts/views/', { body: { ids } }))

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', 'history', id],
    queryFn: () => answer(api.GET('/api/community/posts/{id}/history/', at(id))),
  })
export const whyQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', 'why', id],
    queryFn: () => answer(api.GET('/api/community/posts/{id}/why/', at(id))),
  })

export const draftsQuery = () =>
  queryOptions({ queryKey: ['drafts'], queryFn: () => answer(api.GET('/api/community/drafts/')) })
export const saveDraft = (body: Body<'/api/community/drafts/', 'post'>, id?: string) =>
  id === undefined
    ? answer(api.POST('/api/community/drafts/', { body }))
    : answer(api.PUT('/api/community/drafts/{id}/', { ...at(id), body }))
export const removeDraft = (id: string) => answer(api.DELETE('/api/community/drafts/{id}/', at(id)))
export const publishDraft = (id: string, body: NewPost) =>
  answer(api.POST('/api/community/drafts/{id}/publish/', { ...at(id), body }))

export const tagsQuery = (search: string) =>
  queryOptions({
    queryKey: ['tags', 'like', search],
    queryFn: ({ signal }) => answer(api.GET('/api/community/tags/', { params: { query: { search } }, signal })),
    placeholderData: keepPreviousData,
  })
export const tagQuery = (tag: string) =>
  queryOptions({
    queryKey: ['tags', 'one', tag],
    queryFn: () => answer(api.GET('/api/community/tags/{tag}/', { params: { path: { tag } } })),
  })
