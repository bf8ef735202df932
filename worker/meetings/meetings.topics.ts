import { CLOSE } from '../contract/chat.constants'
import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { drainOutbox, type Topics } from '../lib/outbox'
import { meetingOf } from './meeting'
import { seatsOf } from './rooms.data'
import { giveBack, owedFor } from './settling.data'

/** Gives back what a verdict gives back; where it was contested meanwhile, the decision asks again. */
async function settleAbsence(env: Environment, { booking_id }: { booking_id: string }): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const [owed] = await read(db, owedFor(db, booking_id, at))
  if (!owed) return
  await write(db, giveBack(db, booking_id, owed, at))
  await drainOutbox(env)
}

/** Whoever gave up their seat leaves the room (D10). */
async function leaveRoom(env: Environment, { room_id, people }: { room_id: string; people: string[] }): Promise<void> {
  const db = unmetered(env)
  const seats = await read(db, seatsOf(db, room_id))
  const gone = people.filter((account_id) => !seats.some((seat) => seat.account_id === account_id))
  const roll = { code: CLOSE.removed, called_at: now().getTime() }
  for (const account_id of gone) await meetingOf(env, room_id).expel(account_id, roll)
}

export const meetingTopics: Topics = { settle_absence: settleAbsence, leave_room: leaveRoom }
