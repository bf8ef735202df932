import { createSignal, onCleanup, type Accessor } from 'solid-js'

const SETTLED_MS = 1500
let offset = 0

/**
 * The browser's only clock: the device's time put right by what the server last said.
 * Small differences are travel time, so they do not make shown times jump.
 */
export function learnServerTime(instant: string | null): void {
  const server = instant === null ? Number.NaN : Date.parse(instant)
  if (Number.isNaN(server)) return
  const difference = server - Date.now()
  if (Math.abs(difference - offset) > SETTLED_MS) offset = difference
}

export function now(): number {
  return Date.now() + offset
}

/** The time as a signal, for things that say "today" or "in 28 minutes". */
export function createNow(everyMs = 30_000): Accessor<number> {
  const [time, setTime] = createSignal(now())
  const timer = setInterval(() => setTime(now()), everyMs)
  onCleanup(() => clearInterval(timer))
  return time
}

/** Milliseconds left until an ISO instant, never below zero, every second. Undefined without an instant. */
export function createRemaining(until: Accessor<string | null | undefined>): Accessor<number | undefined> {
  const time = createNow(1000)
  return () => {
    const instant = until()
    return instant ? Math.max(0, Date.parse(instant) - time()) : undefined
  }
}
