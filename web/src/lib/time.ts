import { m, regionalLocale } from './messages'

export type Instant = string | number
export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

/** How one zone writes times, in the reader's language. Every method takes an ISO string or milliseconds. */
export type Place = {
  readonly zone: string
  /** "Kolkata" */
  readonly city: string
  /** "19:00" */
  time(instant: Instant): string
  /** "IST" */
  label(instant: Instant): string
  /** "2026-11-26", for grouping */
  date(instant: Instant): string
  /** "Thu 26 Nov" */
  day(instant: Instant): string
  /** "Thursday 26 November" */
  longDay(instant: Instant): string
  /** "Thu" */
  weekday(instant: Instant): string
  /** "Thu 26" */
  weekdayAndDate(instant: Instant): string
}

const STYLES = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  longDay: { weekday: 'long', day: 'numeric', month: 'long' },
  weekday: { weekday: 'short' },
  weekdayAndDate: { weekday: 'short', day: 'numeric' },
  dayNumber: { day: '2-digit' },
  month: { month: 'short' },
  label: { timeZoneName: 'short' },
  fullDate: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type Style = keyof typeof STYLES

const formatters = new Map<string, Intl.DateTimeFormat>()
/** Making one costs a hundred times what using it does. */
function formatterOf(style: Style, timeZone: string | undefined): Intl.DateTimeFormat {
  const locale = regionalLocale()
  const key = `${locale} ${style} ${timeZone}`
  let formatter = formatters.get(key)
  if (!formatter) formatters.set(key, (formatter = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone })))
  return formatter
}

export const write = (style: Style, instant: number, timeZone: string | undefined): string =>
  formatterOf(style, timeZone).format(instant)

export const ms = (instant: Instant) => (typeof instant === 'number' ? instant : Date.parse(instant))

export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** Browsers still answer with names that the database gave up. */
const RENAMED: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
}

export function browserZone(): string {
  const name = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return RENAMED[name] ?? name
}

/** The browser's own zone without our data: for the landing page, which must stay small. */
export function browserPlace(): Place {
  const by = (style: Style) => (instant: Instant) => write(style, ms(instant), undefined)
  const zone = browserZone()
  return {
    zone,
    city: cityOf(zone),
    time: by('time'),
    day: by('day'),
    longDay: by('longDay'),
    weekday: by('weekday'),
    weekdayAndDate: by('weekdayAndDate'),
    date: (instant) => {
      const local = new Date(ms(instant))
      return new Date(ms(instant) - local.getTimezoneOffset() * MINUTE).toISOString().slice(0, 10)
    },
    label: (instant) =>
      formatterOf('label', undefined)
        .formatToParts(ms(instant))
        .find((part) => part.type === 'timeZoneName')!.value,
  }
}

/** "Today", "Tomorrow", "Thu" within a week, else "Thu 3 Dec". */
export function relativeDay(place: Place, instant: Instant, now: number): string {
  const date = place.date(instant)
  if (date === place.date(now)) return m.time_today()
  if (date === place.date(now + DAY)) return m.time_tomorrow()
  if (date === place.date(now - DAY)) return m.time_yesterday()
  const distance = ms(instant) - now
  return distance > 0 && distance < 6 * DAY ? place.weekday(instant) : place.day(instant)
}

export const isToday = (place: Place, instant: Instant, now: number): boolean => place.date(instant) === place.date(now)

/** "9:41", "1:02:03": what a countdown shows. */
export function clockOf(leftMs: number): string {
  const seconds = Math.floor(leftMs / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h ? `${h}:${two(min)}:${two(s)}` : `${min}:${two(s)}`
}

/** "in 28 minutes", "3 days ago". */
export function fromNow(instant: Instant, now: number): string {
  const minutes = Math.round((ms(instant) - now) / MINUTE)
  const format = new Intl.RelativeTimeFormat(regionalLocale(), { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  if (Math.abs(minutes) < 36 * 60) return format.format(Math.round(minutes / 60), 'hour')
  return format.format(Math.round(minutes / 1440), 'day')
}
