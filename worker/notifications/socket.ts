import type * as z from 'zod'
import { CLOSE, FRAME_BYTES } from '../contract/chat.constants'

/** Who is at the other end of a socket. It lies in the attachment, which survives hibernation. */
export interface Identity {
  account_id: string
  session_id: string
  /** When the Worker let it in (ms). */
  admitted_at: number
  /** Is not seen here and sees nobody. */
  hidden?: boolean
  /** Ways to meet elsewhere are taken out of what is said. */
  masked?: boolean
  /** Unreadable frames so far; the third ends it. */
  bad: number
}

const PING = '{"type":"ping"}'
const PONG = '{"type":"pong"}'
const BAD_FRAMES_MOST = 3

export const identityOf = (ws: WebSocket): Identity => ws.deserializeAttachment() as Identity

/** The platform answers pings, so that a quiet object sleeps on. */
export const answerPings = (ctx: DurableObjectState): void =>
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG))

/** The client's end of a new socket, and ours. */
export function acceptSocket(
  ctx: DurableObjectState,
  identity: Omit<Identity, 'bad'>,
): { ours: WebSocket; answer: Response } {
  const [theirs, ours] = Object.values(new WebSocketPair()) as [WebSocket, WebSocket]
  ctx.acceptWebSocket(ours, [identity.account_id, identity.session_id])
  ours.serializeAttachment({ ...identity, bad: 0 } satisfies Identity)
  return { ours, answer: new Response(null, { status: 101, webSocket: theirs }) }
}

export const openSockets = (ctx: DurableObjectState, tag?: string): WebSocket[] =>
  ctx.getWebSockets(tag).filter((ws) => ws.readyState === WebSocket.OPEN)

/** A socket that died a moment ago is no reason to fail the others. */
/** A frame, or one that was written out before because many are told the same. */
export function tell(ws: WebSocket, frame: object | string): void {
  try {
    ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  } catch {
    // The close event follows.
  }
}

/** The platform may not be sent its own 1005 and 1006 back. */
export function answerClose(ws: WebSocket, code: number): void {
  try {
    ws.close(code === 1005 || code === 1006 || code === 1015 ? 1000 : code)
  } catch {
    // It was closed by us already.
  }
}

/** Closes what came before `called_at` and is not of a session on the list; without one, everything. */
export interface Roll {
  code: number
  alive?: string[]
  called_at: number
}

export function expelSockets(sockets: WebSocket[], { code, alive = [], called_at }: Roll): void {
  for (const ws of sockets) {
    const { session_id, admitted_at } = identityOf(ws)
    if (admitted_at <= called_at && !alive.includes(session_id))
      ws.close(code, code === CLOSE.session_over ? 'session over' : 'removed')
  }
}

/** A frame as the contract has it. Anything else is told to its sender, and the third time ends the socket. */
export function frameFrom<S extends z.ZodType>(
  ws: WebSocket,
  raw: string | ArrayBuffer,
  schema: S,
): z.output<S> | undefined {
  // What was under way when we closed it counts for nothing.
  if (ws.readyState !== WebSocket.OPEN) return undefined
  if (sizeOf(raw) > FRAME_BYTES) {
    ws.close(CLOSE.frame_too_large, 'frame too large')
    return undefined
  }
  const value = parsed(raw)
  const verdict = schema.safeParse(value)
  if (verdict.success) return verdict.data
  refuseFrame(ws, value)
  return undefined
}

function refuseFrame(ws: WebSocket, value: unknown): void {
  const { client_id } = (value ?? {}) as { client_id?: unknown }
  tell(ws, {
    type: 'error',
    code: value === undefined ? 'malformed_json' : 'invalid_input',
    ...(typeof client_id === 'string' && { client_id: client_id.slice(0, 64) }),
  })
  const identity = identityOf(ws)
  const bad = identity.bad + 1
  ws.serializeAttachment({ ...identity, bad } satisfies Identity)
  if (bad >= BAD_FRAMES_MOST) ws.close(CLOSE.third_bad_frame, 'third bad frame')
}

const sizeOf = (raw: string | ArrayBuffer): number =>
  typeof raw !== 'string'
    ? raw.byteLength
    : raw.length > FRAME_BYTES
      ? raw.length
      : new TextEncoder().encode(raw).length

function parsed(raw: string | ArrayBuffer): unknown {
  if (typeof raw !== 'string') return undefined
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
