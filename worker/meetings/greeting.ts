import type { MessageLog } from '../chat/message-log'
import { PAGE_OF_MESSAGES } from '../contract/chat.constants'
import type { RoomFrame } from '../contract/meetings'
import { now } from '../lib/clock'
import type { RoomState } from './room-state'

interface Room {
  state: RoomState
  log: MessageLog
  isHere: (account_id: string) => boolean
}

/** What somebody who comes in finds: everybody of the session, the notes, and what a group said since. */
export function greeting({ state, log, isHere }: Room, you: string, since: number | undefined): RoomFrame {
  const session = state.session()!
  const seated = state.seated()
  const people = log.members().filter(({ account_id }) => seated.includes(account_id))
  const page = log.page({ after_seq: since, limit: PAGE_OF_MESSAGES })
  return {
    type: 'hello',
    v: 1,
    room_id: session.room_id,
    you,
    now: now().toISOString(),
    people: people.map(({ account_id, role, name }) => ({ account_id, role, name, here: isHere(account_id) })),
    notes: state.notes(),
    chat: session.is_group ? { ...page, last_seq: log.lastSeq() } : null,
  }
}
