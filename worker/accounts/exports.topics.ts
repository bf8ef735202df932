import { getTableColumns, getTableName } from 'drizzle-orm'
import { calendarOf, type CalendarEntry } from '../calendars/calendar.rules'
import { conversationOf } from '../chat/conversation'
import { WRITTEN_AT_ONCE, type Reacted, type Written } from '../chat/former-members'
import { objectOfFile } from '../files/bucket'
import { allFilesOf } from '../files/files.data'
import { now } from '../lib/clock'
import { read, readAll, unmetered, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { report } from '../lib/log'
import { drainOutbox, type Topics } from '../lib/outbox'
import { writtenInRooms } from '../meetings/leaving'
import { notify } from '../notifications/notifications.data'
import { writeArchive, type Entry } from './archive'
import type { Belonging, Person } from './belongings'
import { BELONGINGS } from './belongings.data'
import * as data from './exports.data'
import { README } from './exports.words'

/** After so many tries the person is told to ask again. */
const TRIES = 5

async function makeExport(env: Environment, { id }: { id: string }, attempt: number): Promise<void> {
  const db = unmetered(env)
  const [wish] = await read(db, data.exportToMake(db, id))
  const [person] = wish ? await read(db, data.ownerOf(db, wish.account_id)) : []
  if (!wish || !person) return
  try {
    const made_at = now()
    const size = await writeArchive(env.FILES, wish.key, contentsOf(env, db, person, made_at), made_at)
    const expires_at = data.exportEnd(made_at)
    await write(db, [
      data.finishExport(db, id, { state: 'ready', size, ready_at: made_at, expires_at }),
      ...notify(
        db,
        { person: person.id, kind: 'export_ready', cause: `export:${id}`, data: { until: expires_at.toISOString() } },
        made_at,
      ),
    ])
    await drainOutbox(env)
  } catch (error) {
    if (attempt < TRIES) throw error
    report('export failed', { export: id }, error)
    await write(db, [data.finishExport(db, id, { state: 'failed' })])
  }
}

const text = new TextEncoder()
const json = (path: string, value: unknown): Entry => ({ path, bytes: text.encode(JSON.stringify(value, null, 2)) })

async function* contentsOf(env: Environment, db: Database, person: Person, at: Date): AsyncGenerator<Entry> {
  yield { path: 'README.txt', bytes: text.encode(README) }
  const rows = await readAll(db, Object.fromEntries(BELONGINGS.flatMap((one) => rowsOf(db, one, person))))
  for (const [name, found] of Object.entries(rows)) {
    if ((found as unknown[]).length > 0) yield json(`data/${name}.json`, found)
  }
  yield json('data/messages.json', await messagesOf(env, db, person.id))
  yield json('data/reactions.json', await reactionsOf(env, db, person.id))
  yield json('data/rooms.json', await writtenInRooms(env, db, person.id))
  const sessions = await read(db, data.sessionsOf(db, person.id))
  yield { path: 'calendar.ics', bytes: text.encode(calendarOf(sessions.map(entryOf(env, person.id)), at)) }
  yield* filesOf(env, db, person.id)
}

/** The rows of one table, under its name; nothing where the list says so. */
function rowsOf(db: Database, { table, mine, taken }: Belonging, person: Person) {
  if ('nothing' in taken) return []
  const columns = Object.entries(getTableColumns(table)).filter(([name]) =>
    'only' in taken ? taken.only.includes(name) : !taken.but.includes(name),
  )
  const also = 'only' in taken ? taken.also?.(person) : undefined
  const fields = Object.fromEntries([
    ...columns,
    ...Object.entries(also ?? {}).map(([name, value]) => [name, value.as(name)] as const),
  ])
  return [[getTableName(table), db.select(fields).from(table).where(mine(person))] as const]
}

/** Messages live in their conversations; only the person's own words leave with them. */
async function messagesOf(env: Environment, db: Database, account_id: string) {
  const messages: (Written & { conversation_id: string })[] = []
  for (const { id } of await read(db, data.writtenRoomsOf(db, account_id))) {
    for (let after = 0; ;) {
      const page = await conversationOf(env, id).writtenBy(account_id, after)
      messages.push(...page.map((message) => ({ conversation_id: id, ...message })))
      if (page.length < WRITTEN_AT_ONCE) break
      after = page.at(-1)?.seq ?? after
    }
  }
  return messages
}

async function reactionsOf(env: Environment, db: Database, account_id: string) {
  const reactions: (Reacted & { conversation_id: string })[] = []
  for (const { id } of await read(db, data.writtenRoomsOf(db, account_id))) {
    const found = await conversationOf(env, id).reactionsBy(account_id)
    reactions.push(...found.map((reaction) => ({ conversation_id: id, ...reaction })))
  }
  return reactions
}

type Session = Awaited<ReturnType<typeof data.sessionsOf>>[number]

const entryOf =
  ({ PUBLIC_ORIGIN }: Environment, me: string) =>
  (row: Session): CalendarEntry => ({
    uid: `${row.id}@${new URL(PUBLIC_ORIGIN).hostname}`,
    sequence: row.state === 'pending' ? row.sequence : row.sequence + 1,
    status: row.state === 'pending' ? 'TENTATIVE' : 'CONFIRMED',
    changed_at: row.updated_at,
    start_time: row.start_time,
    end_time: row.end_time,
    title: row.offer_title,
    description: row.mentor_account_id === me ? 'A session that you give' : 'A session that you take',
    url: `${PUBLIC_ORIGIN}/sessions/${row.id}`,
  })

async function* filesOf(env: Environment, db: Database, account_id: string): AsyncGenerator<Entry> {
  for (const file of await read(db, allFilesOf(db, account_id))) {
    const object = await objectOfFile(env, file)
    if (!object) continue
    // The id in front, so that two files of one name are two; a name is never a path.
    const path = `files/${file.kind}/${file.id}-${file.name.replace(/[/\\]/g, '_')}`
    yield { path, bytes: new Uint8Array(await object.arrayBuffer()), compressed: true }
  }
}

export const exportTopics: Topics = { export_account: makeExport }
