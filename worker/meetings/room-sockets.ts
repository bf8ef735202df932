import { CLOSE } from '../contract/chat.constants'
import type { RoomFrame } from '../contract/meetings'
import type { Environment } from '../lib/environment'
import { inboxOf, MEETING_PREFIX } from '../notifications/inbox'
import { expelSockets, identityOf, openSockets, tell, type Identity } from '../notifications/socket'
import type { RoomEntrance } from './room-state'

/** The mark lies in the attachment, which survives hibernation. */
const isMarked = (ws: WebSocket): boolean => (identityOf(ws) as Identity & { here?: boolean }).here === true
const mark = (ws: WebSocket, here: boolean): void => ws.serializeAttachment({ ...identityOf(ws), here })

/** Who of the people of a room shows as here, and how everybody hears of it. */
export class RoomSockets {
  constructor(
    private readonly ctx: DurableObjectState,
    private readonly env: Environment,
  ) {}

  isOpen = (account_id: string): boolean => openSockets(this.ctx, account_id).length > 0
  isHere = (account_id: string): boolean => openSockets(this.ctx, account_id).some(isMarked)

  broadcast(frame: RoomFrame, but?: WebSocket): void {
    for (const ws of openSockets(this.ctx)) if (ws !== but) tell(ws, frame)
  }

  /** Who enters reads of it in the greeting. */
  markHere(ws: WebSocket, enters: boolean): void {
    const { account_id } = identityOf(ws)
    const was = this.isHere(account_id)
    if (!isMarked(ws)) mark(ws, true)
    if (!was) this.broadcast({ type: 'here', account_id, here: true }, enters ? ws : undefined)
  }

  markAway(account_id: string): void {
    const sockets = openSockets(this.ctx, account_id).filter(isMarked)
    for (const ws of sockets) mark(ws, false)
    if (sockets.length > 0) this.broadcast({ type: 'here', account_id, here: false })
  }

  /** Leaving is seen at once; that somebody is gone only after the silence. */
  async leave(ws: WebSocket, room_id: string): Promise<void> {
    const { account_id, session_id } = identityOf(ws)
    const others = openSockets(this.ctx, account_id).filter((other) => other !== ws)
    if (isMarked(ws) && !others.some(isMarked)) this.broadcast({ type: 'here', account_id, here: false }, ws)
    if (others.some((other) => identityOf(other).session_id === session_id)) return
    await inboxOf(this.env, account_id).left(MEETING_PREFIX + room_id, session_id)
  }

  /** The inbox remembers where a session has sockets, so that its end reaches them; one that ended meanwhile leaves. */
  async signIn({ room_id, account_id, session_id, admitted_at }: RoomEntrance): Promise<void> {
    const alive = await inboxOf(this.env, account_id).entered(MEETING_PREFIX + room_id, session_id, admitted_at)
    if (!alive) expelSockets(openSockets(this.ctx, session_id), { code: CLOSE.session_over, called_at: admitted_at })
  }
}
