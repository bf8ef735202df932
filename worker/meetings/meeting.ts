import { DurableObject } from 'cloudflare:workers'
import { forgetMember, writtenBy, type Written } from '../chat/former-members'
import { LOG_SCHEMA } from '../chat/log-schema'
import { MessageLog, type Page, type Range } from '../chat/message-log'
import { CLOSE } from '../contract/chat.constants'
import { RoomClientFrame, type MeetingNotes, type RoomFrame } from '../contract/meetings'
import { SILENCE_MS } from '../contract/meetings.constants'
import { withoutContacts } from '../guardians/guardians.rules'
import { ensureClock, machineTime, now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { isDevelopment, type Environment } from '../lib/environment'
import { report } from '../lib/log'
import { ENTRANCE_HEADER } from '../notifications/inbox'
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
import { announce, hasNews, settleNotice } from './announcer'
import { greeting } from './greeting'
import { writePresences, type PresenceRow } from './meetings.data'
import { PRESENCE_SCHEMA, PresenceLog } from './presence-log'
import { ROOM_SCHEMA, RoomState, type RoomEntrance } from './room-state'
import { RoomSockets } from './room-sockets'
import { RoomTalk } from './room-talk'

export const meetingOf = (env: Environment, room_id: string) => env.MEETING.get(env.MEETING.idFromName(room_id))

type Frame<T extends RoomClientFrame['type']> = Extract<RoomClientFrame, { type: T }>
const RETRY_MS = 5000

/** The room of one session: who is in it and when, by this clock alone, the notes its people share, and a group's talk. */
export class Meeting extends DurableObject<Environment> {
  private readonly presences: PresenceLog
  private readonly state: RoomState
  private readonly log: MessageLog
  private readonly talk: RoomTalk
  private readonly sockets: RoomSockets
  private passing: Promise<unknown> = Promise.resolve()
  private alarm_at: number | undefined

  constructor(ctx: DurableObjectState, env: Environment) {
    super(ctx, env)
    answerPings(ctx)
    this.presences = new PresenceLog(ctx.storage.sql)
    this.state = new RoomState(ctx.storage.sql)
    this.log = new MessageLog(ctx.storage.sql)
    this.talk = new RoomTalk(this.log)
    this.sockets = new RoomSockets(ctx, env)
    void ctx.blockConcurrencyWhile(async () => {
      await ensureClock(env)
      // The talk's own steps come last, for there may be more of them some day.
      applySchema(ctx.storage, [PRESENCE_SCHEMA, ROOM_SCHEMA, ...LOG_SCHEMA], now())
    })
  }

  override fetch(request: Request): Response {
    const entrance = JSON.parse(decodeURIComponent(request.headers.get(ENTRANCE_HEADER) ?? '')) as RoomEntrance
    const { account_id, session_id, admitted_at } = entrance
    const since = new URL(request.url).searchParams.get('since')
    this.meet(entrance)
    const { ours, answer } = acceptSocket(this.ctx, { account_id, session_id, admitted_at })
    this.beat(ours, true)
    tell(
      ours,
      greeting(
        { state: this.state, log: this.log, isHere: this.sockets.isHere },
        account_id,
        since === null ? undefined : Number(since),
      ),
    )
    this.ctx.waitUntil(this.sockets.signIn(entrance))
    this.ctx.waitUntil(settleNotice(this.env, this.state, account_id, now()))
    return answer
  }

  override webSocketMessage(ws: WebSocket, raw: string | ArrayBuffer): void {
    const frame = frameFrom(ws, raw, RoomClientFrame)
    if (!frame) return
    if (frame.type === 'send') return this.say(ws, frame)
    const pace = this.talk.paceOf(identityOf(ws).account_id, now())
    if (pace !== 'fine') return this.refuse(ws, 'too_many_requests', pace === 'too_fast')
    if (frame.type === 'here') this.beat(ws)
    if (frame.type === 'notes') this.writeNotes(ws, frame)
    if (frame.type === 'ping') tell(ws, { type: 'pong' } satisfies RoomFrame)
  }

  override webSocketClose(ws: WebSocket, code: number): void {
    answerClose(ws, code)
    this.ctx.waitUntil(this.sockets.leave(ws, this.state.session()?.room_id ?? ''))
  }

  override webSocketError(ws: WebSocket): void {
    this.ctx.waitUntil(this.sockets.leave(ws, this.state.session()?.room_id ?? ''))
  }

  override async alarm(): Promise<void> {
    this.alarm_at = undefined
    await this.settle()
  }

  /** Opening the meeting link counts as having come (H1). */
  async cameByLink(entrance: RoomEntrance): Promise<void> {
    this.meet(entrance)
    this.presences.cameByLink(this.whoIs(entrance.account_id), now())
    await this.settle()
  }

  /** Ends what has ended, tells D1 and whoever is to be told, and answers everything that was seen. */
  async settle(): Promise<PresenceRow[]> {
    const at = now()
    const session = this.state.session()
    if (!session) return []
    const isOver = at.getTime() >= session.closes_at
    for (const account_id of isOver ? this.presences.endAll() : this.presences.endSilent(at))
      this.sockets.markAway(account_id)
    if (isOver && !session.is_group)
      for (const ws of openSockets(this.ctx)) ws.close(CLOSE.removed, 'the room has closed')
    // One after another, so that nobody is told twice of one thing.
    const done = (this.passing = this.passing.then(() => this.pass(session.room_id, at)))
    await done
    this.wakeAt(this.nextDue())
    return this.presences.all()
  }

  notes(): MeetingNotes {
    return this.state.notes()
  }

  page(range: Range): Page {
    return this.log.page(range)
  }

  /** Closes a person's sockets with a stated code; with a list, only those of sessions that are not on it. */
  expel(account_id: string, roll: Roll): void {
    expelSockets(openSockets(this.ctx, account_id), roll)
  }

  /** For an export: what a person wrote here, a page at a time. */
  writtenBy(account_id: string, after_seq: number): Written[] {
    return writtenBy(this.ctx.storage.sql, account_id, after_seq)
  }

  /** For an erasure: what was said stays, its author becomes nobody. Repeating it changes nothing. */
  forget(account_id: string, former: string, words: string[]): void {
    forgetMember(this.ctx.storage.sql, account_id, former, words)
    this.state.forget(words)
  }

  /** Development only: notes as if they had been written together. */
  plantNotes(entrance: RoomEntrance, text: string, at: number): void {
    if (!isDevelopment(this.env)) throw new Error('Only a development world is planted')
    this.meet(entrance)
    this.state.writeNotes(0, text, entrance.account_id, new Date(at))
  }

  private meet(entrance: RoomEntrance): void {
    this.state.meet(entrance)
    this.log.meet({ conversation_id: entrance.room_id, members: entrance.members })
  }

  private whoIs = (account_id: string) => ({ account_id, is_mentor: this.log.roleOf(account_id) === 'mentor' })

  /** Who comes in is here, and stays so by saying it again; before the room opens and after it closes that counts for nothing. */
  private beat(ws: WebSocket, enters = false): void {
    const { account_id } = identityOf(ws)
    const at = now()
    const session = this.state.session()!
    if (at.getTime() < session.opens_at || at.getTime() >= session.closes_at) return
    this.presences.beat(this.whoIs(account_id), at)
    this.sockets.markHere(ws, enters)
    if (this.presences.unwritten().length > 0) this.ctx.waitUntil(this.settle())
    else this.wakeAt(this.nextDue())
  }

  private writeNotes(ws: WebSocket, { revision, text }: Frame<'notes'>): void {
    const { account_id } = identityOf(ws)
    const session = this.state.session()!
    const at = now()
    if (at.getTime() < session.opens_at || at.getTime() >= session.closes_at) return this.refuse(ws, 'state_conflict')
    const words = session.masked ? withoutContacts(text) : text
    const taken = this.state.writeNotes(revision, words, account_id, at)
    if (taken) this.sockets.broadcast({ type: 'notes', ...this.state.notes() })
    else tell(ws, { type: 'clash', ...this.state.notes() } satisfies RoomFrame)
  }

  private say(ws: WebSocket, frame: Frame<'send'>): void {
    const { client_id } = frame
    const { is_group, masked } = this.state.session()!
    if (!is_group) return this.refuse(ws, 'state_conflict', false, client_id)
    const content = masked ? withoutContacts(frame.content) : frame.content
    const sent = this.talk.take(identityOf(ws).account_id, { ...frame, content }, now())
    if ('refused' in sent) {
      this.refuse(ws, sent.refused, sent.too_fast, client_id)
      if (sent.refused === 'idempotency_key_reused') ws.close(CLOSE.client_id_reused, 'client_id reused')
      return
    }
    if (sent.repeated) return tell(ws, { type: 'message', ...sent.message } satisfies RoomFrame)
    this.sockets.broadcast({ type: 'message', ...sent.message })
    this.wakeAt(now().getTime() + RETRY_MS)
    this.ctx.waitUntil(this.settle())
  }

  private refuse(ws: WebSocket, code: string, too_fast = false, client_id?: string): void {
    tell(ws, { type: 'error', code, ...(client_id !== undefined && { client_id }) } satisfies RoomFrame)
    if (too_fast) ws.close(CLOSE.too_fast, 'too fast')
  }

  /** To D1, and to those who are not here; what fails is tried again by the alarm. */
  private async pass(room_id: string, at: Date): Promise<void> {
    try {
      const rows = this.presences.unwritten()
      const db = unmetered(this.env)
      if (rows.length > 0) await write(db, [writePresences(db, room_id, rows)])
      this.presences.written(rows)
      await announce(this.env, { state: this.state, log: this.log, isHere: this.sockets.isOpen }, at)
    } catch (error) {
      report('meeting not registered', { room: room_id }, error)
    }
  }

  /** In product time: when somebody has been silent for too long, or something is still to be told. */
  private nextDue(): number | undefined {
    if (hasNews(this.state, this.log.last()) || this.presences.unwritten().length > 0) return now().getTime() + RETRY_MS
    const oldest = this.presences.oldestBeat()
    return oldest === undefined ? undefined : oldest + SILENCE_MS + 1
  }

  /** An earlier alarm that is already set stays. */
  private wakeAt(due: number | undefined): void {
    if (due === undefined || (this.alarm_at !== undefined && this.alarm_at <= due)) return
    this.alarm_at = due
    void this.ctx.storage.setAlarm(machineTime(new Date(due)))
  }
}
