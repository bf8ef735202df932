import type { ServerFrame } from '../contract/chat'
import { PAGE_OF_MESSAGES } from '../contract/chat.constants'
import { now } from '../lib/clock'
import type { Audience } from './audience'
import type { Entrance } from './chat.rules'
import type { ChangeLog } from './message-changes'
import type { MessageLog } from './message-log'
import type { Standing } from './standing'

interface Room {
  log: MessageLog
  changes: ChangeLog
  standing: Standing
  audience: Audience
}
/** The last message and the last change a client has, where it comes back. */
export interface Stand {
  since: number | undefined
  rev: number | undefined
}

/** The first frame: who is here, and what the client lacks. */
export function greeting(
  { log, changes, standing, audience }: Room,
  entrance: Entrance,
  { since, rev }: Stand,
): ServerFrame {
  const { account_id: you, hidden, last_seen } = entrance
  const { items, more } = log.page({ after_seq: since, limit: PAGE_OF_MESSAGES })
  const changed =
    since === undefined || rev === undefined
      ? { items: [], more: false, rev: changes.rev() }
      : changes.since(rev, since)
  const members = log.members()
  return {
    type: 'hello',
    v: 1,
    conversation_id: log.outline().conversation_id,
    you,
    now: now().toISOString(),
    last_seq: log.lastSeq(),
    items,
    more,
    rev: changed.rev,
    changes: changed.items,
    more_changes: changed.more,
    blocked: standing.isBlocked(),
    members: members.map(({ account_id, role, name }) => ({
      account_id,
      role,
      name,
      online: !hidden && audience.isSeen(account_id),
      last_seen: account_id === you ? null : last_seen,
    })),
    markers: Object.fromEntries(members.map(({ account_id, read_seq }) => [account_id, read_seq])),
  }
}
