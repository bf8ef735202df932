import { RELEASE_HOURS, leastWithdrawal, type EarningKind } from '../contract/payouts.constants'
import { dateOfDay, dayOfDate, wallTimeOf, weekdayOfDay } from '../contract/zone'
import { zones } from '../lib/zones'

const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** No zone is further from UTC. */
export const FARTHEST = 15 * HOUR
const WEEKS_SHOWN = 12
export const MOST_DAYS = 366

interface Amounts {
  currency: string
  held_minor: number
  available_minor: number
  on_its_way_minor: number
  paid_out_minor: number
}
/** Three amounts, and the fourth that they add up to. */
export const balanceFrom = ({ currency, held_minor, available_minor, on_its_way_minor, paid_out_minor }: Amounts) => ({
  currency,
  held_minor,
  available_minor,
  on_its_way_minor,
  total_minor: held_minor + available_minor + on_its_way_minor,
  paid_out_minor,
  least_withdrawal_minor: leastWithdrawal(currency),
})
export const balanceIn = (currency: string, balances: Amounts[]) =>
  balanceFrom(
    balances.find((one) => one.currency === currency) ?? {
      currency,
      held_minor: 0,
      available_minor: 0,
      on_its_way_minor: 0,
      paid_out_minor: 0,
    },
  )

interface Cause {
  cause: string
  at: number
  order_id: string
  held_minor: number
  available_minor: number
  way_minor: number
  gross_minor: number | null
  commission_minor: number | null
  booking_id: string | null
  offer_id: string | null
  offer_title: string | null
  student_name: string | null
  start_time: number | null
}

const KINDS: Record<string, EarningKind> = {
  capture: 'captured',
  refund: 'refunded',
  release: 'released',
  withdrawal: 'withdrawn',
  return: 'returned',
  payout: 'paid_out',
}
const prefixOf = ({ cause }: Pick<Cause, 'cause'>): string => cause.slice(0, cause.indexOf(':'))
export const kindOf = (row: Pick<Cause, 'cause'>): EarningKind => KINDS[prefixOf(row)] ?? 'captured'

/** What a cause changed of all that is the mentor's: nothing, where it only moved money among their accounts. */
export const changeOf = ({ held_minor, available_minor, way_minor }: Omit<Cause, 'cause'>): number =>
  held_minor + available_minor + way_minor

/** What a line is about: all of the mentor's, or what can be withdrawn. */
function amountOf(row: Cause): number {
  const kind = kindOf(row)
  return kind === 'captured' || kind === 'refunded' || kind === 'paid_out' ? changeOf(row) : row.available_minor
}

export const lineFrom = (row: Cause) => ({
  // The provider's id of a payment says nothing to a mentor.
  id: row.order_id !== '' && kindOf(row) === 'captured' ? `capture:${row.order_id}` : row.cause,
  kind: kindOf(row),
  at: new Date(row.at).toISOString(),
  amount_minor: amountOf(row),
  gross_minor: row.gross_minor,
  commission_minor: row.commission_minor,
  booking:
    row.booking_id === null
      ? null
      : {
          id: row.booking_id,
          offer_title: row.offer_title ?? '',
          student_name: row.student_name ?? '',
          start_time: new Date(row.start_time ?? 0).toISOString(),
        },
})

/** The calendar day of an instant in the mentor's zone. */
const dayIn = (zone: string) => {
  const place = zones.zone(zone)
  return (instant: number): number => dayOfDate(wallTimeOf(place, instant).date)
}
const mondayOf = (day: number): number => day - (weekdayOfDay(day) - 1)

/** The days that were asked for; otherwise twelve weeks, this one included. */
export function periodFrom(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  zone: string,
  now: Date,
) {
  const last = to === undefined ? dayIn(zone)(now.getTime()) : dayOfDate(to)
  const first = from === undefined ? mondayOf(last) - (WEEKS_SHOWN - 1) * 7 : dayOfDate(from)
  return { first, last }
}

export interface Period {
  first: number
  last: number
}

/** Only what was posted on these days in the mentor's zone. */
export function within<R extends { at: number }>(rows: R[], { first, last }: Period, zone: string): R[] {
  const dayOf = dayIn(zone)
  return rows.filter(({ at }) => {
    const day = dayOf(at)
    return day >= first && day <= last
  })
}

/** What students brought in, less what went back to them. */
const isEarning = (row: Cause): boolean => ['captured', 'refunded'].includes(kindOf(row))
export const totalOf = (rows: Cause[]): number => rows.reduce((total, row) => total + changeOf(row), 0)
const sessionsIn = (rows: Cause[]): number =>
  new Set(rows.filter((row) => kindOf(row) === 'captured').map(({ order_id }) => order_id)).size

/** Every week of the period, also those in which nothing happened. */
export function byWeek(rows: Cause[], { first, last }: Period, zone: string) {
  const dayOf = dayIn(zone)
  const earned = Map.groupBy(rows.filter(isEarning), ({ at }) => mondayOf(dayOf(at)))
  const weeks = Math.floor((mondayOf(last) - mondayOf(first)) / 7) + 1
  return Array.from({ length: weeks }, (_, i) => {
    const monday = mondayOf(first) + i * 7
    const inside = earned.get(monday) ?? []
    return {
      from: dateOfDay(Math.max(monday, first)),
      to: dateOfDay(Math.min(monday + 6, last)),
      earned_minor: totalOf(inside),
      sessions: sessionsIn(inside),
    }
  })
}

/** What brought in most comes first. */
export function byOffer(rows: Cause[]) {
  const offers = Map.groupBy(rows.filter(isEarning), ({ offer_id }) => offer_id ?? '')
  return [...offers]
    .map(([offer_id, inside]) => ({
      offer_id,
      title: inside[0]?.offer_title ?? '',
      earned_minor: totalOf(inside),
      sessions: sessionsIn(inside),
    }))
    .toSorted((one, other) => other.earned_minor - one.earned_minor || (one.offer_id < other.offer_id ? -1 : 1))
}

export const earnedIn = (rows: Cause[]): number => totalOf(rows.filter(isEarning))

interface Held {
  booking_id: string
  offer_title: string
  student_name: string
  amount_minor: number
  currency: string
  end_time: number
  earned_at: number | null
  is_contested: 0 | 1
}
/** When it is released at the soonest: for a session ahead, if it takes place as agreed. */
export const releaseFrom = ({ end_time, earned_at, is_contested, ...row }: Held) => ({
  ...row,
  release_at: new Date((earned_at ?? end_time) + RELEASE_HOURS * HOUR).toISOString(),
  state: is_contested ? ('contested' as const) : earned_at === null ? ('ahead' as const) : ('waiting' as const),
})

/** The first that only time keeps back; where there is none, the first that waits for a decision. */
export function nextRelease(held: Held[]) {
  const releases = held.map(releaseFrom)
  return releases.find(({ state }) => state !== 'contested') ?? releases[0] ?? null
}
