import type { away_periods, date_overrides, zone_periods } from '../availability/exceptions.schema'
import { accountId } from './cast'
import { fixedId } from './fixed'

const DAY = 86_400_000
const MIRA = accountId('mira')

/** Mira's coming weeks: further ahead than any session, so that none lies where she is away. */
export function exceptionsOf(now: number) {
  const inDays = (days: number): string => new Date(now + days * DAY).toISOString().slice(0, 10)
  const mentor_account_id = MIRA
  return {
    date_overrides: [
      {
        mentor_account_id,
        date: inDays(33),
        ranges: [{ start: '06:30', end: '09:30' }],
        note: 'Early, then a wedding',
      },
    ] satisfies (typeof date_overrides.$inferSelect)[],
    away_periods: [
      {
        id: fixedId('away:mira'),
        mentor_account_id,
        from_date: inDays(40),
        to_date: inDays(44),
        note: 'With the family',
      },
    ] satisfies (typeof away_periods.$inferSelect)[],
    zone_periods: [
      {
        id: fixedId('zone_period:mira'),
        mentor_account_id,
        from_date: inDays(50),
        to_date: inDays(55),
        time_zone: 'Asia/Singapore',
      },
    ] satisfies (typeof zone_periods.$inferSelect)[],
  }
}
