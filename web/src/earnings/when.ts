import { m } from '../lib/messages'
import { useMyPlace } from '../lib/zones'

/** "Fri 27 Nov, 10:20 WET", for a sentence; nothing until the zone data is there. */
export function createWhen() {
  const place = useMyPlace()
  return (at: string): string => {
    const here = place()
    if (!here) return ''
    return `${m.time_day_and_time({ day: here.day(at), time: here.time(at) })} ${here.label(at)}`
  }
}
