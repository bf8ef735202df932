import { PROGRESS_WEEKS } from '../contract/my-students.constants'
import { dateOfDay, dayOfDate, wallTimeOf, weekdayOfDay } from '../contract/zone'
import { zones } from '../lib/zones'

const mondayOf = (day: number): number => day - (weekdayOfDay(day) - 1)

/** What a session of the last weeks counts in. */
interface Held {
  start_time: number
  minutes: number
}

/** The last weeks of a zone's calendar, this one included, also those without a session. */
export function weeksOf(sessions: Held[], zone: string, now: Date) {
  const monday = (at: number) => mondayOf(dayOfDate(wallTimeOf(zones.zone(zone), at).date))
  const held = Map.groupBy(sessions, ({ start_time }) => monday(start_time))
  const first = monday(now.getTime()) - (PROGRESS_WEEKS - 1) * 7
  return Array.from({ length: PROGRESS_WEEKS }, (_, i) => {
    const inside = held.get(first + i * 7) ?? []
    return {
      from: dateOfDay(first + i * 7),
      sessions: inside.length,
      minutes: inside.reduce((sum, { minutes }) => sum + minutes, 0),
    }
  })
}
