import { now } from '../lib/clock'
import { read, readAll, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { drainOutbox } from '../lib/outbox'
import { zoneDataVersion, zones } from '../lib/zones'
import { reanchorSessions } from './reanchoring'
import { isSettled } from './reanchoring.data'
import { dueReminders, forgetReminders, remind } from './reminders.data'
import { REMINDERS } from './reminders.rules'

const DAY = 86_400_000
/** So many reminders of each kind leave in one run; the next run takes the rest. */
const AT_ONCE = 200

export const reminderJobs: Jobs = {
  /** A day, an hour and ten minutes before a session (B12). */
  remind_of_sessions: async (env) => {
    const db = unmetered(env)
    const at = now()
    const due = await readAll(
      db,
      Object.fromEntries(REMINDERS.map((minutes) => [minutes, dueReminders(db, minutes, at, AT_ONCE)])),
    )
    let count = 0
    for (const minutes of REMINDERS) {
      for (const row of due[minutes] ?? []) await write(db, remind(db, row, minutes, at))
      count += due[minutes]?.length ?? 0
    }
    if (count > 0) await drainOutbox(env)
    return count
  },
  /** A new edition of the time-zone data is looked through within a minute of its coming (B8). */
  follow_zone_data: async (env) => {
    const known = await read(unmetered(env), isSettled(unmetered(env), zoneDataVersion))
    return known.length > 0 ? 0 : reanchorSessions(env, zones)
  },
}

export const nightlyCalendarJobs: Jobs = {
  /** What was booked with an older edition meanwhile, and clashes that may be over. */
  reanchor_sessions: (env) => reanchorSessions(env, zones),
  /** Reminders are of sessions within a day, so older ones keep nothing from being sent twice. */
  forget_reminders: async (env) => {
    const db = unmetered(env)
    return (await read(db, forgetReminders(db, new Date(now().getTime() - 3 * DAY)))).length
  },
}
