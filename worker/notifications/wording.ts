import { wallTimeOf, zoneLabel } from '../contract/zone'
import { zones } from '../lib/zones'

const DATE = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const HOUR = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })

/** "Tue, 24 Nov 2026, 2:30 PM IST": a rendered time names its zone (B13). */
export function timeIn(zone_name: string, iso: string): string {
  const zone = zones.zone(zones.has(zone_name) ? zone_name : 'UTC')
  const instant = Date.parse(iso)
  const { date, time } = wallTimeOf(zone, instant)
  const wall = new Date(`${date}T${time}:00Z`)
  return `${DATE.format(wall)}, ${HOUR.format(wall).replace('\u202f', ' ')} ${zoneLabel(zone, instant)}`
}

/** "₹1,500.00", with the digits the currency has. */
export function money(amount_minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-IN', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount_minor / 10 ** digits)
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A name inside a sentence: one written right to left is isolated, so that it does not turn its neighbours around. */
export const named = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name)

/** What somebody wrote, as paragraphs of a mail. */
export const paragraphsIn = (words: string): string[] => words.split(/\n+/).filter((line) => line.trim() !== '')
