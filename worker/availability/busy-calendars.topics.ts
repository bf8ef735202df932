import { opened } from '../accounts/secrets'
import { BUSY_DAYS } from '../contract/exceptions.constants'
import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import type { Jobs } from '../lib/jobs'
import { drainOutbox, post, type Topics } from '../lib/outbox'
import { openingsChanged } from '../mentors/openings.data'
import { notify } from '../notifications/notifications.data'
import * as data from './busy-calendars.data'
import { iCalendarFile } from './busy-source'

const MINUTE = 60_000
const DAY = 86_400_000
/** Between two readings. */
export const EVERY = 30 * MINUTE
const SELDOM = DAY
/** A calendar that fails so often is told to its mentor, once. */
const TOLD_AFTER = 3
const AT_ONCE = 100

/** Each failure doubles the time to the next reading, up to a day. */
export const nextReading = (failures: number): number => Math.min(SELDOM, EVERY * 2 ** failures)

async function readCalendar(env: Environment, { id }: { id: string }): Promise<void> {
  const db = unmetered(env)
  const [calendar] = await read(db, data.calendarToRead(db, id))
  if (!calendar) return
  const at = now()
  const address = await opened(env, 'busy_calendar', calendar.address)
  const zoneOn = (date: string) =>
    calendar.zone_periods.find(({ from_date, to_date }) => from_date <= date && date <= to_date)?.time_zone ??
    calendar.zone
  const window = { from: at.getTime() - DAY, until: at.getTime() + BUSY_DAYS * DAY }
  const reading = address ? await iCalendarFile(env, address, window, zoneOn) : ({ fault: 'unreachable' } as const)
  if ('fault' in reading) {
    const { mentor_account_id, name, failures } = calendar
    const due_at = new Date(at.getTime() + nextReading(failures + 1))
    const notice = {
      person: mentor_account_id,
      kind: 'calendar_failed' as const,
      cause: `calendar:${id}:${due_at.getTime()}`,
    }
    await write(db, [
      data.noteFailure(db, id, reading.fault, due_at),
      ...(failures + 1 === TOLD_AFTER ? notify(db, { ...notice, data: { name } }, at) : []),
    ])
  } else {
    const due_at = new Date(at.getTime() + EVERY)
    await write(db, [
      ...data.keepReading(db, { id, ...reading, now: at, due_at }),
      ...openingsChanged(db, [calendar.mentor_account_id], at),
    ])
  }
  await drainOutbox(env)
}

export const calendarTopics: Topics = { busy_calendar: readCalendar }

export const calendarJobs: Jobs = {
  /** Calendars elsewhere, each every half hour; one that cannot be read more and more seldom. */
  read_busy_calendars: async (env) => {
    const db = unmetered(env)
    const at = now()
    const due = await read(db, data.takeDue(db, at, new Date(at.getTime() + EVERY), AT_ONCE))
    if (due.length === 0) return 0
    await write(
      db,
      due.map(({ id }) => post(db, { topic: 'busy_calendar', payload: { id } }, at)),
    )
    await drainOutbox(env)
    return due.length
  },
}
