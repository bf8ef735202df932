import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Message, ServerFrame } from '../../worker/contract/chat.ts'
import type { Client, Person } from './client.ts'
import { openSocket, type Wire } from './socket.ts'

const PING = JSON.stringify({ type: 'ping' })
const PING_EVERY_MS = 600
/** A line on which nothing came for so long is given up. */
const PATIENCE_MS = 2000
const CATCH_BREATH_MS = 60
/** After these there is nothing to come back for. */
const FINAL = [4400, 4401, 4403, 4409, 4413]

interface Said {
  client_id: string
  content: string
}
type Frame<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>

/**
 * One tab or telephone of somebody in a conversation, written from docs/chat-protocol.md: it comes back with `since` and
 * `rev`, fetches what it missed, and says again, in order, whatever it has not seen back.
 */
export class Device {
  readonly who: Person
  /** What its person sees, in the order in which it was shown. */
  readonly shown: Message[] = []
  readonly said: Said[] = []
  /** Where what was said stands in the order, by `client_id`. */
  readonly receipts = new Map<string, number>()
  readonly refusals: Frame<'error'>[] = []
  outbox: Said[] = []
  markers: Record<string, number> = {}
  rev = 0
  arrivals = 0
  ended: number | undefined
  protected last = 0
  private readonly api: Client
  private readonly conversation_id: string
  private readonly address: () => string | Promise<string>
  private wire: Wire | undefined
  private greeted = false
  private online = false
  private work: Promise<void> = Promise.resolve()

  constructor(api: Client, who: Person, conversation_id: string, address: () => string | Promise<string>) {
    this.api = api
    this.who = who
    this.conversation_id = conversation_id
    this.address = address
  }

  get lastSeq(): number {
    return this.last
  }

  async comeOnline(): Promise<void> {
    this.online = true
    while (this.online && this.ended === undefined) {
      await this.stay(await this.address())
      await sleep(CATCH_BREATH_MS)
    }
  }

  goOffline(): void {
    this.online = false
    this.wire?.hangUp()
  }

  say(content: string): string {
    const client_id = randomUUID()
    this.said.push({ client_id, content })
    this.outbox.push({ client_id, content })
    if (this.greeted) this.send({ type: 'send', client_id, content })
    return client_id
  }

  /** Anything but a message: what is lost on the way is not done. */
  send(frame: object): void {
    if (this.greeted) this.wire?.say(JSON.stringify(frame))
  }

  /** One connection, until either side has enough of it. */
  private stay(base: string): Promise<void> {
    const path = `/ws/conversations/${this.conversation_id}/?since=${this.last}&rev=${this.rev}`
    return new Promise((over) => {
      let heard = performance.now()
      const wire = openSocket(base + path, this.who.token, {
        heard: (text) => {
          heard = performance.now()
          const frame: ServerFrame = JSON.parse(text)
          this.work = this.work
            .then(() => (this.wire === wire ? this.take(frame) : undefined))
            .catch(() => wire.hangUp())
        },
        closed: (code) => {
          clearInterval(heart)
          if (this.wire === wire) [this.wire, this.greeted] = [undefined, false]
          if (FINAL.includes(code)) this.ended = code
          over()
        },
      })
      const heart = setInterval(() => {
        if (performance.now() - heard > PATIENCE_MS) wire.hangUp()
        else wire.say(PING)
      }, PING_EVERY_MS)
      this.wire = wire
    })
  }

  private take(frame: ServerFrame): void | Promise<void> {
    if (frame.type === 'hello') return this.greet(frame)
    if (frame.type === 'message') return this.hear(frame)
    if (frame.type === 'changed') return this.alter(frame)
    if (frame.type === 'read') this.markers[frame.account_id] = frame.seq
    if (frame.type === 'error') this.accept(frame)
  }

  private async greet({ items, more, rev, changes, more_changes, markers }: Frame<'hello'>): Promise<void> {
    const wire = this.wire
    for (const message of items) this.show(message)
    if (more) await this.fetchMessages()
    for (const message of changes) this.renew(message)
    this.rev = Math.max(this.rev, rev)
    if (more_changes) await this.fetchChanges()
    this.markers = { ...markers }
    // Another line may have come meanwhile; what is said before that one greets would be lost on it.
    if (this.wire !== wire) return
    this.greeted = true
    this.arrivals++
    for (const said of this.outbox) this.send({ type: 'send', ...said })
  }

  private async hear({ type: _, ...message }: Frame<'message'>): Promise<void> {
    if (message.seq > this.last + 1) await this.fetchMessages()
    this.show(message)
  }

  private async alter({ rev, message }: Frame<'changed'>): Promise<void> {
    if (rev > this.rev + 1) await this.fetchChanges()
    this.renew(message)
    this.rev = Math.max(this.rev, rev)
  }

  private accept(error: Frame<'error'>): void {
    // Who begins again says everything again in order; going on would leave a hole in it.
    if (error.code === 'too_many_requests') return this.wire?.hangUp()
    this.refusals.push(error)
    this.outbox = this.outbox.filter(({ client_id }) => client_id !== error.client_id)
  }

  private async fetchMessages(): Promise<void> {
    for (;;) {
      const path = `/api/chat/messages/${this.conversation_id}/?limit=100&after_seq=${this.last}`
      const { items } = await this.api.must(200, 'GET', path, { as: this.who })
      for (const message of items) this.show(message)
      if (items.length < 100) return
    }
  }

  private async fetchChanges(): Promise<void> {
    for (let more = true; more;) {
      const path = `/api/chat/messages/${this.conversation_id}/changes/?after_rev=${this.rev}`
      const changes = await this.api.must(200, 'GET', path, { as: this.who })
      for (const message of changes.items) this.renew(message)
      this.rev = Math.max(this.rev, changes.rev)
      more = changes.more
    }
  }

  protected show(message: Message): void {
    if (message.seq <= this.last) this.renew(message)
    else {
      this.shown.push(message)
      this.last = message.seq
    }
    const mine = this.outbox.findIndex(({ client_id }) => client_id === message.client_id)
    if (mine < 0 || message.sender_id !== this.who.id) return
    this.receipts.set(message.client_id, message.seq)
    this.outbox.splice(mine, 1)
  }

  /** Of two copies, the one that was touched later. */
  private renew(message: Message): void {
    const at = this.shown.findLastIndex(({ seq }) => seq === message.seq)
    if (at >= 0 && message.rev > this.shown[at]!.rev) this.shown[at] = message
  }
}
