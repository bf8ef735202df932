import { DurableObject } from 'cloudflare:workers'
import {
  ClientFrame,
  type Attachment,
  type MessageChanges,
  type MessageHit,
  type ServerFrame,
  type SessionNews,
} from '../contract/chat'
import { CLOSE, PAGE_OF_MESSAGES, REPORT_AROUND } from '../contract/chat.constants'
import { ensureClock, now } from '../lib/clock'
import { isDevelopment, type Environment } from '../lib/environment'
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
import type { Entrance, Place } from './chat.rules'
import { forgetMember, reactionsBy, writtenBy, type Reacted, type Written } from './former-members'
import { ChangeLog, type Changed } from './message-changes'
import { LOG_SCHEMA, MessageLog, type Page, type Planted, type Range } from './message-log'
import { searchMessages, type Search } from './message-search'
import { Registry } from './registry'
import { Standing } from './standing'
import { Talk, type Change, type Draft, type Refused, type Sent } from './talk'

export const conversationOf = (env: Environment, id: string) => env.CONVERSATION.get(env.CONVERSATION.idFromName(id))

const isShown = (ws: WebSocket): boolean => !identityOf(ws).hidden

/** Two people's messages: this object decides their order, keeps them, and hands them to whoever is here. */
export class Conversation extends DurableObject<Environment> {
  private readonly log: MessageLog
  private readonly changes: ChangeLog
  private readonly standing: Standing
  private readonly talk: Talk
  private readonly registry: Registry

  constructor(ctx: DurableObjectState, env: Environment) {
    super(ctx, env)
    answerPings(ctx)
    this.log = new MessageLog(ctx.storage.sql)
    this.changes = new ChangeLog(ctx.storage.sql, this.log)
    this.standing = new Standing(ctx.storage.sql)
    this.talk = new Talk(this.log, this.changes, this.standing)
    this.registry = new Registry(env, ctx, this.log, this.isOnline)
    void ctx.blockConcurrencyWhile(async () => {
      await ensureClock(env)
      applySchema(ctx.storage, LOG_SCHEMA, now())
    })
  }

