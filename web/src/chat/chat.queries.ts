import { queryOptions, type QueryClient, infiniteQueryOptions } from '@tanstack/solid-query'
import type { Message, MessageChanges } from '../../../worker/contract/chat'
import type { Waiting } from './apply'
import { PAGE_OF_MESSAGES } from '../../../worker/contract/chat.constants'
import { answer, api, type Body } from '../lib/api'
import { place, takeNewest, takeOlder, type Conversation, type Conversations, type Wish } from './conversations.pages'

export type { Conversation }

const LISTED = 50

const listed = (wish: Wish, cursor?: string): Promise<Conversations> =>
  answer(api.GET('/api/chat/conversations/', { params: { query: { limit: LISTED, cursor, ...wish } } }))

const keyOf = ({ filter, q }: Wish) => ['conversations', ...(filter || q ? [{ filter, q }] : [])]

/** One list of them. Asking again brings its first page, however many are known. */
export const conversationsQuery = (wish: Wish = {}) =>
  queryOptions<Conversations>({
    queryKey: keyOf(wish),
    queryFn: async ({ client, queryKey }) => {
      const page = await listed(wish)
      return takeNewest(client.getQueryData(queryKey), page)
    },
  })

/** The next page behind what is known of a list. */
export async function moreConversations(client: QueryClient, wish: Wish): Promise<void> {
  const cursor = client.getQueryData<Conversations>(keyOf(wish))?.next_cursor
  if (!cursor) return
  const page = await listed(wish, cursor)
  client.setQueryData<Conversations>(keyOf(wish), (known) =>
    known?.next_cursor === cursor ? takeOlder(known, page) : known,
  )
}

/** One of them by itself: it may lie far down the list. */
export const conversationQuery = (conversation_id: string) =>
  queryOptions<Conversation>({
    queryKey: ['conversation', conversation_id],
    queryFn: () =>
      answer(api.GET('/api/chat/conversations/{conversation_id}/', { params: { path: { conversation_id } } })),
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

/** The marker without a socket; answers where it stands. */
export const markRead = (conversation_id: string, seq: number): Promise<{ seq: number }> =>
  answer(
    api.POST('/api/chat/conversations/{conversation_id}/read/', {
      params: { path: { conversation_id } },
      body: { seq },
    }),
  )

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

/** The lists follow what the open thread knows, without asking the server again. */
export function patchConversation(
  client: QueryClient,
  id: string,
  change: (conversation: Conversation) => Conversation,
): void {
  client.setQueryData<Conversation>(['conversation', id], (known) => known && change(known))
  for (const [key, list] of client.getQueriesData<Conversations>({ queryKey: ['conversations'] })) {
    const found = list?.items.find((one) => one.id === id)
    if (!list || !found) continue
    const changed = change(found)
    if (changed !== found) client.setQueryData(key, place(list, (key[1] ?? {}) as Wish, changed))
  }
}

/** One as it is now, in every list that it belongs to. */
export function showConversation(client: QueryClient, now: Conversation): void {
  client.setQueryData(['conversation', now.id], now)
  for (const [key, list] of client.getQueriesData<Conversations>({ queryKey: ['conversations'] }))
    if (list) client.setQueryData(key, place(list, (key[1] ?? {}) as Wish, now))
}
