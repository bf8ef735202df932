import packed from 'moment-timezone/data/packed/latest.json'
import { describe, expect, it } from 'vitest'
import { zoneData } from '../../../worker/contract/zone'
import { clockOf, relativeDay } from './time'
import { aheadBy, placeOf } from './zones'

const zones = zoneData(packed)
const kolkata = placeOf(zones, 'Asia/Kolkata')
const lisbon = placeOf(zones, 'Europe/Lisbon')
const at = Date.parse('2026-11-26T13:30:00Z')

describe('a place', () => {
  it('writes the same instant as each side reads it on the wall', () => {
    expect(kolkata.time(at)).toBe('19:00')
    expect(lisbon.time(at)).toBe('13:30')
    expect([kolkata.label(at), lisbon.label(at)]).toEqual(['IST', 'WET'])
    expect(aheadBy(zones, 'Asia/Kolkata', 'Europe/Lisbon', at)).toBe(-330)
  })

  it('tells the two same wall times apart where clocks go back', () => {
    const newYork = placeOf(zones, 'America/New_York')
    const [first, second] = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']
    expect([newYork.time(first), newYork.time(second)]).toEqual(['01:30', '01:30'])
    expect([newYork.label(first), newYork.label(second)]).toEqual(['EDT', 'EST'])
  })

  it('of an unknown name is UTC, not an error', () => {
    expect(placeOf(zones, 'Mars/Olympus').zone).toBe('UTC')
  })

  it('says today by the wall of the reader, not by UTC', () => {
    const lateEvening = Date.parse('2026-11-26T18:00:00Z')
    const afterMidnightInKolkata = '2026-11-26T19:00:00Z'
    expect(relativeDay(kolkata, afterMidnightInKolkata, lateEvening)).toBe('Tomorrow')
    expect(relativeDay(lisbon, afterMidnightInKolkata, lateEvening)).toBe('Today')
  })
})

it('a countdown shows minutes and seconds, and hours only where there are some', () => {
  expect([clockOf(581_999), clockOf(3_723_000), clockOf(0)]).toEqual(['9:41', '1:02:03', '0:00'])
})
