import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Thread } from './thread'

const NEAR_END = 48

/** Where in a thread somebody looks, and how much came below that they have not seen. */
export function createWhereabouts(thread: Pick<Thread, 'state' | 'pages'>, scroller: () => HTMLElement) {
  const [isScrolled, setScrolled] = createSignal(false)
  const isAway = createMemo(() => isScrolled() || thread.state().detached)
  const [seen, setSeen] = createSignal(0)
  createEffect(
    on([isAway, () => thread.state().end], ([away, end]) => {
      if (!away) setSeen(end)
    }),
  )
  /** What oneself said elsewhere is not news, as far as one can see here who said it. */
  const newBelow = createMemo(() => {
    const { end, messages, you } = thread.state()
    if (!isAway()) return 0
    return end - seen() - messages.filter((one) => one.seq > seen() && one.sender_id === you).length
  })
  return {
    isAway,
    newBelow,
    /** The thread stands on its newest end: there, nothing is scrolled. */
    look: () => setScrolled(Math.abs(scroller().scrollTop) > NEAR_END),
    async toNewest(): Promise<void> {
      await thread.pages.toNewest()
      scroller().scrollTo({ top: 0 })
    },
  }
}
