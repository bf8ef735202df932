import { wallTimeOf } from '../contract/zone'
import { zones } from '../lib/zones'
import type { sessionsAround } from './home.data'

type Seat = Awaited<ReturnType<typeof sessionsAround>>[number]

/** The sessions of the local day that `now` is in; the seats of a group are one, as far along as its first. */
export function todaysSessions(seats: readonly Seat[], time_zone: string, now: Date) {
  const zone = zones.zone(time_zone)
  const today = wallTimeOf(zone, now.getTime()).date
  const rooms = Map.groupBy(
    seats.filter(({ start_time }) => wallTimeOf(zone, start_time).date === today),
    ({ room_id }) => room_id,
  )
  return [...rooms.values()].map((of) => {
    const { id, state, start_time, end_time, offer_title } = of[0]!
    return {
      booking_id: id,
      state,
      start_time: new Date(start_time),
      end_time: new Date(end_time),
      offer_title,
      students: of.map(({ name, picture_url }) => ({ name, picture_url })),
    }
  })
}
