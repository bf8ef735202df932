import { createSignal } from 'solid-js'
import { now } from '../lib/clock'
import { DAY } from '../lib/time'
import { useMyPlace } from '../lib/zones'

export const CHOICES = [4, 12, 26, 52]

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10)
const daysSinceMonday = (date: string): number => (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7

/** Whole weeks that end with this one. */
export const spanOf = (today: string, weeks: number) => ({
  from: shifted(today, -daysSinceMonday(today) - (weeks - 1) * 7),
  to: today,
})

/** So many weeks by the reader's own calendar; until their zone is known the server's twelve. */
export function createPeriod() {
  const place = useMyPlace()
  const [weeks, choose] = createSignal(12)
  const span = () => {
    const today = place()?.date(now())
    return today ? spanOf(today, weeks()) : {}
  }
  return { weeks, choose, span }
}
