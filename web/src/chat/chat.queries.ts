import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/solid-query'
import type { Message } from '../../../worker/contract/chat'
import { PAGE_OF_MESSAGES } from '../../../worker/contract/chat.constants'
import { answer, api, type Answer } from '../lib/api'

export type Conversation = Answer<'/api/chat/conversations/'>['items'][number]
type Conversations = Answer<'/api/chat/conversations/'>

const LISTED = 100

const listed = (cursor?: string) =>
  answer(api.GET('/api/chat/conversations/', { params: { query: { limit: LISTED, cursor } } }))

export const conversationsQuery = () => queryOptions({ queryKey: ['conversations'], queryFn: () => listed() })

/** What lies behind the first page; asked for by a button. */
export const olderConversationsQuery = (cursor: string) =>
  infiniteQueryOptions({
    queryKey: ['conversations', 'older', cursor],
    queryFn: ({ pageParam }) => listed(pageParam),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

/** With a mentor or a student by display id: the one there is, or a new one. */
export const openConversation = (displayId: string) =>
  answer(api.POST('/api/chat/conversations/', { body: { with: displayId } }))

type Range = { before_seq: number } | { after_seq: number } | Record<never, never>

/** A page of one conversation; `more` in the direction that was asked. */
export async function messagesOf(conversationId: string, range: Range): Promise<{ items: Message[]; more: boolean }> {
  const { items, next_cursor } = await answer(
    api.GET('/api/chat/messages/{conversation_id}/', {
      params: { path: { conversation_id: conversationId }, query: { limit: PAGE_OF_MESSAGES, ...range } },
    }),
  )
  return { items, more: next_cursor !== null }
}

export const postMessage = (
  conversationId: string,
  message: { client_id: string; content: string },
): Promise<Message> =>
  answer(api.POST('/api/chat/messages/', { body: { conversation_id: conversationId, ...message } }))

/** The list follows what the open thread knows, without asking the server again. */
export function patchConversation(
  client: QueryClient,
  id: string,
  change: (conversation: Conversation) => Conversation,
): void {
  client.setQueryData<Conversations>(conversationsQuery().queryKey, (list) => {
    const found = list?.items.find((one) => one.id === id)
    if (!list || !found) return list
    const changed = change(found)
    if (changed === found) return list
    const others = list.items.filter((one) => one.id !== id)
    const rises = changed.updated_at !== found.updated_at
    return {
      ...list,
      items: rises ? [changed, ...others] : list.items.map((one) => (one.id === id ? changed : one)),
    }
  })
}
