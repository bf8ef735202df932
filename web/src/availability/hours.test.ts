import { describe, expect, it } from 'vitest'
import { dayOf, faultsOf, hoursOf, withAnother, withMondayAllWeek, type Week } from './hours'

const rule = (weekday: number, start: string, end: string) => ({ weekday, start, end })

describe('weekly hours', () => {
  it('a new range starts after the last one and never leaves the day', () => {
    const monday = withAnother([rule(1, '09:00', '12:00')], 1)
    expect(dayOf(monday, 1)[1]).toEqual(rule(1, '13:00', '14:00'))
    expect(dayOf(withAnother([rule(1, '20:00', '23:00')], 1), 1)[1]).toEqual(rule(1, '23:00', '24:00'))
    expect(withAnother([], 3)).toEqual([rule(3, '09:00', '17:00')])
  })

  it('names an end before its start and an overlap, and only those', () => {
    const touching: Week = [rule(1, '09:00', '12:00'), rule(1, '12:00', '24:00')]
    expect(faultsOf(touching).size).toBe(0)
    const late = rule(2, '11:00', '13:00')
    const wrong = rule(3, '15:00', '14:00')
    const faults = faultsOf([rule(2, '09:00', '12:00'), late, wrong])
    expect([faults.get(late), faults.get(wrong), faults.size]).toEqual(['overlap', 'order', 2])
  })

  it('repeats Monday until Friday and leaves the weekend', () => {
    const week = withMondayAllWeek([rule(1, '09:00', '12:00'), rule(4, '20:00', '21:00'), rule(6, '10:00', '11:00')])
    expect(week.filter((one) => one.start === '09:00').map((one) => one.weekday)).toEqual([1, 2, 3, 4, 5])
    expect(dayOf(week, 4)).toHaveLength(1)
    expect(hoursOf(week)).toBe(16)
  })
})
