import { createMemo, createSignal, type Accessor } from 'solid-js'
import { dateOfDay, dayOfDate, nextValidInstant } from '../../../worker/contract/zone'
import { now } from '../lib/clock'
import { useQuery } from '../lib/query'
import type { Place } from '../lib/time'
import { useZones } from '../lib/zones'
import type { Day } from '../mentors/slot-choice'
import type { TimeChoice } from '../mentors/time-choice'
import { timesToMoveQuery, type Booking } from './bookings.queries'

const WEEK = 7
const datesFrom = (first: number) => Array.from({ length: WEEK }, (_, i) => dateOfDay(first + i))

type Moved = Pick<Booking, 'id' | 'start_time'>

/** The free times that a session could have instead, week by week from its own; days and weeks are those of `place`. */
export function createTimesToMove(
  booking: Accessor<Moved>,
  place: Accessor<Place>,
): Omit<TimeChoice, 'start' | 'chooseStart'> {
  const zones = useZones()
  const today = () => dayOfDate(place().date(now()))
  const weekOf = (instant: string) => Math.max(0, Math.floor((dayOfDate(place().date(instant)) - today()) / WEEK))
  const [week, setWeek] = createSignal(weekOf(booking().start_time))
  const [date, setDate] = createSignal<string | undefined>(place().date(booking().start_time))
  const dates = createMemo(() => datesFrom(today() + week() * WEEK))
  const at = (day: string, minutes: number) => nextValidInstant(zones()!.zone(place().zone), day, minutes)
  const midnight = (day: string) => new Date(at(day, 0)).toISOString()

  const slots = useQuery(() =>
    timesToMoveQuery(booking().id, midnight(dates()[0]!), midnight(dateOfDay(today() + (week() + 1) * WEEK))),
  )
  const days = createMemo<Day[]>(() =>
    dates().map((day) => ({
      date: day,
      noon: at(day, 12 * 60),
      slots: (slots.data?.items ?? []).filter((slot) => place().date(slot.start_time) === day),
    })),
  )
  const isFree = (day: Day) => day.slots.length > 0
  const day = createMemo(() => days().find((one) => one.date === date() && isFree(one)) ?? days().find(isFree))

  return {
    slots,
    days,
    day,
    chooseDay: setDate,
    week,
    isLastWeek: () => slots.data !== undefined && week() >= weekOf(slots.data.until),
    turnTo(wanted) {
      setWeek(wanted)
      setDate(undefined)
    },
  }
}
