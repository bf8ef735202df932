import * as z from 'zod'
import { Day, Id, Instant, line, TimeZone } from './common'
import { CALENDAR_FAULTS, CALENDAR_STATES, MOST_DAYS_AHEAD, MOST_RANGES, REASONS } from './exceptions.constants'

const opening = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 09:00')
const closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time such as 17:00, at most 24:00')
const NewRange = z
  .strictObject({ start: opening, end: closing })
  .refine((range) => range.start < range.end, { error: 'The end must be after the start', path: ['end'] })
const note = line(0, 80).nullable().default(null).meta({ description: 'For the mentor alone' })
const sessions = z.int().meta({ description: 'Sessions that are booked in these days already; they stay' })

export const DatePath = z.strictObject({ date: Day })
export const NewDateHours = z
  .strictObject({ ranges: z.array(NewRange).max(MOST_RANGES).meta({ description: 'None is a day off' }), note })
  .meta({ id: 'NewDateHours' })
export const DateHours = z
  .object({ date: Day, ranges: z.array(z.object({ start: z.string(), end: z.string() })), note: z.string().nullable() })
  .meta({ id: 'DateHours' })
export const DateHoursSaved = DateHours.extend({ sessions }).meta({ id: 'DateHoursSaved' })

const dates = { from_date: Day, to_date: Day.meta({ description: 'Included' }) }
type Dates = { from_date: string; to_date: string }
const isOrdered = ({ from_date, to_date }: Dates): boolean => from_date <= to_date
const isBounded = ({ from_date, to_date }: Dates): boolean =>
  Date.parse(to_date) - Date.parse(from_date) < MOST_DAYS_AHEAD * 86_400_000
const ordered = { error: 'Not before the first day', path: ['to_date'] }
const bounded = { error: 'That is too long', path: ['to_date'] }

export const NewAway = z
  .strictObject({ ...dates, note })
  .refine(isOrdered, ordered)
  .refine(isBounded, bounded)
  .meta({ id: 'NewAway' })
export const Away = z.object({ id: Id, from_date: Day, to_date: Day, note: z.string().nullable() }).meta({ id: 'Away' })
export const AwaySaved = Away.extend({ sessions }).meta({ id: 'AwaySaved' })

export const NewZonePeriod = z
  .strictObject({ ...dates, time_zone: TimeZone })
  .refine(isOrdered, ordered)
  .refine(isBounded, bounded)
  .meta({ id: 'NewZonePeriod' })
export const ZonePeriod = z
  .object({ id: Id, from_date: Day, to_date: Day, time_zone: z.string() })
  .meta({ id: 'ZonePeriod' })
export const ExceptionPath = z.strictObject({ id: Id })

/** Everything that differs from the week, from today on. */
export const Exceptions = z
  .object({ time_zone: z.string(), dates: z.array(DateHours), away: z.array(Away), zones: z.array(ZonePeriod) })
  .meta({ id: 'Exceptions' })

const CALENDAR_ADDRESS = /^(https|webcals?):\/\//i
export const NewBusyCalendar = z
  .strictObject({
    name: line(1, 60),
    url: z
      .string()
      .max(2000)
      .refine(
        (address) => CALENDAR_ADDRESS.test(address) && URL.canParse(address),
        'An address that begins with https://',
      )
      .meta({ description: 'Of an iCalendar file; never shown again' }),
  })
  .meta({ id: 'NewBusyCalendar' })
export const BusyCalendar = z
  .object({
    id: Id,
    name: z.string(),
    host: z.string(),
    state: z.enum(CALENDAR_STATES),
    fault: z.enum(CALENDAR_FAULTS).nullable(),
    events: z.int().meta({ description: 'That keep times, in the next days' }),
    read_at: Instant.nullable(),
  })
  .meta({ id: 'BusyCalendar' })
export const BusyCalendars = z
  .object({ items: z.array(BusyCalendar), next_cursor: z.null() })
  .meta({ id: 'BusyCalendars' })

const Reason = z.enum(REASONS)
export const WhyQuery = z.strictObject({ offer_id: Id, date: Day })
export const Why = z
  .object({
    date: Day,
    time_zone: z.string().meta({ description: 'On whose clock the hours of this date are read' }),
    closed: Reason.nullable().meta({ description: 'Why the date has no hours at all' }),
    items: z.array(
      z.object({
        time: z.string().meta({ description: 'On the wall clock' }),
        start_time: Instant.nullable().meta({ description: 'Null where the clock skips this time' }),
        reason: Reason.nullable().meta({ description: 'Null where it can be booked' }),
      }),
    ),
  })
  .meta({ id: 'Why' })
