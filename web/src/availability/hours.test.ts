import { describe, expect, it } from 'vitest'
import { dayOf, faultsOf, hoursOf, painted, withAnother, withDayOn, type Week } from './hours'

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

  it('copies a day to others, instead of what they had', () => {
    const week = withDayOn([rule(1, '09:00', '12:00'), rule(4, '20:00', '21:00'), rule(6, '10:00', '11:00')], 1, [2, 4])
    expect([dayOf(week, 2), dayOf(week, 4)]).toEqual([[rule(2, '09:00', '12:00')], [rule(4, '09:00', '12:00')]])
    expect(dayOf(week, 6)).toEqual([rule(6, '10:00', '11:00')])
    expect(hoursOf(week)).toBe(10)
    expect(withDayOn(week, 7, [1])).not.toContainEqual(rule(1, '09:00', '12:00'))
  })
})

describe('painting', () => {
  const day = (...ranges: [string, string][]) => ranges.map(([start, end]) => rule(1, start, end))

  it('opens a time and makes one range of what it touches', () => {
    expect(painted([], 1, '09:00', '10:00', true)).toEqual(day(['09:00', '10:00']))
    const joined = painted(day(['08:15', '09:00'], ['10:00', '11:00']), 1, '09:00', '10:00', true)
    expect(joined).toEqual(day(['08:15', '11:00']))
    expect(painted(day(['09:00', '17:00']), 1, '10:00', '11:00', true)).toEqual(day(['09:00', '17:00']))
    expect(painted([], 1, '23:30', '24:00', true)).toEqual(day(['23:30', '24:00']))
  })

  it('closes a time and leaves what is on both sides', () => {
    expect(painted(day(['09:00', '17:00']), 1, '12:00', '13:00', false)).toEqual(
      day(['09:00', '12:00'], ['13:00', '17:00']),
    )
    expect(painted(day(['09:15', '10:00']), 1, '09:00', '09:30', false)).toEqual(day(['09:30', '10:00']))
    expect(painted(day(['09:00', '10:00']), 1, '08:00', '11:00', false)).toEqual([])
  })

  it('touches no other day', () => {
    const week = [rule(2, '09:00', '17:00')]
    expect(painted(week, 1, '09:00', '17:00', false)).toEqual(week)
  })
})