  override fetch(request: Request): Response {
    const entrance = JSON.parse(decodeURIComponent(request.headers.get(ENTRANCE_HEADER) ?? '')) as Entrance
    const { account_id, session_id, admitted_at, hidden, masked } = entrance
    const query = new URL(request.url).searchParams
    const numberOf = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined)
    this.meet(entrance)
    const arrives = !hidden && !this.isSeen(account_id)
    const { ours, answer } = acceptSocket(this.ctx, { account_id, session_id, admitted_at, hidden, masked })
    tell(ours, this.hello(entrance, numberOf('since'), numberOf('rev')))
    if (arrives) this.tellPresence(account_id, true, ours)
    this.ctx.waitUntil(this.signIn(entrance))
    return answer
  }

  override webSocketMessage(ws: WebSocket, raw: string | ArrayBuffer): void {
    const frame = frameFrom(ws, raw, ClientFrame)
    if (!frame) return
    const { account_id } = identityOf(ws)
    if (frame.type === 'send') return this.take(ws, frame)
    if (frame.type === 'edit' || frame.type === 'delete' || frame.type === 'react') return this.alter(ws, frame)
    const hasty = this.talk.paceOf(account_id, frame.type)
    if (hasty) return this.refuse(ws, hasty)
    if (frame.type === 'read') this.read(account_id, frame.seq)
    if (frame.type === 'typing' && !this.standing.isBlocked())
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
    this.meet(entrance)
    return this.post(entrance, draft)
  }

  /** The same for an edit, a deletion or a reaction. */
  change(entrance: Entrance, change: Change): Changed | Refused {
    this.meet(entrance)
    return this.apply(entrance, change)
  }

  /** A marker that came by HTTP. Answers where it stands now. */
  readUpTo(entrance: Entrance, seq: number): number {
    this.meet(entrance)
    this.read(entrance.account_id, seq)
    return this.log.markerOf(entrance.account_id)
  }

  page(range: Range): Page {
    return this.log.page(range)
  }

  /** A page with a message in its middle: by its seq, or the first one from an instant on. */
  around({ seq, instant, limit }: { seq?: number | undefined; instant?: number | undefined; limit: number }): Page {
    return this.log.around(seq ?? this.log.seqAt(instant ?? 0), limit)
  }

  search(search: Search): MessageHit[] {
    return searchMessages(this.ctx.storage.sql, search)
  }

  changesSince(rev: number): MessageChanges {
    return this.changes.since(rev)
  }

  /** A file that its owner may send here. */
  bring(owner_id: string, attachment: Attachment): void {
    this.standing.bring(owner_id, attachment)
  }

  /** What happened to a session of the two; the same cause again says nothing. */
  announce(place: Place, cause: string, news: SessionNews): void {
    this.log.meet(place)
    const message = this.talk.announce(cause, news)
    if (!message) return
    this.broadcast({ type: 'message', ...message })
    this.registry.tellSoon()
  }

  /** Whether one of the two has blocked the other, as D1 had it then. Who was blocked loses the sockets (D10). */
  setBlocked(blocked_person: string | undefined, as_of: number): void {
    this.standing.setBlocked(blocked_person !== undefined, as_of)
    if (blocked_person !== undefined) this.expel(blocked_person, { code: CLOSE.removed, called_at: as_of })
  }

  /** A message of somebody else with those around it and what they said before, for moderators. */
  windowOf(seq: number) {
    const { items } = this.log.page({ after_seq: seq - REPORT_AROUND - 1, limit: 2 * REPORT_AROUND + 1 })
    const window = items.filter((message) => message.seq <= seq + REPORT_AROUND)
    return { window, earlier: this.changes.earlier(seq - REPORT_AROUND, seq + REPORT_AROUND) }
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

  /** For an export: every reaction of a person. */
  reactionsBy(account_id: string): Reacted[] {
    return reactionsBy(this.ctx.storage.sql, account_id)
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

  /** Who talks here, and whether they may; D1 told the Worker a moment ago. */
  private meet(entrance: Entrance): void {
    this.log.meet(entrance)
    if (entrance.blocked && !this.standing.isBlocked()) this.standing.setBlocked(true, entrance.admitted_at)
  }

  private hello(
    { account_id: you, hidden }: Entrance,
    since: number | undefined,
    rev: number | undefined,
  ): ServerFrame {
    const { items, more } = this.log.page({ after_seq: since, limit: PAGE_OF_MESSAGES })
    const changed =
      since === undefined || rev === undefined
        ? { items: [], more: false, rev: this.changes.rev() }
        : this.changes.since(rev, since)
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
      rev: changed.rev,
      changes: changed.items,
      more_changes: changed.more,
      blocked: this.standing.isBlocked(),
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
    const sent = this.post(identityOf(ws), draft)
    if ('refused' in sent) this.refuse(ws, sent, { client_id: draft.client_id })
    else if (sent.repeated) tell(ws, { type: 'message', ...sent.message } satisfies ServerFrame)
  }

  /** Where it was so already, the one who asked is told how it is. */
  private alter(ws: WebSocket, change: Change): void {
    const changed = this.apply(identityOf(ws), change)
    if ('refused' in changed) return this.refuse(ws, changed, { seq: change.seq })
    const { message } = changed
    if (!changed.changed) tell(ws, { type: 'changed', rev: message.rev, message } satisfies ServerFrame)
  }

  private refuse(
    ws: WebSocket,
    { refused, too_fast }: Refused,
    about: { client_id?: string; seq?: number } = {},
  ): void {
    tell(ws, { type: 'error', code: refused, ...about } satisfies ServerFrame)
    if (too_fast) ws.close(CLOSE.too_fast, 'too fast')
    if (refused === 'idempotency_key_reused') ws.close(CLOSE.client_id_reused, 'client_id reused')
  }

  /** One insert, then one broadcast: the sender's copy is the receipt, held by the output gate until the row is durable. */
  private post(actor: { account_id: string; masked?: boolean }, draft: Draft): Sent {
    const sent = this.talk.send(actor, draft)
    if ('refused' in sent || sent.repeated) return sent
    this.broadcast({ type: 'message', ...sent.message })
    this.registry.tellSoon()
    return sent
  }

  /** The list shows the last message as it is now. */
  private apply(actor: { account_id: string; masked?: boolean }, change: Change): Changed | Refused {
    const changed = this.talk.change(actor, change)
    if ('refused' in changed || !changed.changed) return changed
    const { message } = changed
    this.broadcast({ type: 'changed', rev: message.rev, message })
    if (message.seq === this.log.lastSeq() && change.type !== 'react') this.registry.tellSoon()
    return changed
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
    const text = JSON.stringify(frame)
    for (const ws of openSockets(this.ctx)) if (to(ws)) tell(ws, text)
  }
}
