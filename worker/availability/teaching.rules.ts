import type {
  BusyTime,
  DateOverride,
  DateSpan,
  SlotPolicy,
  SlotQuery,
  WeeklyRule,
  ZonePeriod,
} from '../bookings/slots.rules'

/** A session that was given; it counts for the limits of its day and week. */
export interface Given {
  offer_id: string
  start: number
}
/** A live booking of the mentor's, as wide as its buffers; every seat of a group is one. */
export type Taught = Given & BusyTime & { end: number }

/** What the free times of a mentor follow from, as the tables hold it. */
export interface TeachingTimes {
  availability_zone: string
  most_sessions_per_week: number | null
  rules: readonly WeeklyRule[]
  overrides: readonly DateOverride[]
  away: readonly DateSpan[]
  zone_periods: readonly ZonePeriod[]
  /** Busy in a calendar elsewhere. */
  external: readonly BusyTime[]
  teaching: readonly Taught[]
  given: readonly Given[]
  /** The same person's live bookings as a student. */
  learning: readonly BusyTime[]
}

/** The question to the slot function about one offer. `also` is when somebody else is busy: who wants to book. */
export function slotQueryOf(
  times: TeachingTimes,
  offer: SlotPolicy & { id: string },
  span: { now: number; from: number; until: number },
  also: readonly BusyTime[] = [],
): SlotQuery {
  const sessions = [...times.teaching, ...times.given]
  // The seats of one group are one session.
  const starts = (of: readonly Given[]) => [...new Set(of.map(({ start }) => start))]
  return {
    rules: times.rules,
    overrides: times.overrides,
    away: times.away,
    zone_periods: times.zone_periods,
    busy: [...times.teaching, ...times.learning, ...times.external, ...also],
    booked: starts(sessions.filter(({ offer_id }) => offer_id === offer.id)),
    taught: starts(sessions),
    most_sessions_per_week: times.most_sessions_per_week,
    policy: offer,
    zone: times.availability_zone,
    ...span,
  }
}

/** A week without anything that differs from it. */
export const plainTimes = (availability_zone: string, rules: readonly WeeklyRule[]): TeachingTimes => ({
  availability_zone,
  most_sessions_per_week: null,
  rules,
  overrides: [],
  away: [],
  zone_periods: [],
  external: [],
  teaching: [],
  given: [],
  learning: [],
})
