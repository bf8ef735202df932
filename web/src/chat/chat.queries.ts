import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/solid-query'
import type { Message, MessageChanges } from '../../../worker/contract/chat'
import type { Waiting } from './apply'
import { PAGE_OF_MESSAGES } from '../../../worker/contract/chat.constants'
import { answer, api, type Answer, type Body } from '../lib/api'

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

export type Range =
  | { before_seq: number }
  | { after_seq: number }
  | { around_seq: number }
  | { at: string }
  | Record<never, never>

/** A page of one conversation; `more` in the direction that was asked, which is forward from a place within. */
export async function messagesOf(conversationId: string, range: Range): Promise<{ items: Message[]; more: boolean }> {
  const { items, next_cursor } = await answer(
    api.GET('/api/chat/messages/{conversation_id}/', {
      params: { path: { conversation_id: conversationId }, query: { limit: PAGE_OF_MESSAGES, ...range } },
    }),
  )
  return { items, more: next_cursor !== null }
}

/** A message as the server takes it, by frame or by request. */
export const wireOf = ({ client_id, content, reply_to, attachments = [] }: Waiting) => ({
  client_id,
  content,
  ...(reply_to !== undefined && { reply_to }),
  ...(attachments.length > 0 && { attachments: attachments.map(({ file_id }) => file_id) }),
})

export const postMessage = (conversationId: string, item: Waiting): Promise<Message> =>
  answer(api.POST('/api/chat/messages/', { body: { conversation_id: conversationId, ...wireOf(item) } }))

/** Messages that were edited, deleted or reacted to after a change that we know. */
export const changesOf = (conversation_id: string, after_rev: number): Promise<MessageChanges> =>
  answer(
    api.GET('/api/chat/messages/{conversation_id}/changes/', {
      params: { path: { conversation_id }, query: { after_rev } },
    }),
  )

/** Messages that hold these words, the newest first. */
export const foundMessagesQuery = (conversation_id: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['found-messages', conversation_id, q],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/chat/messages/{conversation_id}/search/', {
          params: { path: { conversation_id }, query: { q, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled: q !== '',
    staleTime: 0,
  })

const at = (conversation_id: string, seq: number) => ({ params: { path: { conversation_id, seq } } })
export const editMessage = (id: string, seq: number, content: string): Promise<Message> =>
  answer(api.PUT('/api/chat/messages/{conversation_id}/{seq}/', { ...at(id, seq), body: { content } }))
export const deleteMessage = (id: string, seq: number): Promise<Message> =>
  answer(api.DELETE('/api/chat/messages/{conversation_id}/{seq}/', at(id, seq)))
export function reactTo(conversation_id: string, seq: number, emoji: string, on: boolean): Promise<Message> {
  const params = { path: { conversation_id, seq, emoji } }
  const path = '/api/chat/messages/{conversation_id}/{seq}/reactions/{emoji}/'
  return answer(on ? api.PUT(path, { params }) : api.DELETE(path, { params }))
}
export const reportMessage = (id: string, seq: number, body: Body<typeof REPORT, 'post'>): Promise<unknown> =>
  answer(api.POST(REPORT, { ...at(id, seq), body }))
const REPORT = '/api/chat/messages/{conversation_id}/{seq}/report/'

type Choices = Body<'/api/chat/conversations/{conversation_id}/', 'put'>
export const chooseFor = (conversation_id: string, body: Choices): Promise<Conversation> =>
  answer(api.PUT('/api/chat/conversations/{conversation_id}/', { params: { path: { conversation_id } }, body }))

export const block = (display_id: string, on: boolean): Promise<unknown> => {
  const params = { path: { display_id } }
  return answer(
    on ? api.PUT('/api/blocks/{display_id}/', { params }) : api.DELETE('/api/blocks/{display_id}/', { params }),
  )
}

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
