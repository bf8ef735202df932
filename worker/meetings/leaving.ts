import { sql } from 'drizzle-orm'
import { WRITTEN_AT_ONCE, type Written } from '../chat/former-members'
import { read, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { meetingOf } from './meeting'
import { roomsOfPerson } from './rooms.data'

/** Rooms that one task reaches; the next task takes those behind. */
const ROOMS_AT_ONCE = 200

interface Leaver {
  account_id: string
  former: string
  words: string[]
}

/** Takes a person out of the rooms they met others in. Answers where to go on, as long as there are more. */
export async function forgetInRooms(
  env: Environment,
  db: Database,
  { account_id, former, words }: Leaver,
  after: string,
): Promise<string | undefined> {
  const rooms = await read(db, roomsOfPerson(db, account_id, after, ROOMS_AT_ONCE))
  for (const { room_id } of rooms) await meetingOf(env, room_id).forget(account_id, former, words)
  await write(db, [forgetInNotices(db, account_id, former)])
  return rooms.length === ROOMS_AT_ONCE ? rooms.at(-1)?.room_id : undefined
}

/** What a group was told that this person said. */
const forgetInNotices = (db: Database, id: string, former: string) =>
  db.run(sql`update notifications set data = json_set(data, '$.sender_name', ${former}, '$.preview', '')
    where kind = 'room_message' and data ->> 'sender_id' = ${id} and account_id in (
      select others.student_account_id from bookings mine join bookings others on others.room_id = mine.room_id
        where mine.student_account_id = ${id} or mine.mentor_account_id = ${id}
      union select mentor_account_id from bookings where student_account_id = ${id})`)

interface Left {
  room_id: string
  messages: Written[]
  notes: string | null
}

/** For an export: what a person wrote in the rooms of their sessions. Shared notes are of whoever wrote them last. */
export async function writtenInRooms(env: Environment, db: Database, account_id: string): Promise<Left[]> {
  const found: Left[] = []
  for (let after: string | undefined = ''; after !== undefined;) {
    const rooms: { room_id: string }[] = await read(db, roomsOfPerson(db, account_id, after, ROOMS_AT_ONCE))
    for (const { room_id } of rooms) {
      const notes = await meetingOf(env, room_id).notes()
      const mine = notes.written_by === account_id ? notes.text : null
      const messages = await messagesIn(env, room_id, account_id)
      if (mine !== null || messages.length > 0) found.push({ room_id, messages, notes: mine })
    }
    after = rooms.length === ROOMS_AT_ONCE ? rooms.at(-1)?.room_id : undefined
  }
  return found
}

async function messagesIn(env: Environment, room_id: string, account_id: string): Promise<Written[]> {
  const messages: Written[] = []
  for (let after = 0; ;) {
    const page = await meetingOf(env, room_id).writtenBy(account_id, after)
    messages.push(...page)
    if (page.length < WRITTEN_AT_ONCE) return messages
    after = page.at(-1)?.seq ?? after
  }
}
