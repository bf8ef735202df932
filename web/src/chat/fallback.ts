import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { SocketLife } from '../lib/socket.life'

const PATIENCE_MS = 4000
const LOOK_EVERY_MS = 4000

/**
 * While the socket does not open, the same conversation by plain requests; it ends by itself when the socket is back,
 * which goes on trying meanwhile.
 */
export function createFallback(wish: {
  life: Accessor<SocketLife>
  look: () => Promise<void>
  onProblem: (error: unknown) => void
}) {
  const [isOn, setOn] = createSignal(false)
  const isWanting = createMemo(() => wish.life().state === 'connecting' || wish.life().state === 'waiting')
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    clearTimeout(timer)
    try {
      await wish.look()
    } catch (error) {
      wish.onProblem(error)
    }
    if (isOn()) timer = setTimeout(() => void look(), LOOK_EVERY_MS)
  }

  const start = () => {
    setOn(true)
    void look()
  }
  createEffect(
    on(isWanting, (wanting) => {
      clearTimeout(timer)
      if (!wanting) return setOn(false)
      timer = setTimeout(start, PATIENCE_MS)
    }),
  )
  // Refused at the very first try: a request can say why, and at once.
  let wasLive = false
  createEffect(() => {
    const { state } = wish.life()
    if (state === 'live') wasLive = true
    if (state === 'waiting' && !wasLive && !isOn()) start()
  })
  onCleanup(() => {
    clearTimeout(timer)
    setOn(false)
  })
  return { isOn, look }
}
