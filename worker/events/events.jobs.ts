import { now } from '../lib/clock'
import { read, readAll, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { drainOutbox } from '../lib/outbox'
import { EVENT_REMINDERS } from './events.rules'
import * as data from './reminders.data'

const DAY = 86_400_000
/** So many events of each kind are taken in one run; the next run takes the rest. */
const AT_ONCE = 100

export const eventJobs: Jobs = {
  /** A day and an hour before an event (B12). */
  remind_of_events: async (env) => {
    const db = unmetered(env)
    const at = now()
    const due = await readAll(
      db,
      Object.fromEntries(EVENT_REMINDERS.map((minutes) => [minutes, data.dueReminders(db, minutes, at, AT_ONCE)])),
    )
    const all = EVENT_REMINDERS.flatMap((minutes) => (due[minutes] ?? []).map((event) => ({ minutes, event })))
    if (all.length === 0) return 0
    await write(
      db,
      all.flatMap(({ minutes, event }) => data.remindAll(db, event, minutes, at)),
    )
    await drainOutbox(env)
    return all.length
  },
}

export const nightlyEventJobs: Jobs = {
  /** Reminders are of events within a day, so older ones keep nothing from being sent twice. */
  forget_event_reminders: async (env) => {
    const db = unmetered(env)
    return (await read(db, data.forgetReminders(db, new Date(now().getTime() - 3 * DAY)))).length
  },
  sweep_unused_covers: async (env) => {
    const db = unmetered(env)
    return (await read(db, data.dropUnusedCovers(db, new Date(now().getTime() - DAY), now()))).length
  },
}
