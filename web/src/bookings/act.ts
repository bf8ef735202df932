import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { isPassing } from '../lib/problem'

const STALE = ['bookings', 'booking', 'slots']

/**
 * One act on a session at a time: busy while it runs, and what it changed is asked for anew. As long as nobody knows how
 * it ended, the same act is sent with the same key, so that a lost answer never does it twice.
 */
export function createAct() {
  const client = useQueryClient()
  const [busy, setBusy] = createSignal<string>()
  const [error, setError] = createSignal<unknown>()
  let unknown: { act: string; key: string } | undefined

  /** `name` and `said` tell one act from another: with other words it is another. */
  async function act<T>(
    { name, said }: { name: string; said?: string },
    send: (key: string) => Promise<T>,
    done?: (result: T) => void,
  ): Promise<void> {
    if (busy() !== undefined) return
    setBusy(name)
    setError(undefined)
    const what = JSON.stringify([name, said])
    if (unknown?.act !== what) unknown = { act: what, key: crypto.randomUUID() }
    try {
      const result = await send(unknown.key)
      unknown = undefined
      done?.(result)
    } catch (failure) {
      if (!isPassing(failure)) unknown = undefined
      setError(failure)
    } finally {
      setBusy(undefined)
      for (const stale of STALE) void client.invalidateQueries({ queryKey: [stale] })
    }
  }

  return { act, busy, error, setError }
}
