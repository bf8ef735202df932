import { now } from '../lib/clock'
import { readAll, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import { drainOutbox } from '../lib/outbox'
import * as data from './leaving.data'
import { leaveEvent } from './rsvps.data'
import { cancelEvent } from './writing.data'

const AT_ONCE = 20

/** Of somebody who leaves: their events ahead are cancelled and told, their seats go to those who wait (A8). */
export async function leaveEvents(env: Environment, account_id: string): Promise<void> {
  const db = unmetered(env)
  for (;;) {
    const at = now()
    const { organized, joined } = await readAll(db, {
      organized: data.organizedAhead(db, account_id, at, AT_ONCE),
      joined: data.joinedAhead(db, account_id, at, AT_ONCE),
    })
    if (organized.length + joined.length === 0) return
    await write(db, [
      ...organized.flatMap(({ id }) => cancelEvent(db, { id, by: account_id, reason: null, now: at })),
      ...joined.flatMap(({ id }) => leaveEvent(db, { event_id: id, account_id, act: newId(at), now: at })),
    ])
    await drainOutbox(env)
  }
}
