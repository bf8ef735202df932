import { isMinor } from '../accounts/age.rules'
import type { Account } from '../lib/route'
import type { Room } from './meetings.data'
import { mayEnter, windowOf } from './meetings.rules'
import type { RoomEntrance } from './room-state'
import { hasRoom } from './views'

/** Whether its people may come in at this moment. */
export const isEnterable = (row: Room, now: Date): boolean => hasRoom(row.state) && mayEnter(row, now)

/** Ways to meet elsewhere are taken out where a minor is in a group, or has no guardian's yes for this mentor (A7). */
const isMasked = ({ kind, consented, seats }: Room, now: Date): boolean =>
  (kind === 'group' || !consented) && seats.some((seat) => isMinor(seat, now))

export function entranceOf(row: Room, { id, session_id }: Pick<Account, 'id' | 'session_id'>, now: Date): RoomEntrance {
  const { opens_at, closes_at } = windowOf(row)
  const students = row.seats.map(({ account_id, name }) => ({ account_id, role: 'student' as const, name }))
  return {
    room_id: row.room_id,
    account_id: id,
    session_id,
    admitted_at: now.getTime(),
    opens_at: opens_at.getTime(),
    closes_at: closes_at.getTime(),
    is_group: row.kind === 'group',
    masked: isMasked(row, now),
    members: [{ account_id: row.mentor_account_id, role: 'mentor', name: row.mentor_name }, ...students],
  }
}
