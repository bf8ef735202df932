import { DurableObject } from 'cloudflare:workers'
import {
  ClientFrame,
  type Attachment,
  type MessageChanges,
  type MessageHit,
  type ServerFrame,
  type SessionNews,
} from '../contract/chat'
import { CLOSE, REPORT_AROUND } from '../contract/chat.constants'
import { ensureClock, now } from '../lib/clock'
import { isDevelopment, type Environment } from '../lib/environment'
import { ENTRANCE_HEADER } from '../notifications/inbox'
import { applySchema } from '../notifications/object-schema'
import { acceptSocket, answerClose, answerPings, frameFrom, tell, type Roll } from '../notifications/socket'
import { Audience } from './audience'
import { BroughtFiles } from './brought-files'
import type { Entrance, Place } from './chat.rules'
import { Exchange } from './exchange'
import { Frames } from './frames'
import { forgetMember, reactionsBy, writtenBy, type Reacted, type Written } from './former-members'
import { ChangeLog, type Changed } from './message-changes'
import { greeting, type Stand } from './greeting'
import { LOG_SCHEMA } from './log-schema'
import { Markers } from './markers'
import { MessageLog, type Page, type Range } from './message-log'
import { searchMessages, type Search } from './message-search'
import { plant, type Planted } from './planting'
import { Registry } from './registry'
import { seqAt } from './seq-at'
import { Standing } from './standing'
import { Talk, type Change, type Draft, type Refused, type Sent } from './talk'

export const conversationOf = (env: Environment, id: string) => env.CONVERSATION.get(env.CONVERSATION.idFromName(id))

/** Two people's messages: this object decides their order, keeps them, and hands them to whoever is here. */
export class Conversation extends DurableObject<Environment> {
  private readonly log: MessageLog
  private readonly changes: ChangeLog
  private readonly markers: Markers
  private readonly standing: Standing
  private readonly files: BroughtFiles
  private readonly audience: Audience
  private readonly registry: Registry
  private readonly exchange: Exchange
  private readonly frames: Frames

  constructor(ctx: DurableObjectState, env: Environment) {
    super(ctx, env)
    answerPings(ctx)
    const { sql } = ctx.storage
    this.log = new MessageLog(sql)
    this.changes = new ChangeLog(sql, this.log)
    this.markers = new Markers(sql, this.log)
    this.standing = new Standing(sql)
    this.files = new BroughtFiles(sql)
    this.audience = new Audience(ctx, env)
    const { log, markers, files, audience, standing } = this
    this.registry = new Registry(env, ctx, { log, markers, files, sql, isHere: audience.isHere })
    const talk = new Talk(log, this.changes, standing, files)
    this.exchange = new Exchange({ talk, log, markers, audience, registry: this.registry })
    this.frames = new Frames(this.exchange, talk, standing, audience)
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
    const arrives = !hidden && !this.audience.isSeen(account_id)
    const { ours, answer } = acceptSocket(this.ctx, { account_id, session_id, admitted_at, hidden, masked })
    tell(ours, this.hello(entrance, { since: numberOf('since'), rev: numberOf('rev') }))
    if (arrives) this.audience.tellPresence(account_id, true, ours)
    this.audience.signIn(entrance)
    return answer
  }

  override webSocketMessage(ws: WebSocket, raw: string | ArrayBuffer): void {
    const frame = frameFrom(ws, raw, ClientFrame)
    if (frame) this.frames.take(ws, frame)
  }

  override webSocketClose(ws: WebSocket, code: number): void {
    answerClose(ws, code)
    this.audience.leave(ws, this.log.outline().conversation_id)
  }

  override webSocketError(ws: WebSocket): void {
    this.audience.leave(ws, this.log.outline().conversation_id)
  }

  override alarm(): Promise<void> {
    return this.registry.onAlarm()
  }

  /** The way of a message that came by HTTP: the same as that of a frame. */
  send(entrance: Entrance, draft: Draft): Sent {
    this.meet(entrance)
    return this.exchange.post(entrance, draft)
  }

  /** The same for an edit, a deletion or a reaction. */
  change(entrance: Entrance, change: Change): Changed | Refused {
    this.meet(entrance)
    return this.exchange.change(entrance, change)
  }

  /** A marker that came by HTTP. Answers where it stands now. */
  readUpTo(entrance: Entrance, seq: number): number {
    this.meet(entrance)
    this.exchange.read(entrance.account_id, seq)
    return this.markers.of(entrance.account_id)
  }

  page(range: Range): Page {
    return this.log.page(range)
  }

  /** A page with a message in its middle: by its seq, or the first one from an instant on. */
  around({ seq, instant, limit }: { seq?: number | undefined; instant?: number | undefined; limit: number }): Page {
    return this.log.around(seq ?? seqAt(this.ctx.storage.sql, this.log.lastSeq(), instant ?? 0), limit)
  }

  search(search: Search): MessageHit[] {
    return searchMessages(this.ctx.storage.sql, search)
  }

  changesSince(rev: number): MessageChanges {
    return this.changes.since(rev)
  }

  /** A file that its owner may send here. */
  bring(owner_id: string, attachment: Attachment): void {
    this.files.bring(owner_id, attachment, now())
  }

  /** Whether a message shows this file. */
  shows(file_id: string): boolean {
    return this.files.shows(file_id)
  }

  /** Whether this person has a socket here. */
  isHere(account_id: string): boolean {
    return this.audience.isHere(account_id)
  }

  /** What happened to a session of the two; the same cause again says nothing. */
  announce(place: Place, cause: string, news: SessionNews): void {
    this.log.meet(place)
    this.exchange.announce(cause, news)
  }

  /** Whether one of the two has blocked the other, as D1 had it then. Who was blocked loses the sockets (D10). */
  setBlocked(blocked_person: string | undefined, as_of: number): void {
    this.standing.setBlocked(blocked_person !== undefined, as_of)
    if (blocked_person !== undefined) this.audience.expel(blocked_person, { code: CLOSE.removed, called_at: as_of })
  }

  /** A message of somebody else with those around it and what they said before, for moderators. */
  windowOf(seq: number) {
    const { items } = this.log.page({ after_seq: seq - REPORT_AROUND - 1, limit: 2 * REPORT_AROUND + 1 })
    const window = items.filter((message) => message.seq <= seq + REPORT_AROUND)
    return { window, earlier: this.changes.earlier(seq - REPORT_AROUND, seq + REPORT_AROUND) }
  }

  /** Closes a person's sockets with a stated code; with a list, only those of sessions that are not on it. */
  expel(account_id: string, roll: Roll): void {
    this.audience.expel(account_id, roll)
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
  plant(place: Place, messages: Planted[], read: Record<string, number>): void {
    if (!isDevelopment(this.env)) throw new Error('Only a development world is planted')
    this.log.meet(place)
    if (this.log.lastSeq() === 0) plant(this.log, this.markers, messages, read)
  }

  /** Tells D1 now, as after planting, when D1 knows of this conversation. */
  register(): Promise<void> {
    return this.registry.tell()
  }

  /** Who talks here, and whether they may; D1 told the Worker a moment ago. */
  private meet(entrance: Entrance): void {
    this.log.meet(entrance)
    if (entrance.blocked && !this.standing.isBlocked()) this.standing.setBlocked(true, entrance.admitted_at)
  }

  private hello(entrance: Entrance, stand: Stand): ServerFrame {
    const { log, changes, standing, audience } = this
    return greeting({ log, changes, standing, audience }, entrance, stand)
  }
}
