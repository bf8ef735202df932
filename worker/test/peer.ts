import { SELF } from 'cloudflare:test'
import { ORIGIN, type Person } from './world'

type Frame = { type: string } & Record<string, any>
const PATIENCE_MS = 4000

/** Asks for a socket as a client does; a refusal is the answer itself. */
export const upgrade = (path: string, as?: Person, headers: Record<string, string> = {}): Promise<Response> =>
  SELF.fetch(`${ORIGIN}/ws${path}`, {
    headers: { upgrade: 'websocket', ...(as && { authorization: `Token ${as.token}` }), ...headers },
  })

/** The client's end of a socket in tests: frames in the order they came, awaited by what they are. */
export class Peer {
  readonly frames: Frame[] = []
  readonly closed: Promise<number>
  private waiting: (() => void)[] = []

  constructor(private readonly ws: WebSocket) {
    ws.addEventListener('message', ({ data }) => {
      this.frames.push(JSON.parse(String(data)))
      for (const wake of this.waiting.splice(0)) wake()
    })
    this.closed = new Promise((resolve) => ws.addEventListener('close', ({ code }) => resolve(code)))
    ws.accept()
  }

  send(frame: unknown): void {
    this.ws.send(typeof frame === 'string' || frame instanceof ArrayBuffer ? frame : JSON.stringify(frame))
  }

  say(content: string, client_id: string = crypto.randomUUID()): string {
    this.send({ type: 'send', client_id, content })
    return client_id
  }

  /** The first frame, from the `from`th on, that fits. */
  async next(fits: Partial<Frame> | ((frame: Frame) => boolean), from = 0): Promise<Frame> {
    const matches =
      typeof fits === 'function'
        ? fits
        : (frame: Frame) => Object.entries(fits).every(([key, value]) => frame[key] === value)
    const until = performance.now() + PATIENCE_MS
    for (;;) {
      const found = this.frames.slice(from).find(matches)
      if (found) return found
      const left = until - performance.now()
      if (left <= 0) throw new Error(`no ${JSON.stringify(fits)} among ${JSON.stringify(this.frames)}`)
      await this.another(left)
    }
  }

  /** Until a frame comes or the time is over; the timer goes with it, for a runtime holds only so many. */
  private another(within: number): Promise<void> {
    return new Promise((wake) => {
      const timer = setTimeout(wake, within)
      this.waiting.push(() => {
        clearTimeout(timer)
        wake()
      })
    })
  }

  /** Everything sent before this has been handled: the object answers in order. */
  async settled(): Promise<void> {
    const from = this.frames.length
    this.send('{ "type": "ping" }')
    await this.next({ type: 'pong' }, from)
  }

  messages(): Frame[] {
    return this.frames.flatMap((frame) =>
      frame.type === 'hello' ? frame.items : frame.type === 'message' ? [frame] : [],
    )
  }

  hangUp(): Promise<number> {
    this.ws.close(1000)
    return this.closed
  }
}

/** An open socket whose hello has come. */
export async function connect(path: string, as: Person): Promise<Peer & { hello: Frame }> {
  const { status, webSocket } = await upgrade(path, as)
  if (!webSocket) throw new Error(`refused with ${status}`)
  const peer = new Peer(webSocket)
  return Object.assign(peer, { hello: await peer.next({ type: 'hello' }) })
}
