import { m } from '../lib/messages'

/** "3 h 15 min", "2 h", "45 min" */
export function spanOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return m.minutes({ count: rest })
  return rest === 0 ? m.students_span_hours({ hours }) : m.students_span({ hours, minutes: rest })
}
