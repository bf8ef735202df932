import { previewOf } from '../chat/chat.rules'
import type { MessageLog } from '../chat/message-log'
import type { Message } from '../contract/chat'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { drainOutbox } from '../lib/outbox'
import { inboxOf } from '../notifications/inbox'
import { markRead, notify } from '../notifications/notifications.data'
import { seatsOf } from './rooms.data'
import type { RoomState } from './room-state'

const causeOf = (room_id: string, seq: number) => `room:${room_id}:${seq}`

/** Tells whoever has a seat and is not here that the group talks: once, until they come to read. */
export async function announce(
  env: Environment,
  { state, log, isHere }: { state: RoomState; log: MessageLog; isHere: (account_id: string) => boolean },
  at: Date,
): Promise<void> {
  const [session, last] = [state.session(), log.last()]
  if (!session || !last || last.seq <= session.announced_seq) return
  const db = unmetered(env)
  const seats = await read(db, seatsOf(db, session.room_id))
  const absent = seats.filter(
    ({ account_id }) => account_id !== last.sender_id && !isHere(account_id) && state.toldOf(account_id) === undefined,
  )
  const sender_name = log.members().find(({ account_id }) => account_id === last.sender_id)?.name ?? ''
  const notices = absent.flatMap(({ account_id, booking_id, offer_title }) =>
    notify(
      db,
      {
        person: account_id,
        kind: 'room_message',
        cause: causeOf(session.room_id, last.seq),
        data: { booking_id, offer_title, sender_id: last.sender_id, sender_name, preview: previewOf(last.content) },
      },
      at,
    ),
  )
  if (notices.length > 0) {
    await write(db, notices)
    await drainOutbox(env)
  }
  state.announced(
    last.seq,
    absent.map(({ account_id }) => account_id),
  )
}

/** Somebody came to read what they were told of. */
export async function settleNotice(env: Environment, state: RoomState, account_id: string, at: Date): Promise<void> {
  const [session, seq] = [state.session(), state.toldOf(account_id)]
  if (!session || seq === undefined) return
  const db = unmetered(env)
  await write(db, [markRead(db, account_id, { cause: causeOf(session.room_id, seq) }, at)])
  state.cameToRead(account_id)
  await inboxOf(env, account_id).tellUnread(account_id)
}

export const hasNews = (state: RoomState, last: Message | undefined): boolean =>
  last !== undefined && last.seq > (state.session()?.announced_seq ?? 0)
