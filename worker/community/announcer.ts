import { DurableObject } from 'cloudflare:workers'
import { CLOSE } from '../contract/chat.constants'
import { CommunityClientFrame, type CommunityFrame } from '../contract/community-news'
import { ANNOUNCERS } from '../contract/community-news.constants'
import { ensureClock, now } from '../lib/clock'
import type { Environment } from '../lib/environment'
import { COMMUNITY_PREFIX, ENTRANCE_HEADER, inboxOf } from '../notifications/inbox'
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

/** What the Worker vouches for when it lets a socket in. */
export interface AnnouncerEntrance {
  account_id: string
  session_id: string
  admitted_at: number
}
export interface News {
  post_id: string
  topic: string
  tags: string[]
}

/** FNV-1a: everybody has one announcer, and each of them about as many people. */
function shardOf(account_id: string): number {
  let hash = 0x811c9dc5
  for (const char of account_id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash % ANNOUNCERS
}
const named = (env: Environment, name: string) => env.ANNOUNCER.get(env.ANNOUNCER.idFromName(name))
export const announcerOf = (env: Environment, account_id: string) => named(env, String(shardOf(account_id)))
export const allAnnouncers = (env: Environment) =>
  Array.from({ length: ANNOUNCERS }, (_, shard) => named(env, String(shard)))

/** So many of the latest posts are remembered, so that a task carried again tells nobody twice. */
const REMEMBERED = 100

/** Tells whoever looks at the community that there is a new post; which, and not what it says. It stores nothing. */
export class Announcer extends DurableObject<Environment> {
  private readonly told = new Set<string>()

  constructor(ctx: DurableObjectState, env: Environment) {
    super(ctx, env)
    answerPings(ctx)
    void ctx.blockConcurrencyWhile(async () => ensureClock(env))
  }

  override fetch(request: Request): Response {
    const entrance = JSON.parse(decodeURIComponent(request.headers.get(ENTRANCE_HEADER) ?? '')) as AnnouncerEntrance
    const { ours, answer } = acceptSocket(this.ctx, entrance)
    tell(ours, { type: 'hello', v: 1, now: now().toISOString() } satisfies CommunityFrame)
    this.ctx.waitUntil(this.signIn(entrance))
    return answer
  }

  override webSocketMessage(ws: WebSocket, raw: string | ArrayBuffer): void {
    if (frameFrom(ws, raw, CommunityClientFrame)) tell(ws, { type: 'pong' } satisfies CommunityFrame)
  }

  override webSocketClose(ws: WebSocket, code: number): void {
    answerClose(ws, code)
    this.ctx.waitUntil(this.leave(ws))
  }

  override webSocketError(ws: WebSocket): void {
    this.ctx.waitUntil(this.leave(ws))
  }

  announce({ post_id, topic, tags }: News): void {
    if (this.told.has(post_id)) return
    this.told.add(post_id)
    for (const oldest of this.told) if (this.told.size > REMEMBERED) this.told.delete(oldest)
    const frame = JSON.stringify({ type: 'news', post_id, topic, tags } satisfies CommunityFrame)
    for (const ws of openSockets(this.ctx)) tell(ws, frame)
  }

  /** Closes a person's sockets of sessions that are not on the list. */
  expel(account_id: string, roll: Roll): void {
    expelSockets(openSockets(this.ctx, account_id), roll)
  }

  /** The inbox remembers where a session has sockets, so that its end reaches them; one that ended meanwhile leaves. */
  private async signIn({ account_id, session_id, admitted_at }: AnnouncerEntrance): Promise<void> {
    const alive = await inboxOf(this.env, account_id).entered(roomOf(account_id), session_id, admitted_at)
    if (!alive) expelSockets(openSockets(this.ctx, session_id), { code: CLOSE.session_over, called_at: admitted_at })
  }

  private async leave(ws: WebSocket): Promise<void> {
    const { account_id, session_id } = identityOf(ws)
    const isElsewhere = openSockets(this.ctx, session_id).some((other) => other !== ws)
    if (!isElsewhere) await inboxOf(this.env, account_id).left(roomOf(account_id), session_id)
  }
}

/** How a person's announcer is named among the conversations of their inbox. */
const roomOf = (account_id: string): string => COMMUNITY_PREFIX + shardOf(account_id)
