import { usageOf } from '../files/files.data'
import { addressOf } from '../files/files.rules'
import { keepUpload, type Uploading } from '../files/keeping'
import { now } from '../lib/clock'
import { read, readAll, unmetered, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { Failure } from '../lib/failure'
import { drainOutbox, post, type Topics } from '../lib/outbox'
import { fetchCover, type Fetched } from './covers'
import * as covers from './covers.data'
import * as notices from './notices.data'

/** So many people are told in one task; the next task takes those behind. */
const AT_ONCE = 40
/** A picture that cannot be had is given up after so many tries. */
const TRIES = 4

interface Cover {
  organizer: string
  source: string
}

/** Copies a picture that an event names, with the checks of an upload, and shows the copy (F1). */
async function copyCover(env: Environment, { organizer, source }: Cover, attempt: number): Promise<void> {
  const db = unmetered(env)
  if ((await read(db, covers.awaitingCover(db, organizer, source))).length === 0) return
  const found = await fetchCover(env, source)
  if ('fault' in found) {
    if (found.again && attempt < TRIES) throw new Error('the picture of an event could not be had')
    await write(db, [covers.refuseCover(db, organizer, source, found.fault)])
  } else await keepCover(env, db, { organizer, source }, found)
}

async function keepCover(env: Environment, db: Database, cover: Cover, picture: Fetched): Promise<void> {
  const { organizer, source } = cover
  const { usage } = await readAll(db, { usage: usageOf(db, organizer) })
  const { type, width, height, bytes } = picture
  const late: Promise<unknown>[] = []
  const call: Uploading = {
    env,
    executionCtx: { waitUntil: (work) => void late.push(work) },
    var: { db, now: now(), account: { id: organizer }, facts: { usage } },
  }
  const parts = [{ suffix: '/full', type, bytes }]
  try {
    const kept = await keepUpload(call, { kind: 'cover', name: '', type, width, height, caption: null, parts })
    await write(db, [covers.showCover(db, organizer, source, addressOf(kept))])
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    await write(db, [covers.refuseCover(db, organizer, source, error.message)])
  }
  await Promise.all(late)
}

interface Telling {
  event_id: string
  what: notices.Told
  /** The last in the line who was told. */
  after?: number
}

/** What was true when it was put down and is not any more is told to nobody. */
function isOutdated(event: notices.ToldEvent, what: notices.Told, at: Date): boolean {
  if (what.kind === 'event_cancelled') return event.cancelled_at === null
  if (event.published_at === null) return true
  if (event.cancelled_at !== null) return true
  return what.kind === 'event_reminder' && (event.time_version !== what.time_version || event.start_time <= at)
}

/** Tells the people of an event, a page at a time: thousands of them cost no request anything. */
async function tell(env: Environment, { event_id, what, after = 0 }: Telling): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const [event] = await read(db, notices.toldEvent(db, event_id))
  if (!event || isOutdated(event, what, at)) return
  const words = what.kind === 'event_follow_up' ? await wordsOf(db, what.follow_up_id) : ''
  const people = await read(db, notices.peopleToTell(db, event, what, after, AT_ONCE))
  const last = people.at(-1)
  const rest = { event_id, what, after: last?.line ?? after }
  const statements = [
    ...(after === 0 ? notices.tellOrganizer(db, event, what, at) : []),
    ...people.flatMap((person) => notices.tellOne(db, event, what, person, words, at)),
    ...(people.length === AT_ONCE ? [post(db, { topic: 'event_told', payload: rest }, at)] : []),
  ]
  if (statements.length === 0) return
  await write(db, statements)
  await drainOutbox(env)
}

const wordsOf = async (db: Database, id: string): Promise<string> =>
  (await read(db, notices.followUpWith(db, id)))[0]?.text ?? ''

export const eventTopics: Topics = { event_cover: copyCover, event_told: tell }
