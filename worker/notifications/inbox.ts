import { DurableObject } from 'cloudflare:workers'
import { sighted } from '../chat/presence.data'
import { sightAt } from '../chat/presence.rules'
import { CLOSE } from '../contract/chat.constants'
import { InboxClientFrame, type InboxFrame, type Notification } from '../contract/notifications'
import { ensureClock, now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { report } from '../lib/log'
import { unreadOf } from './notifications.data'
import { applySchema } from './object-schema'
import {
  acceptSocket,
  answerClose,
  answerPings,
  expelSockets,
  frameFrom,
  identityOf,
  openSockets,
  tell,
} from './socket'

export const inboxOf = (env: Environment, account_id: string) => env.INBOX.get(env.INBOX.idFromName(account_id))

/** What the Worker vouches for when it lets a socket in. */
export interface InboxEntrance {
  account_id: string
  session_id: string
  unread: number
  admitted_at: number
}
export const ENTRANCE_HEADER = 'x-entrance'

const SCHEMA = [
  `create table rooms (conversation_id text not null, session_id text not null, admitted_at integer not null,
     primary key (conversation_id, session_id)) strict;
   create table roll (id integer primary key check (id = 1), called_at integer not null, alive text not null) strict`,
  'create table sight (id integer primary key check (id = 1), told_at integer not null) strict',
]
/** How the room of a session is named among the conversations. */
export const MEETING_PREFIX = 'meeting:'
/** And the announcer of new posts. */
export const COMMUNITY_PREFIX = 'community:'

function objectNamed({ CONVERSATION, MEETING, ANNOUNCER }: Environment, id: string) {
  if (id.startsWith(MEETING_PREFIX)) return MEETING.get(MEETING.idFromName(id.slice(MEETING_PREFIX.length)))
  if (id.startsWith(COMMUNITY_PREFIX)) return ANNOUNCER.get(ANNOUNCER.idFromName(id.slice(COMMUNITY_PREFIX.length)))
  return CONVERSATION.get(CONVERSATION.idFromName(id))
}

/** A push this close to an opening may have missed it. */
const JUST_NOW_MS = 5000

/** A person's devices: what happened reaches all of them, and a session that is over loses its sockets everywhere. */
export class Inbox extends DurableObject<Environment> {
  private pushed_at = 0
  private counting: Promise<void> = Promise.resolve()

  constructor(ctx: DurableObjectState, env: Environment) {
    super(ctx, env)
    answerPings(ctx)
    void ctx.blockConcurrencyWhile(async () => {
      await ensureClock(env)
      applySchema(ctx.storage, SCHEMA, now())
    })
  }

  override fetch(request: Request): Response {
    const { account_id, session_id, unread, admitted_at } = JSON.parse(
      decodeURIComponent(request.headers.get(ENTRANCE_HEADER) ?? ''),
    ) as InboxEntrance
    const { ours, answer } = acceptSocket(this.ctx, { account_id, session_id, admitted_at })
    if (this.isOver(session_id, admitted_at)) ours.close(CLOSE.session_over, 'session over')
    else tell(ours, { type: 'hello', v: 1, now: now().toISOString(), unread } satisfies InboxFrame)
    this.ctx.waitUntil(this.sighted(account_id))
    if (now().getTime() - this.pushed_at < JUST_NOW_MS) this.ctx.waitUntil(this.tellUnread(account_id))
    return answer
  }

  override webSocketMessage(ws: WebSocket, raw: string | ArrayBuffer): void {
    if (frameFrom(ws, raw, InboxClientFrame)) tell(ws, { type: 'pong' } satisfies InboxFrame)
  }

  override webSocketClose(ws: WebSocket, code: number): void {
    answerClose(ws, code)
    this.ctx.waitUntil(this.sighted(identityOf(ws).account_id))
  }

  override webSocketError(ws: WebSocket): void {
    this.ctx.waitUntil(this.sighted(identityOf(ws).account_id))
  }

  /** Shows a new notification, or newer words of a known one, on every device; in quiet hours without a toast. */
  async notify(account_id: string, item: Notification, quiet = false): Promise<void> {
    this.pushed_at = now().getTime()
    this.broadcast({ type: 'notification', item, ...(quiet && { quiet }) })
    await this.tellUnread(account_id)
  }

  /** Some device shows the product now. */
  isHere(): boolean {
    return openSockets(this.ctx).length > 0
  }

  /** Whether the person has a socket: here, or in a conversation.. */
  async isOnline(account_id: string): Promise<boolean> {
    if (this.isHere()) return true
    const rooms = this.ctx.storage.sql
      .exec<{ id: string }>(
        'select distinct conversation_id as id from rooms where conversation_id not like ? and conversation_id not like ?',
        `${MEETING_PREFIX}%`,
        `${COMMUNITY_PREFIX}%`,
      )
      .toArray()
    const { CONVERSATION } = this.env
    const answers = await Promise.all(
      rooms.map(({ id }) => CONVERSATION.get(CONVERSATION.idFromName(id)).isHere(account_id)),
    )
    return answers.includes(true)
  }

  /** Counts are read one after another, so that the last one sent is the last one true. */
  tellUnread(account_id: string): Promise<void> {
    this.pushed_at = now().getTime()
    const count = async () => {
      if (openSockets(this.ctx).length === 0) return
      const db = unmetered(this.env)
      const [row] = await read(db, unreadOf(db, account_id))
      this.broadcast({ type: 'unread', total: row?.unread ?? 0 })
    }
    return (this.counting = this.counting.then(count, count))
  }

  /** A conversation tells where a session has a socket. Answers false where that session is over by now. */
  entered(conversation_id: string, session_id: string, admitted_at: number): boolean {
    if (this.isOver(session_id, admitted_at)) return false
    this.ctx.storage.sql.exec('insert or replace into rooms values (?, ?, ?)', conversation_id, session_id, admitted_at)
    this.ctx.waitUntil(this.sighted(this.ctx.id.name))
    return true
  }

  left(conversation_id: string, session_id: string): void {
    this.ctx.storage.sql.exec(
      'delete from rooms where conversation_id = ? and session_id = ?',
      conversation_id,
      session_id,
    )
    this.ctx.waitUntil(this.sighted(this.ctx.id.name))
  }

  /** A roll call at `called_at`: whoever came before it and is not on the list loses every socket, here and in conversations. */
  async keepOnly(account_id: string, alive: string[], called_at: number): Promise<void> {
    const { sql } = this.ctx.storage
    const list = JSON.stringify(alive)
    sql.exec('insert or replace into roll (id, called_at, alive) values (1, ?, ?)', called_at, list)
    const roll = { code: CLOSE.session_over, alive, called_at }
    expelSockets(openSockets(this.ctx), roll)
    const dead = 'admitted_at <= ? and session_id not in (select value from json_each(?))'
    const rooms = sql
      .exec<{ id: string }>(`select distinct conversation_id as id from rooms where ${dead}`, called_at, list)
      .toArray()
    await Promise.all(rooms.map(({ id }) => objectNamed(this.env, id).expel(account_id, roll)))
    sql.exec(`delete from rooms where ${dead}`, called_at, list)
  }

  /** Ended between its admission and now. */
  private isOver(session_id: string, admitted_at: number): boolean {
    const [roll] = this.ctx.storage.sql
      .exec<{ called_at: number; alive: string }>('select called_at, alive from roll')
      .toArray()
    return (
      roll !== undefined && admitted_at <= roll.called_at && !(JSON.parse(roll.alive) as string[]).includes(session_id)
    )
  }

  /** Coming and going are seen, in D1 once in five minutes. */
  private async sighted(account_id: string | undefined): Promise<void> {
    const { sql } = this.ctx.storage
    const at = sightAt(now())
    const told = sql.exec('select 1 from sight where told_at >= ?', at.getTime()).toArray()
    if (account_id === undefined || told.length > 0) return
    sql.exec('insert or replace into sight (id, told_at) values (1, ?)', at.getTime())
    try {
      const db = unmetered(this.env)
      await write(db, [sighted(db, account_id, at)])
    } catch (error) {
      sql.exec('delete from sight')
      report('sight not told', {}, error)
    }
  }

  private broadcast(frame: InboxFrame): void {
    for (const ws of openSockets(this.ctx)) tell(ws, frame)
  }
}
