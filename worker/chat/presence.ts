import type { Conversation } from '../contract/chat-conversations'
import type { Environment } from '../lib/environment'
import { report } from '../lib/log'
import { inboxOf } from '../notifications/inbox'
import { conversationFrom, type ConversationRow } from './conversations.data'
import { isUnseen, mayBeHere, UNSEEN, type Presence } from './presence.rules'

/** Conversations as their list shows them. Presence is asked of the inboxes, which alone know their sockets (D6). */
export const listedWithPresence = (env: Environment, rows: ConversationRow[], now: Date): Promise<Conversation[]> =>
  Promise.all(rows.map(async (row) => conversationFrom(row, await presenceIn(env, row, now))))

async function presenceIn(env: Environment, row: ConversationRow, now: Date): Promise<Presence> {
  const mentor = { date_of_birth: row.mentor_birth, time_zone: row.mentor_zone, hides: row.mentor_hides }
  const student = { date_of_birth: row.student_birth, time_zone: row.student_zone, hides: row.student_hides }
  const isBlocked = row.blocked_by_me || row.blocked_by_other
  if (isBlocked || isUnseen(mentor, now) || isUnseen(student, now)) return UNSEEN
  const other = row.me === row.mentor_account_id ? row.student_account_id : row.mentor_account_id
  return {
    is_online: mayBeHere(row.seen_at, now) && (await isOnline(env, other)),
    last_seen: row.seen_at?.toISOString() ?? null,
  }
}

/** A list without a green dot is better than none. */
async function isOnline(env: Environment, account_id: string): Promise<boolean> {
  try {
    return await inboxOf(env, account_id).isOnline(account_id)
  } catch (error) {
    report('presence not known', {}, error)
    return false
  }
}
