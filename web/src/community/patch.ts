import type { InfiniteData, QueryClient } from '@tanstack/solid-query'
import type { Post } from './community.queries'

type Pages = InfiniteData<{ items: Post[] }>
const isPages = (data: unknown): data is Pages => typeof data === 'object' && data !== null && 'pages' in data
const isPost = (data: unknown): data is Post => typeof data === 'object' && data !== null && 'published_at' in data

/** Changes a post wherever it is shown: in every feed that was fetched, and on its own page. */
export function patchPost(client: QueryClient, id: string, change: (post: Post) => Post): void {
  const changed = (post: Post): Post => (post.id === id ? change(post) : post)
  client.setQueriesData({ queryKey: ['posts'] }, (data: unknown) => {
    if (isPost(data)) return changed(data)
    if (!isPages(data)) return data
    return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(changed) })) }
  })
}

/** Takes a post out of the lists; its own page is asked anew. */
export function dropPost(client: QueryClient, id: string): void {
  client.setQueriesData({ queryKey: ['posts'] }, (data: unknown) =>
    isPages(data)
      ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter((post) => post.id !== id) })) }
      : data,
  )
  void client.invalidateQueries({ queryKey: ['posts', 'one', id] })
}
