import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Conversation = Answer<'/api/chat/conversations/'>['items'][number]

export const conversationsQuery = () =>
  queryOptions({
    queryKey: ['conversations'],
    queryFn: () => answer(api.GET('/api/chat/conversations/', { params: { query: { limit: 50 } } })),
  })

/** With a mentor or a student by display id: the one there is, or a new one. */
export const openConversation = (displayId: string) =>
  answer(api.POST('/api/chat/conversations/', { body: { with: displayId } }))
