import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'

export type Fetched<T> = {
  data: Accessor<T | undefined>
  error: Accessor<unknown>
  loading: Accessor<boolean>
  retry: () => void
}

/**
 * A read without a cache, for the landing page, which carries no query library. The last answer stays until the next
 * one is there; an answer that comes too late is dropped.
 */
export function createFetched<Key, T>(key: Accessor<Key>, load: (key: Key) => Promise<T>): Fetched<T> {
  const [data, setData] = createSignal<T>()
  const [error, setError] = createSignal<unknown>()
  const [loading, setLoading] = createSignal(true)
  const [tries, setTries] = createSignal(0)

  createEffect(() => {
    tries()
    let late = false
    onCleanup(() => (late = true))
    setLoading(true)
    load(key())
      .then(
        (answer) => {
          if (late) return
          setData(() => answer)
          setError(undefined)
        },
        (failure: unknown) => late || setError(() => failure),
      )
      .finally(() => late || setLoading(false))
  })

  return { data, error, loading, retry: () => setTries((count) => count + 1) }
}
