import { isMinor } from '../accounts/age.rules'
import type { Conversation } from '../contract/chat-conversations'

/** What others are told is no more exact than this. */
const STEP_MS = 300_000

export const sightAt = (at: Date): Date => new Date(Math.floor(at.getTime() / STEP_MS) * STEP_MS)

interface Person {
  date_of_birth: string | null
  time_zone: string
  hides: number | boolean
}
/** Minors are not seen at all, others where they choose so; who is not seen sees nobody. */
export const isUnseen = (person: Person, now: Date): boolean => Boolean(person.hides) || isMinor(person, now)

export type Presence = Pick<Conversation['other'], 'is_online' | 'last_seen'>
export const UNSEEN: Presence = { is_online: false, last_seen: null }

/** Who was not seen for longer has no socket: nobody keeps a page open without a break for days. */
const ASK_MS = 48 * 3_600_000
export const mayBeHere = (seen_at: Date | null, now: Date): boolean =>
  seen_at === null || seen_at.getTime() > now.getTime() - ASK_MS
