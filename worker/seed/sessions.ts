import type { Hold } from '../bookings/holds.data'
import { refundAt } from '../bookings/bookings.rules'
import type { booking_history, bookings } from '../bookings/bookings.schema'
import { answerBy, holdOf } from '../bookings/holds.rules'
import { HOLD_SECONDS, type BookingState } from '../contract/bookings.constants'
import { CLOSES_AFTER_MS } from '../contract/meetings.constants'
import { contestEnd } from '../meetings/meetings.rules'
import { isVerdict } from '../meetings/views'
import type { Calendar, Visit } from './calendar'
import type { Person } from './cast'
import { fixedId, numbersFor } from './fixed'
import { MENTORS, type SeedMentor } from './people'
import type { SeedSession } from './story'
import { offersOf, rulesOf } from './teaching'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const QUARTER = 15 * MINUTE
/** Nobody cancelled in the last hours of this world's past. */
const LATEST_CANCELLATION = 13 * HOUR
/** Whatever is written about older sessions has been published. */
const DRAWN_BEFORE_DAYS = -5

export interface Session {
  name: string
  mentor: Person
  student: Person
  booking: ReturnType<typeof bookingRow>
  history: (typeof booking_history.$inferInsert)[]
  /** Null where no money arrived. */
  paid_at: Date | null
  declined: boolean
  refund: { amount_minor: number; reason: string; at: Date } | null
  review: SeedSession['review']
}

interface Setting {
  calendar: Calendar
  cast: Map<string, Person>
  now: number
}

const seedOf = (key: string): SeedMentor => MENTORS.find((one) => one.key === key) ?? unknown(key)
const personOf = (cast: Map<string, Person>, key: string): Person => cast.get(key) ?? unknown(key)
function unknown(key: string): never {
  throw new Error(`Nobody is called ${key}`)
}

/** A session of the story with its time, its rows and what became of its money. `name` makes its ids. */
export function sessionFrom(seed: SeedSession, name: string, setting: Setting): Session {
  const { cast, now } = setting
  const [mentor, student] = [personOf(cast, seed.mentor), personOf(cast, seed.student)]
  const teacher = seedOf(seed.mentor)
  const offer = offersOf(teacher, now)[seed.offer] ?? unknown(`${seed.mentor}'s offer`)
  const start = startOf(seed, { mentor, student, offer, rules: rulesOf(teacher) }, name, setting)
  const cancelled_at = seed.cancelled && Math.min(start - seed.cancelled.hours_before * HOUR, now - LATEST_CANCELLATION)
  const asked = { held: now - MINUTE, pending: now - 6 * HOUR } as Partial<Record<BookingState, number>>
  const created = asked[seed.state] ?? Math.min(cancelled_at ?? start, now) - leadOf(name)
  const wish = {
    start_time: new Date(start).toISOString(),
    time_zone: student.zone,
    answers: answersOf(seed),
  }
  const id = fixedId(`booking:${name}`)
  const hold = holdOf({
    id,
    offer: { ...offer, zone: teacher.zone },
    student: student.account_id,
    wish,
    now: new Date(created),
  })
  const steps = stepsOf(seed.state, {
    created,
    start,
    end: hold.end_time.getTime(),
    cancelled_at,
    isFree: offer.amount_minor === 0,
  })
  const over = new Date(steps.at(-1)?.at ?? created)
  const canceller = seed.cancelled ? (seed.cancelled.by === 'mentor' ? mentor : student).account_id : null
  const booking = bookingRow(hold, seed, canceller, over)
  const paid =
    offer.amount_minor > 0 ? steps.find(({ state }) => state === 'confirmed' || state === 'pending') : undefined
  return {
    name,
    mentor,
    student,
    booking,
    history: steps.map(({ state, at }, i) => ({
      id: fixedId(`history:${name}:${i}`),
      booking_id: id,
      state,
      actor_id: i === 0 ? student.account_id : state === 'cancelled' ? canceller : null,
      at: new Date(at),
    })),
    paid_at: paid ? new Date(paid.at) : null,
    declined: seed.declined ?? false,
    refund: paid ? refundOf(seed, booking, over) : null,
    review: seed.days > DRAWN_BEFORE_DAYS ? (seed.review ?? null) : seed.review,
  }
}

/** Sooner than a day is the soonest time; further away the people are not always the first to choose. */
function startOf(seed: SeedSession, visit: Visit, name: string, { calendar, now }: Setting): number {
  if (seed.state === 'in_progress')
    return calendar.keep(visit, Math.floor(now / QUARTER) * QUARTER - QUARTER).start_time
  const nth = Math.abs(seed.days) < 1 ? 0 : Math.floor(numbersFor(`nth:${name}`)() * 4)
  return calendar.reserve(visit, seed.days, nth).start_time
}

const answersOf = ({ wish }: SeedSession): Record<string, string> => (wish === undefined ? {} : { goal: wish })

/** How long before it a session is booked: one to four days. */
const leadOf = (name: string): number => (20 + numbersFor(`lead:${name}`)() * 80) * HOUR

function bookingRow(
  { limits: _, seats: __, offered_minor: ___, now: created_at, ...hold }: Hold,
  seed: SeedSession,
  cancelled_by: string | null,
  updated_at: Date,
) {
  return {
    ...hold,
    state: seed.state,
    hold_expires_at: seed.state === 'cancelled' ? null : hold.hold_expires_at,
    ...(seed.state === 'pending' && {
      needs_confirmation: true,
      answer_by: answerBy(hold.start_time.getTime(), hold.minimum_notice_minutes, updated_at),
    }),
    judged_at: isVerdict(seed.state) ? updated_at : null,
    cancelled_by,
    cancel_reason: seed.cancelled?.reason ?? null,
    hold_extended_at: null,
    created_at,
    updated_at,
  } satisfies typeof bookings.$inferInsert
}

interface Times {
  created: number
  start: number
  end: number
  cancelled_at: number | undefined
  isFree: boolean
}

/** The states a booking went through, with when. */
function stepsOf(
  state: BookingState,
  { created, start, end, cancelled_at, isFree }: Times,
): { state: BookingState; at: number }[] {
  const held = { state: 'held' as const, at: created }
  const confirmed = { state: 'confirmed' as const, at: isFree ? created : created + 3 * MINUTE }
  const agreed = isFree ? [confirmed] : [held, confirmed]
  if (state === 'held') return [held]
  if (state === 'expired') return [held, { state, at: created + HOLD_SECONDS * 1000 }]
  if (state === 'pending') return [held, { state, at: confirmed.at }]
  if (state === 'confirmed') return agreed
  if (state === 'cancelled') return [...agreed, { state, at: cancelled_at ?? created }]
  const begun = [...agreed, { state: 'in_progress' as const, at: start }]
  if (state === 'in_progress') return begun
  // With both there a session is judged at its end, otherwise when its room has closed.
  return [...begun, { state, at: state === 'completed' ? end : end + CLOSES_AFTER_MS }]
}

function refundOf(seed: SeedSession, booking: Parameters<typeof refundAt>[0], at: Date): Session['refund'] {
  if (seed.state === 'mentor_absent' || seed.state === 'nobody_came')
    return { amount_minor: booking.amount_minor, reason: seed.state, at: contestEnd(at) }
  if (!seed.cancelled) return null
  const { by } = seed.cancelled
  const amount_minor = refundAt(booking, by, at)
  return amount_minor > 0 ? { amount_minor, reason: `cancelled_by_${by}`, at } : null
}
