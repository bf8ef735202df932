import { infiniteQueryOptions } from '@tanstack/solid-query'
import type { CommentOrder } from '../../../worker/contract/comments.constants'
import { answer, api, type Body } from '../lib/api'

const at = (id: string) => ({ params: { path: { id } } })

export const commentsQuery = (postId: string, order: CommentOrder) =>
  infiniteQueryOptions({
    queryKey: ['comments', postId, order],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/community/posts/{id}/comments/', {
          params: { path: { id: postId }, query: { order, limit: 20, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
export const answersBelow = (postId: string, parent: string, cursor: string) =>
  answer(
    api.GET('/api/community/posts/{id}/comments/', {
      params: { path: { id: postId }, query: { parent, cursor, limit: 50 } },
    }),
  )

/** `key` is that of the words: sent again after an answer that got lost, they are one comment. */
export const comment = (postId: string, body: Body<'/api/community/posts/{id}/comment/', 'post'>, key: string) =>
  answer(
    api.POST('/api/community/posts/{id}/comment/', {
      params: { path: { id: postId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
export const changeComment = (id: string, text: string) =>
  answer(api.PUT('/api/community/comments/{id}/', { ...at(id), body: { text } }))
export const removeComment = (id: string) => answer(api.DELETE('/api/community/comments/{id}/', at(id)))
export const likeComment = (id: string, liked: boolean) =>
  liked
    ? answer(api.PUT('/api/community/comments/{id}/like/', at(id)))
    : answer(api.DELETE('/api/community/comments/{id}/like/', at(id)))
export const acceptAnswer = (postId: string, comment_id: string | null) =>
  comment_id === null
    ? answer(api.DELETE('/api/community/posts/{id}/accepted-answer/', at(postId)))
    : answer(api.PUT('/api/community/posts/{id}/accepted-answer/', { ...at(postId), body: { comment_id } }))

export const flag = (body: Body<'/api/community/flags/', 'post'>) => answer(api.POST('/api/community/flags/', { body }))
