import { infiniteQueryOptions, type InfiniteData, type QueryClient } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Page = Answer<'/api/notifications/'>
export type Notification = Page['items'][number]

const LIST = ['notifications', 'list']

export const notificationsQuery = (unread = false) =>
  infiniteQueryOptions({
    queryKey: [...LIST, unread ? 'unread' : 'all'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/notifications/', {
          params: { query: { limit: 30, cursor: pageParam, ...(unread && { unread: 'true' as const }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

/** Some of them, or all where none is named. Answers how many are still unread. */
export const readNotifications = async (ids?: string[]): Promise<number> =>
  (await answer(api.POST('/api/notifications/read/', { body: ids ? { ids } : {} }))).unread

type List = InfiniteData<Page, string | undefined>

function change(client: QueryClient, to: (pages: Page[]) => Page[]): void {
  client.setQueriesData<List>({ queryKey: LIST }, (list) => list && { ...list, pages: to(list.pages) })
}

/** As every list stood, to go back to. */
export function remembered(client: QueryClient): () => void {
  const before = client.getQueriesData<List>({ queryKey: LIST })
  return () => before.forEach(([key, list]) => client.setQueryData(key, list))
}

/** On top of the lists; newer words of a known one take its place. */
export const showNotification = (client: QueryClient, item: Notification): void =>
  change(client, (pages) =>
    pages.map((page, i) => {
      const others = page.items.filter((one) => one.id !== item.id)
      return { ...page, items: i === 0 ? [item, ...others] : others }
    }),
  )

/** Some of those that are loaded, or all there are. */
export const markAsRead = (client: QueryClient, ids?: string[]): void =>
  change(client, (pages) =>
    pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (!ids || ids.includes(item.id) ? { ...item, is_read: true } : item)),
    })),
  )

/** How many there are, also on pages that are not loaded. */
export function countUnread(client: QueryClient, unread: number): void {
  change(client, (pages) => pages.map((page) => ({ ...page, unread })))
  if (unread === 0) markAsRead(client)
}
