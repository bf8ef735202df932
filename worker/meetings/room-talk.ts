import type { MessageLog } from '../chat/message-log'
import { Pace } from '../chat/pace'
import type { Message } from '../contract/chat'
import type { ErrorCode } from '../contract/errors'
import { newId } from '../lib/ids'

interface Draft {
  client_id: string
  content: string
  reply_to?: number | undefined
}
type Sent = { message: Message; repeated: boolean } | { refused: ErrorCode; too_fast?: boolean }

/** What a group says in its room, under the rules of any conversation: one order, and each `client_id` once. */
export class RoomTalk {
  private readonly pace = new Pace()

  constructor(private readonly log: MessageLog) {}

  paceOf = (account_id: string, at: Date) => this.pace.take(account_id, 'ping', at)

  take(sender_id: string, { client_id, content, reply_to }: Draft, at: Date): Sent {
    const pace = this.pace.take(sender_id, 'send', at)
    if (pace !== 'fine') return { refused: 'too_many_requests', too_fast: pace === 'too_fast' }
    const first = this.log.bySender(sender_id, client_id)
    if (first) {
      const same = first.content === content && first.reply_to === (reply_to ?? null)
      return same ? { message: first, repeated: true } : { refused: 'idempotency_key_reused' }
    }
    if (reply_to !== undefined && (reply_to < 1 || reply_to > this.log.lastSeq())) return { refused: 'invalid_input' }
    const entry = { id: newId(at), client_id, sender_id, content, reply_to: reply_to ?? null, sent_at: at.getTime() }
    return { message: this.log.append(entry)!, repeated: false }
  }
}
