import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { drainOutbox } from '../lib/outbox'
import { leaveToStaff } from '../tasks/tasks.data'
import { letGoOfUnsent } from './attachments.data'
import { clocksToTell } from './grievances.data'
import { SILENCE, silentSince } from './support.rules'
import { tellResolved } from './telling.data'
import { isSilent, moveTicket, silentTickets } from './writing.data'

const AT_ONCE = 50

export const supportJobs: Jobs = {
  /** Who does not answer for two weeks has nothing more to ask; an answer brings it back. */
  resolve_silent_tickets: async (env) => {
    const db = unmetered(env)
    const at = now()
    const silent = await read(db, silentTickets(db, silentSince(at), AT_ONCE))
    if (silent.length === 0) return 0
    await write(
      db,
      silent.flatMap((ticket) => [
        moveTicket(db, ticket.id, SILENCE, at, isSilent(silentSince(at))),
        ...tellResolved(db, ticket, at, true),
      ]),
    )
    await drainOutbox(env)
    return silent.length
  },
  /** Before and when the time to acknowledge or to resolve a complaint ends. */
  watch_grievances: async (env) => {
    const db = unmetered(env)
    const at = now()
    const ends = await read(db, clocksToTell(db, at, AT_ONCE))
    if (ends.length === 0) return 0
    await write(
      db,
      ends.map(({ cause, id, reference, clock, stage, until }) => {
        const facts = { grievance_id: id, reference, clock, stage, until: new Date(until).toISOString() }
        return leaveToStaff(db, { kind: 'grievance_clock', cause, facts }, at)
      }),
    )
    return ends.length
  },
}

export const nightlySupportJobs: Jobs = {
  /** Files that were brought and came with no message in a day. */
  let_go_of_unsent_support_files: async (env) => {
    const db = unmetered(env)
    return (await read(db, letGoOfUnsent(db, now()))).length
  },
}
