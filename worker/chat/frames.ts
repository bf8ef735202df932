import type { ClientFrame, ServerFrame } from '../contract/chat'
import { CLOSE } from '../contract/chat.constants'
import { identityOf, tell } from '../notifications/socket'
import type { Audience } from './audience'
import type { Exchange } from './exchange'
import type { Standing } from './standing'
import type { Change, Draft, Refused, Talk } from './talk'

const answer = (ws: WebSocket, frame: ServerFrame): void => tell(ws, frame)

/** Frames of one socket, and what it alone is answered. */
export class Frames {
  constructor(
    private readonly exchange: Exchange,
    private readonly talk: Talk,
    private readonly standing: Standing,
    private readonly audience: Audience,
  ) {}

  take(ws: WebSocket, frame: ClientFrame): void {
    const { account_id } = identityOf(ws)
    if (frame.type === 'send') return this.post(ws, frame)
    if (frame.type === 'edit' || frame.type === 'delete' || frame.type === 'react') return this.change(ws, frame)
    const hasty = this.talk.paceOf(account_id, frame.type)
    if (hasty) return this.refuse(ws, hasty)
    if (frame.type === 'read') this.exchange.read(account_id, frame.seq)
    if (frame.type === 'typing' && !this.standing.isBlocked())
      this.audience.broadcast({ type: 'typing', account_id }, (other) => identityOf(other).account_id !== account_id)
    if (frame.type === 'ping') answer(ws, { type: 'pong' })
  }

  private post(ws: WebSocket, draft: Draft): void {
    const sent = this.exchange.post(identityOf(ws), draft)
    if ('refused' in sent) this.refuse(ws, sent, { client_id: draft.client_id })
    else if (sent.repeated) answer(ws, { type: 'message', ...sent.message })
  }

  /** Where it was so already, the one who asked is told how it is. */
  private change(ws: WebSocket, change: Change): void {
    const changed = this.exchange.change(identityOf(ws), change)
    if ('refused' in changed) return this.refuse(ws, changed, { seq: change.seq })
    const { message } = changed
    if (!changed.changed) answer(ws, { type: 'changed', rev: message.rev, message })
  }

  private refuse(
    ws: WebSocket,
    { refused, too_fast }: Refused,
    about: { client_id?: string; seq?: number } = {},
  ): void {
    answer(ws, { type: 'error', code: refused, ...about })
    if (too_fast) ws.close(CLOSE.too_fast, 'too fast')
    if (refused === 'idempotency_key_reused') ws.close(CLOSE.client_id_reused, 'client_id reused')
  }
}
