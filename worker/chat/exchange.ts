import type { SessionNews } from '../contract/chat'
import type { Audience } from './audience'
import type { Markers } from './markers'
import type { Changed } from './message-changes'
import type { MessageLog } from './message-log'
import type { Registry } from './registry'
import type { Actor, Change, Draft, Refused, Sent, Talk } from './talk'

interface Room {
  talk: Talk
  log: MessageLog
  markers: Markers
  audience: Audience
  registry: Registry
}

/** What is said, changed and read here, whichever way it came: kept, then told to everybody, then to the registry. */
export class Exchange {
  constructor(private readonly room: Room) {}

  /** One insert, then one broadcast: the sender's copy is the receipt, held by the output gate until the row is durable. */
  post(actor: Actor, draft: Draft): Sent {
    const { talk, audience, registry } = this.room
    const sent = talk.send(actor, draft)
    if ('refused' in sent || sent.repeated) return sent
    audience.broadcast({ type: 'message', ...sent.message })
    registry.tellSoon()
    return sent
  }

  /** The list shows the last message as it is now; a deleted one takes its files with it. */
  change(actor: Actor, change: Change): Changed | Refused {
    const { talk, log, audience, registry } = this.room
    const changed = talk.change(actor, change)
    if ('refused' in changed || !changed.changed) return changed
    const { message } = changed
    audience.broadcast({ type: 'changed', rev: message.rev, message })
    const isLast = message.seq === log.lastSeq()
    if (change.type === 'delete' || (change.type === 'edit' && isLast)) registry.tellSoon()
    return changed
  }

  read(account_id: string, seq: number): void {
    const { markers, audience, registry } = this.room
    const moved = markers.readUpTo(account_id, seq)
    if (moved === undefined) return
    audience.broadcast({ type: 'read', account_id, seq: moved })
    registry.tellSoon()
  }

  announce(cause: string, news: SessionNews): void {
    const { talk, audience, registry } = this.room
    const message = talk.announce(cause, news)
    if (!message) return
    audience.broadcast({ type: 'message', ...message })
    registry.tellSoon()
  }
}
