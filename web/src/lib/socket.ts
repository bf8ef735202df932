import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { learnServerTime } from './clock'
import { BORN, next, type Happening, type SocketLife } from './socket.life'

const PING_EVERY_MS = 25_000
const SILENCE_MS = 10_000
const STEADY_MS = 5_000
const HIDDEN_MS = 5 * 60_000

type Wish<Frame> = {
  /** Asked at every opening, so that it can carry how far one has read: `/ws/conversations/x/?since=41` */
  path: () => string
  onFrame: (frame: Frame) => void
  /** While true, a hidden tab keeps its line. */
  isNeeded?: () => boolean
}

export type Socket = {
  life: Accessor<SocketLife>
  /** False where nothing is open: then the caller keeps what it wanted to send. */
  send: (frame: object) => boolean
}

/**
 * A socket that comes back by itself and closes with the component that opened it. In a tab that nobody has looked at
 * for five minutes it rests until somebody does.
 */
export function createSocket<Frame extends { type: string }>(wish: Wish<Frame>): Socket {
  const [life, setLife] = createSignal<SocketLife>(navigator.onLine ? BORN : { state: 'offline', failures: 0 })
  let socket: WebSocket | undefined
  let timers: ReturnType<typeof setTimeout>[] = []
  let lastHeard = 0
  let resting: ReturnType<typeof setTimeout> | undefined

  const after = (delayMs: number, act: () => void) => timers.push(setTimeout(act, delayMs))

  function forget(): void {
    timers.forEach(clearTimeout)
    timers = []
    const old = socket
    socket = undefined
    old?.close()
  }

  function happen(happening: Happening): void {
    const before = life()
    const now = next(before, happening, Math.random())
    if (now === before) return
    setLife(now)
    if (now.state === before.state) return
    if (now.state === 'connecting') connect()
    if (now.state === 'waiting') after(now.delayMs, () => happen({ type: 'waited' }))
    if (now.state === 'offline' || now.state === 'resting' || now.state === 'ended') forget()
  }

  function keepAlive(own: WebSocket): void {
    after(PING_EVERY_MS, () => {
      const asked = performance.now()
      own.send('{"type":"ping"}')
      after(SILENCE_MS, () => {
        if (lastHeard < asked) drop(own)
        else keepAlive(own)
      })
    })
  }

  /** A dead network may keep a close waiting for minutes, so the socket is given up at once. */
  function drop(own: WebSocket): void {
    if (socket !== own) return
    forget()
    happen({ type: 'closed', code: 1006 })
  }

  function connect(): void {
    forget()
    const address = new URL(wish.path(), location.href)
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
    const own = (socket = new WebSocket(address))
    own.onopen = () => {
      if (socket !== own) return
      happen({ type: 'opened' })
      after(STEADY_MS, () => happen({ type: 'steady' }))
      keepAlive(own)
    }
    own.onmessage = (event) => {
      if (socket !== own) return
      lastHeard = performance.now()
      const frame = JSON.parse(event.data as string) as Frame & { now?: string }
      if (frame.type === 'hello') learnServerTime(frame.now ?? null)
      if (frame.type !== 'pong') wish.onFrame(frame)
    }
    own.onclose = (event) => {
      if (socket !== own) return
      forget()
      happen({ type: 'closed', code: event.code })
    }
  }

  const look = () => happen({ type: navigator.onLine ? 'online' : 'offline' })
  function restLater(): void {
    clearTimeout(resting)
    if (document.visibilityState === 'visible') return
    resting = setTimeout(() => {
      if (!wish.isNeeded?.()) happen({ type: 'unseen' })
      if (life().state !== 'resting') restLater()
    }, HIDDEN_MS)
  }
  function turned(): void {
    restLater()
    if (document.visibilityState !== 'visible') return
    happen({ type: 'seen' })
    look()
  }
  addEventListener('online', look)
  addEventListener('offline', look)
  document.addEventListener('visibilitychange', turned)
  onCleanup(() => {
    removeEventListener('online', look)
    removeEventListener('offline', look)
    document.removeEventListener('visibilitychange', turned)
    clearTimeout(resting)
    forget()
  })
  restLater()
  if (navigator.onLine) connect()

  return {
    life,
    send(frame) {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(frame))
      return true
    },
  }
}
