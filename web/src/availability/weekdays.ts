import { regionalLocale } from '../lib/messages'

/** Monday is 1; 1970-01-05 was a Monday. */
export const weekdayName = (weekday: number, style: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(regionalLocale(), { weekday: style, timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + weekday))

const format = (date: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(regionalLocale(), { ...options, timeZone: 'UTC' }).format(Date.parse(date))

/** "Tuesday 8 December" */
export const longDate = (date: string): string => format(date, { weekday: 'long', day: 'numeric', month: 'long' })
/** "Tue, 8 Dec 2026" */
export const shortDate = (date: string): string =>
  format(date, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
export const monthName = (date: string): string => format(date, { month: 'long', year: 'numeric' })

export const datesWords = (from: string, to: string): string =>
  from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`
