import { DurableObject } from 'cloudflare:workers'
import { ClientFrame, type Message, type ServerFrame } from '../contract/chat'
import { CLOSE, PAGE_OF_MESSAGES } from '../contract/chat.constants'
import type { ErrorCode } from '../contract/errors'
import { ensureClock, now } from '../lib/clock'
import { isDevelopment, type Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import { ENTRANCE_HEADER, inboxOf } from '../notifications/inbox'
import { applySchema } from '../notifications/object-schema'
import {
  acceptSocket,
  answerClose,
  answerPings,
  expelSockets,
  frameFrom,
  identityOf,
  openSockets,
  tell,
  type Roll,
} from '../notifications/socket'
import { needsReply, type Entrance, type Place } from './chat.rules'
import { forgetMember, writtenBy, type Written } from './former-members'
import { withoutContacts } from '../guardians/guardians.rules'
import { LOG_SCHEMA, MessageLog, type Page, type Planted, type Range } from './message-log'
import { Pace } from './pace'
import { Registry } from './registry'

export const conversationOf = (env: Environment, id: string) => env.CONVERSATION.get(env.CONVERSATION.idFromName(id))

export interface Draft {
  client_id: string
  content: string
  reply_to?: number | undefined
}
/** A repeat answers the first message again. */
export type Sent = { message: Message; repeated: boolean } | { refused: ErrorCode; too_fast?: boolean }

const said = (draft: Draft, masked = false): Draft =>
  masked ? { ...draft, content: withoutContacts(draft.content) } : draft

const isShown = (ws: WebSocket): boolean => !identityOf(ws).hidden

/** Two people's messages: this object decides their order, keeps them, and hands them to whoever is here. */
export class Conversation extends DurableObject<Environment> {
  private readonly log: MessageLog
  private readonly pace = new Pace()
  private readonly registry: Registry

  constructor(ctx: DurableObjectState, env: Environment) {
    super(ctx, env)
    answerPings(ctx)
    this.log = new MessageLog(ctx.storage.sql)
    this.registry = new Registry(env, ctx, this.log, this.isOnline)
    void ctx.blockConcurrencyWhile(async () => {
      await ensureClock(env)
      applySchema(ctx.storage, LOG_SCHEMA, now())
    })
  }

  override fetch(request: Request): Response {
    const entrance = JSON.parse(decodeURIComponent(request.headers.get(ENTRANCE_HEADER) ?? '')) as Entrance
    const { account_id, session_id, admitted_at, hidden, masked } = entrance
    const since = new URL(request.url).searchParams.get('since')
    this.log.meet(entrance)
    const arrives = !hidden && !this.isSeen(account_id)
    const { ours, answer } = acceptSocket(this.ctx, { account_id, session_id, admitted_at, hidden, masked })
    tell(ours, this.hello(account_id, hidden, since === null ? undefined : Number(since)))
    if (arrives) this.tellPresence(account_id, true, ours)
    this.ctx.waitUntil(this.signIn(entrance))
    return answer
  }

  override webSocketMessage(ws: WebSocket, raw: string | ArrayBuffer): void {
    const frame = frameFrom(ws, raw, ClientFrame)
    if (!frame) return
    const { account_id } = identityOf(ws)
    if (frame.type === 'send') return this.take(ws, frame)
    const pace = this.pace.take(account_id, frame.type, now())
    if (pace !== 'fine') return this.refuse(ws, 'too_many_requests', pace === 'too_fast')
    if (frame.type === 'read') this.read(account_id, frame.seq)
    if (frame.type === 'typing')
      this.broadcast({ type: 'typing', account_id }, (other) => identityOf(other).account_id !== account_id)
    if (frame.type === 'ping') tell(ws, { type: 'pong' } satisfies ServerFrame)
  }

  override webSocketClose(ws: WebSocket, code: number): void {
    answerClose(ws, code)
    this.leave(ws)
  }

  override webSocketError(ws: WebSocket): void {
    this.leave(ws)
  }

  override alarm(): Promise<void> {
    return this.registry.onAlarm()
  }

  /** The way of a message that came by HTTP: the same as that of a frame. */
  send(entrance: Entrance, draft: Draft): Sent {
    this.log.meet(entrance)
    return this.post(entrance.account_id, said(draft, entrance.masked))
  }

  page(range: Range): Page {
    return this.log.page(range)
  }

  /** Closes a person's sockets with a stated code; with a list, only those of sessions that are not on it. */
  expel(account_id: string, roll: Roll): void {
    const sockets = openSockets(this.ctx, account_id)
    expelSockets(sockets, roll)
    if (sockets.some(isShown) && !this.isSeen(account_id)) this.tellPresence(account_id, false)
  }

  /** For an export: what a person wrote here, a page at a time. */
  writtenBy(account_id: string, after_seq: number): Written[] {
    return writtenBy(this.ctx.storage.sql, account_id, after_seq)
  }

  /** For an erasure: the messages stay, their author becomes nobody. Repeating it changes nothing. */
  forget(account_id: string, former: string, words: string[]): void {
    forgetMember(this.ctx.storage.sql, account_id, former, words)
  }

  /** Development only: a conversation as if it had taken place, without telling anybody. */
  async plant(place: Place, messages: Planted[], read: Record<string, number>) {
    if (!isDevelopment(this.env)) throw new Error('Only a development world is planted')
    this.log.meet(place)
    if (this.log.lastSeq() > 0) return
    this.log.plant(messages)
    for (const [account_id, seq] of Object.entries(read)) this.log.readUpTo(account_id, seq)
    this.log.beginRuns()
    await this.registry.tell()
  }

  private hello(you: string, hidden: boolean, since: number | undefined): ServerFrame {
    const { items, more } = this.log.page({ after_seq: since, limit: PAGE_OF_MESSAGES })
    const members = this.log.members()
    return {
      type: 'hello',
      v: 1,
      conversation_id: this.log.outline().conversation_id,
      you,
      now: now().toISOString(),
      last_seq: this.log.lastSeq(),
      items,
      more,
      members: members.map(({ account_id, role, name }) => ({
        account_id,
        role,
        name,
        online: !hidden && this.isSeen(account_id),
      })),
      markers: Object.fromEntries(members.map(({ account_id, read_seq }) => [account_id, read_seq])),
    }
  }

  private take(ws: WebSocket, draft: Draft): void {
    const { account_id, masked } = identityOf(ws)
    const sent = this.post(account_id, said(draft, masked))
    if ('refused' in sent) this.refuse(ws, sent.refused, sent.too_fast, draft.client_id)
    else if (sent.repeated) tell(ws, { type: 'message', ...sent.message } satisfies ServerFrame)
  }

  private refuse(ws: WebSocket, code: ErrorCode, too_fast = false, client_id?: string): void {
    tell(ws, { type: 'error', code, ...(client_id !== undefined && { client_id }) } satisfies ServerFrame)
    if (too_fast) ws.close(CLOSE.too_fast, 'too fast')
    if (code === 'idempotency_key_reused') ws.close(CLOSE.client_id_reused, 'client_id reused')
  }

  /** One insert, then one broadcast: the sender's copy is the receipt, held by the output gate until the row is durable. */
  private post(sender_id: string, { client_id, content, reply_to }: Draft): Sent {
    const at = now()
    const pace = this.pace.take(sender_id, 'send', at)
    if (pace !== 'fine') return { refused: 'too_many_requests', too_fast: pace === 'too_fast' }
    const first = this.log.bySender(sender_id, client_id)
    if (first) {
      const same = first.content === content && first.reply_to === (reply_to ?? null)
      return same ? { message: first, repeated: true } : { refused: 'idempotency_key_reused' }
    }
    const so_far = this.log.lastSeq()
    if (reply_to !== undefined && (reply_to < 1 || reply_to > so_far)) return { refused: 'invalid_input' }
    if (needsReply(this.log.roleOf(sender_id), so_far, this.log.mentorWrote())) return { refused: 'reply_needed' }
    const message = this.log.append({
      id: newId(at),
      client_id,
      sender_id,
      content,
      reply_to: reply_to ?? null,
      sent_at: at.getTime(),
    })
    this.broadcast({ type: 'message', ...message })
    this.registry.tellSoon()
    return { message, repeated: false }
  }

  private read(account_id: string, seq: number): void {
    const moved = this.log.readUpTo(account_id, seq)
    if (moved === undefined) return
    this.broadcast({ type: 'read', account_id, seq: moved })
    this.registry.tellSoon()
  }

  /** The last socket of a person says that the person is away. */
  private leave(ws: WebSocket): void {
    const { account_id, session_id } = identityOf(ws)
    const others = openSockets(this.ctx, account_id).filter((other) => other !== ws)
    if (isShown(ws) && !others.some(isShown)) this.tellPresence(account_id, false, ws)
    if (others.some((other) => identityOf(other).session_id === session_id)) return
    this.ctx.waitUntil(inboxOf(this.env, account_id).left(this.log.outline().conversation_id, session_id))
  }

  /** The inbox remembers where a session has sockets, so that its end reaches them; one that ended meanwhile leaves. */
  private async signIn({ conversation_id, account_id, session_id, admitted_at }: Entrance): Promise<void> {
    const alive = await inboxOf(this.env, account_id).entered(conversation_id, session_id, admitted_at)
    if (alive) return
    expelSockets(openSockets(this.ctx, session_id), { code: CLOSE.session_over, called_at: admitted_at })
  }

  /** Whoever is hidden neither shows a presence nor is told of one. */
  private tellPresence(account_id: string, online: boolean, own?: WebSocket): void {
    this.broadcast({ type: 'presence', account_id, online }, (ws) => ws !== own && isShown(ws))
  }

  private isSeen = (account_id: string): boolean => openSockets(this.ctx, account_id).some(isShown)

  private isOnline = (account_id: string): boolean => openSockets(this.ctx, account_id).length > 0

  private broadcast(frame: ServerFrame, to: (ws: WebSocket) => boolean = () => true): void {
    for (const ws of openSockets(this.ctx)) if (to(ws)) tell(ws, frame)
  }
}
