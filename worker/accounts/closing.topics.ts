import { conversationOf } from '../chat/conversation'
import { leaveEvents } from '../events/leaving'
import { now } from '../lib/clock'
import { readAll, read, unmetered, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { report } from '../lib/log'
import { drainOutbox, post, type Topics } from '../lib/outbox'
import { forgetInRooms } from '../meetings/leaving'
import { popularMentors, similarMentors } from '../mentors/similar.data'
import { sendLetter } from '../notifications/letters'
import { FORMER_MEMBER } from './belongings.data'
import * as data from './closing.data'
import { graceBegan } from './closing.rules'
import { eraseBelongings } from './erasure.data'
import { exportKeysOf } from './exports.data'

/** Cancels what closing did not cancel with its answer, a few at a time. */
async function cancelRest(env: Environment, db: Database, account_id: string): Promise<void> {
  for (;;) {
    const at = now()
    const { ahead, similar, popular } = await readAll(db, {
      ahead: data.ahead(db, account_id, at),
      similar: similarMentors(db, account_id),
      popular: popularMentors(db, account_id),
    })
    if (ahead.length === 0) return
    const soonest = ahead.slice(0, data.CANCELLED_AT_ONCE)
    await write(db, data.cancelAhead(db, soonest, { account_id, similar, popular, now: at }))
    await drainOutbox(env)
  }
}

async function closeSessions(env: Environment, { account_id }: { account_id: string }): Promise<void> {
  const db = unmetered(env)
  if ((await read(db, data.isClosing(db, account_id))).length === 0) return
  await cancelRest(env, db, account_id)
  await leaveEvents(env, account_id)
}

/** Conversations that one task reaches; the next task takes those behind. */
const ROOMS_AT_ONCE = 200
/** A mail server that stays away does not keep an account alive. */
const LETTER_TRIES = 4

interface Erasure {
  account_id: string
  /** The last conversation that has forgotten the person. */
  after?: string
  /** The last room of a session that has. */
  rooms_after?: string
}

/**
 * Everything of a person whose grace is over (A8). The address is known until the last batch, so a task that broke off
 * begins where it was; the letter goes out before, for afterwards nobody knows where to.
 */
async function eraseAccount(env: Environment, erasure: Erasure, attempt: number): Promise<void> {
  const { account_id, after = '', rooms_after = '' } = erasure
  const db = unmetered(env)
  const [person] = await read(db, data.leaver(db, account_id, graceBegan(now())))
  if (!person) return
  await cancelRest(env, db, account_id)
  await leaveEvents(env, account_id)
  await write(db, [data.rename(db, account_id, FORMER_MEMBER)])
  const rooms = await read(db, data.roomsOf(db, account_id, after, ROOMS_AT_ONCE))
  const words = [...new Set([person.email, person.email_key])]
  for (const { id } of rooms) await conversationOf(env, id).forget(account_id, FORMER_MEMBER, words)
  const last = rooms.at(-1)
  if (last && rooms.length === ROOMS_AT_ONCE) return goOn(env, db, { account_id, after: last.id, rooms_after })
  const further = await forgetInRooms(env, db, { account_id, former: FORMER_MEMBER, words }, rooms_after)
  if (further !== undefined) return goOn(env, db, { account_id, after: last?.id ?? after, rooms_after: further })
  await env.FILES.delete((await read(db, exportKeysOf(db, account_id))).map(({ key }) => key))
  await sayGoodbye(env, person, attempt)
  const at = now()
  await write(db, [
    ...eraseBelongings(db, person, at),
    post(db, { topic: 'session_over', payload: { account_id, session_id: null } }, at),
  ])
  await drainOutbox(env)
}

async function goOn(env: Environment, db: Database, payload: Required<Erasure>): Promise<void> {
  await write(db, [
    post(
      db,
      {
        id: `erase:${payload.account_id}:${payload.after}:${payload.rooms_after}`,
        topic: 'erase_account',
        payload: { ...payload },
      },
      now(),
    ),
  ])
  await drainOutbox(env)
}

type Leaver = Awaited<ReturnType<typeof data.leaver>>[number]

async function sayGoodbye(env: Environment, { id, email, time_zone }: Leaver, attempt: number): Promise<void> {
  const to = { name: 'there', email, time_zone }
  try {
    await sendLetter(env, { id: `erased:${id}`, kind: 'account_erased', to, data: {} })
  } catch (error) {
    if (attempt < LETTER_TRIES) throw error
    report('farewell not sent', { account: id }, error)
  }
}

export const closingTopics: Topics = { close_sessions: closeSessions, erase_account: eraseAccount }
