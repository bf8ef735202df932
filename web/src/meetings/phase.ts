import { ROOM_STATES } from '../../../worker/contract/meetings.constants'
import type { Meeting } from './meetings.queries'

export type Phase = 'none' | 'early' | 'open' | 'over'

type Door = Pick<Meeting, 'state' | 'opens_at' | 'closes_at'>

/** Where a session has no room, and otherwise how its door stands. */
export function phaseOf({ state, opens_at, closes_at }: Door, now: number): Phase {
  if (!(ROOM_STATES as readonly string[]).includes(state)) return 'none'
  if (now < Date.parse(opens_at)) return 'early'
  return now < Date.parse(closes_at) ? 'open' : 'over'
}

/** A group talks before and after as well. */
export const isTalking = ({ room_chat_until }: Pick<Meeting, 'room_chat_until'>, now: number): boolean =>
  room_chat_until !== null && now < Date.parse(room_chat_until)

/** The others of a session in one name: the one, or the mentor of a group. */
export const otherOf = ({ people, my_side }: Pick<Meeting, 'people' | 'my_side'>) =>
  people.find(({ role }) => role !== my_side) ?? people[0]
