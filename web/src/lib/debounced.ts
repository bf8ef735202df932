import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'

/** Follows a value once it has rested: what one types, without a request for each letter. */
export function createDebounced<T>(value: Accessor<T>, restMs = 180): Accessor<T> {
  const [rested, setRested] = createSignal(value())
  createEffect(() => {
    const latest = value()
    const timer = setTimeout(() => setRested(() => latest), restMs)
    onCleanup(() => clearTimeout(timer))
  })
  return rested
}
