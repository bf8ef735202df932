import type { ServerFrame } from '../contract/chat'
import { CLOSE } from '../contract/chat.constants'
import type { Environment } from '../lib/environment'
import { inboxOf } from '../notifications/inbox'
import { expelSockets, identityOf, openSockets, tell, type Roll } from '../notifications/socket'
import type { Entrance } from './chat.rules'

const isShown = (ws: WebSocket): boolean => !identityOf(ws).hidden

/** Whoever has a socket into a conversation. */
export class Audience {
  constructor(
    private readonly ctx: DurableObjectState,
    private readonly env: Environment,
  ) {}

  isHere = (account_id: string): boolean => openSockets(this.ctx, account_id).length > 0

  /** Is here, and shows it. */
  isSeen = (account_id: string): boolean => openSockets(this.ctx, account_id).some(isShown)

  broadcast(frame: ServerFrame, to: (ws: WebSocket) => boolean = () => true): void {
    const text = JSON.stringify(frame)
    for (const ws of openSockets(this.ctx)) if (to(ws)) tell(ws, text)
  }

  /** Whoever is hidden neither shows a presence nor is told of one. */
  tellPresence(account_id: string, online: boolean, own?: WebSocket): void {
    this.broadcast({ type: 'presence', account_id, online }, (ws) => ws !== own && isShown(ws))
  }

  /** The inbox remembers where a session has sockets, so that its end reaches them; one that ended meanwhile leaves. */
  signIn({ conversation_id, account_id, session_id, admitted_at }: Entrance): void {
    const enter = async () => {
      const alive = await inboxOf(this.env, account_id).entered(conversation_id, session_id, admitted_at)
      if (alive) return
      expelSockets(openSockets(this.ctx, session_id), { code: CLOSE.session_over, called_at: admitted_at })
    }
    this.ctx.waitUntil(enter())
  }

  /** The last socket of a person says that the person is away. */
  leave(ws: WebSocket, conversation_id: string): void {
    const { account_id, session_id } = identityOf(ws)
    const others = openSockets(this.ctx, account_id).filter((other) => other !== ws)
    if (isShown(ws) && !others.some(isShown)) this.tellPresence(account_id, false, ws)
    if (others.some((other) => identityOf(other).session_id === session_id)) return
    this.ctx.waitUntil(inboxOf(this.env, account_id).left(conversation_id, session_id))
  }

  /** Closes a person's sockets with a stated code; with a list, only those of sessions that are not on it. */
  expel(account_id: string, roll: Roll): void {
    const sockets = openSockets(this.ctx, account_id)
    expelSockets(sockets, roll)
    if (sockets.some(isShown) && !this.isSeen(account_id)) this.tellPresence(account_id, false)
  }
}
