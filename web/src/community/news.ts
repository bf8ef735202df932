import { createSignal, type Accessor } from 'solid-js'
import type { CommunityFrame } from '../../../worker/contract/community-news'
import { createSocket } from '../lib/socket'
import { countNewer, type Wish } from './community.queries'

const REST_MS = 1500

/**
 * How many posts have come since the page was read. The socket says that there is one; how many of them this reader
 * would see under these filters the server counts, once for a burst.
 */
export function createNews(wish: Accessor<Wish>, since: Accessor<string | null | undefined>) {
  const [count, setCount] = createSignal(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  async function ask(): Promise<void> {
    timer = undefined
    const [wished, from] = [wish(), since()]
    if (!from || wished.feed === 'useful' || wished.search) return
    const newer = await countNewer(wished, from).catch(() => 0)
    if (since() === from) setCount(newer)
  }
  let opened = false
  createSocket<CommunityFrame>({
    path: () => '/ws/community/',
    onFrame(frame) {
      // What came while the line was down is counted when it stands again.
      const isNews = frame.type === 'news' || (frame.type === 'hello' && opened)
      if (frame.type === 'hello') opened = true
      if (isNews) timer ??= setTimeout(() => void ask(), REST_MS)
    },
  })
  return { count, forget: () => setCount(0) }
}
