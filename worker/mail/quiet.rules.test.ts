import { expect, it } from 'vitest'
import { quietEnd } from './quiet.rules'

const night = (time_zone: string) => ({ quiet_from: '22:00', quiet_until: '07:00', time_zone })
const end = (hours: Parameters<typeof quietEnd>[0], at: string) => quietEnd(hours, new Date(at))?.toISOString()

it.each([
  ['2026-11-24T16:29:00.000Z', undefined],
  ['2026-11-24T16:30:00.000Z', '2026-11-25T01:30:00.000Z'],
  ['2026-11-24T20:00:42.000Z', '2026-11-25T01:30:00.000Z'],
  ['2026-11-25T01:29:59.000Z', '2026-11-25T01:30:00.000Z'],
  ['2026-11-25T01:30:00.000Z', undefined],
])('a night in Kolkata, asked at %s, ends at %s', (at, expected) => {
  expect(end(night('Asia/Kolkata'), at)).toBe(expected)
})

it('ends at the wanted time on the wall also where the clocks change meanwhile', () => {
  expect(end(night('Europe/Berlin'), '2026-10-24T21:00:00.000Z')).toBe('2026-10-25T06:00:00.000Z')
  expect(end(night('Europe/Berlin'), '2026-03-28T22:00:00.000Z')).toBe('2026-03-29T05:00:00.000Z')
})

it('ends where the clocks jump over its end, and never before the moment that asks', () => {
  const late = { quiet_from: '22:00', quiet_until: '02:30', time_zone: 'Europe/Berlin' }
  for (const at of ['2026-03-28T22:00:00.000Z', '2026-03-29T00:45:00.000Z'])
    expect(end(late, at)).toBe('2026-03-29T01:00:00.000Z')
  expect(end(late, '2026-03-29T01:00:00.000Z')).toBeUndefined()
})

it('holds in both of the hours that the wall clock shows twice', () => {
  const late = { quiet_from: '22:00', quiet_until: '02:30', time_zone: 'Europe/Berlin' }
  expect(end(late, '2026-10-24T22:00:00.000Z')).toBe('2026-10-25T00:30:00.000Z')
  expect(end(late, '2026-10-25T01:10:30.000Z')).toBe('2026-10-25T01:30:00.000Z')
})

it('may lie within one day', () => {
  const noon = { quiet_from: '12:00', quiet_until: '14:00', time_zone: 'UTC' }
  expect(end(noon, '2026-11-24T13:00:00.000Z')).toBe('2026-11-24T14:00:00.000Z')
  expect(end(noon, '2026-11-24T23:00:00.000Z')).toBeUndefined()
})

it('is not where nobody chose it', () => {
  expect(end({ quiet_from: null, quiet_until: null, time_zone: 'UTC' }, '2026-11-24T23:00:00.000Z')).toBeUndefined()
})
