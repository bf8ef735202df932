import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Thread } from './thread'

const NEAR_END = 48

type Shown = {
  scroller: () => HTMLElement
  /** Whether what is on the screen is from the past. */
  isDetached: () => boolean
}

/** Where in a thread somebody looks, and how much came above and below that they have not seen. */
export function createWhereabouts(thread: Pick<Thread, 'state' | 'pages'>, { scroller, isDetached }: Shown) {
  const [isScrolled, setScrolled] = createSignal(false)
  const isAway = createMemo(() => isScrolled() || isDetached())
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
  const [met, setMet] = createSignal(false)
  /** The first new message, where what is new began further up than what is here; until it was seen once. */
  const newAbove = createMemo(() => {
    const { fresh, messages, end, detached } = thread.state()
    const first = messages[0]
    if (!fresh || !first || met() || detached || first.seq <= fresh.after + 1) return undefined
    return { seq: fresh.after + 1, count: Math.min(end, fresh.upTo) - fresh.after }
  })
  createEffect(() => {
    const { fresh, messages } = thread.state()
    if (fresh && messages[0] && messages[0].seq <= fresh.after + 1) setMet(true)
  })
  return {
    isAway,
    newBelow,
    newAbove,
    /** The thread stands on its newest end: there, nothing is scrolled. */
    look: () => setScrolled(Math.abs(scroller().scrollTop) > NEAR_END),
    /** Whoever comes out of the past stands before the end, not at it. */
    stay: () => setScrolled(true),
    async toNewest(): Promise<void> {
      await thread.pages.toNewest()
      scroller().scrollTo({ top: 0 })
    },
  }
}
