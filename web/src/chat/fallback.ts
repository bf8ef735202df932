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

  createEffect(
    on(isWanting, (wanting) => {
      clearTimeout(timer)
      if (!wanting) return setOn(false)
      timer = setTimeout(() => {
        setOn(true)
        void look()
      }, PATIENCE_MS)
    }),
  )
  onCleanup(() => {
    clearTimeout(timer)
    setOn(false)
  })
  return { isOn, look }
}
