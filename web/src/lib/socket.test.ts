import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSocket, type Socket } from './socket'

const MINUTE = 60_000

/** The browser's side of a line: what was opened, and whether it still is. */
class Line extends EventTarget {
  static readonly OPEN = 1
  static lines: Line[] = []
  readyState = 0
  sent: string[] = []
  onopen?: () => void
  onclose?: (event: { code: number }) => void
  constructor(readonly address: URL) {
    super()
    Line.lines.push(this)
  }
  send = (text: string) => void this.sent.push(text)
  close = () => void (this.readyState = 3)
  open(): void {
    this.readyState = 1
    this.onopen?.()
  }
}

let stop: () => void
let socket: Socket
let seq = 0
const show = (visibility: 'visible' | 'hidden') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  document.dispatchEvent(new Event('visibilitychange'))
}
const openLines = () => Line.lines.filter((line) => line.readyState < 2)
const begin = (isNeeded?: () => boolean) => {
  stop = createRoot((dispose) => {
    socket = createSocket({
      path: () => `/ws/x/?since=${seq}`,
      onFrame: () => undefined,
      ...(isNeeded && { isNeeded }),
    })
    return dispose
  })
  Line.lines[0]!.open()
}

beforeEach(() => {
  vi.useFakeTimers()
  Line.lines = []
  vi.stubGlobal('WebSocket', Line)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('closes after five minutes in a hidden tab, and comes back with how far it had read when somebody looks', () => {
  begin()
  show('hidden')
  seq = 41
  // Without a pong it is given up in between and comes back: what counts is what is open.
  vi.advanceTimersByTime(4 * MINUTE)
  expect(socket.life().state).not.toBe('resting')
  vi.advanceTimersByTime(MINUTE)
  expect([socket.life().state, openLines().length]).toEqual(['resting', 0])
  show('visible')
  expect(openLines().map((line) => line.address.search)).toEqual(['?since=41'])
})

it('stays open in a tab that was hidden only for a while', () => {
  begin()
  show('hidden')
  vi.advanceTimersByTime(3 * MINUTE)
  show('visible')
  vi.advanceTimersByTime(3 * MINUTE)
  expect(socket.life().state).not.toBe('resting')
})

it('keeps a hidden line for as long as it is needed', () => {
  let needed = true
  begin(() => needed)
  show('hidden')
  vi.advanceTimersByTime(6 * MINUTE)
  expect(socket.life().state).not.toBe('resting')
  needed = false
  vi.advanceTimersByTime(5 * MINUTE)
  expect(socket.life().state).toBe('resting')
})
