import { useQueryClient } from '@tanstack/solid-query'
import { onCleanup, onMount } from 'solid-js'
import { sawPosts } from './community.queries'
import { patchPost } from './patch'

/** So long a post has to be in sight, and so long it may wait for others that go along in one request. */
const IN_SIGHT_MS = 1000
const GATHER_MS = 2000
const AT_ONCE = 100

/** Counts posts that were really in sight, a screen of them in one request; each once for as long as the page stands. */
export function createSeeing(root: () => HTMLElement): void {
  const client = useQueryClient()
  const seen = new Set<string>()
  const waiting = new Map<Element, ReturnType<typeof setTimeout>>()
  let gathered: string[] = []
  let sending: ReturnType<typeof setTimeout> | undefined

  async function send(): Promise<void> {
    sending = undefined
    const ids = gathered.splice(0, AT_ONCE)
    if (ids.length === 0) return
    // A view that is not counted is no harm to anybody.
    const said = await sawPosts(ids).catch(() => undefined)
    for (const { id, views } of said?.items ?? []) patchPost(client, id, (post) => ({ ...post, views }))
  }
  function see(id: string): void {
    if (seen.has(id)) return
    seen.add(id)
    gathered.push(id)
    sending ??= setTimeout(() => void send(), GATHER_MS)
  }

  onMount(() => {
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          clearTimeout(waiting.get(target))
          const id = target.getAttribute('data-post')
          if (isIntersecting && id)
            waiting.set(
              target,
              setTimeout(() => see(id), IN_SIGHT_MS),
            )
        }
      },
      { threshold: 0.5, rootMargin: '0px 0px -10% 0px' },
    )
    const watched = new WeakSet<Element>()
    const look = () => {
      for (const post of root().querySelectorAll('[data-post]')) {
        if (watched.has(post)) continue
        watched.add(post)
        sight.observe(post)
      }
    }
    const changes = new MutationObserver(look)
    changes.observe(root(), { childList: true, subtree: true })
    look()
    onCleanup(() => {
      sight.disconnect()
      changes.disconnect()
      waiting.forEach(clearTimeout)
      clearTimeout(sending)
      void send()
    })
  })
}
