import packed from 'moment-timezone/data/packed/latest.json'
import { expect, it } from 'vitest'
import { REFUND_TERMS } from '../../../worker/contract/availability.constants'
import { zoneData } from '../../../worker/contract/zone'
import { placeOf } from '../lib/zones'
import { policyBefore, policyOf } from './policy'

const kolkata = placeOf(zoneData(packed), 'Asia/Kolkata')
const at = (instant: string) => Date.parse(instant)
const booking = {
  start_time: '2026-11-26T13:30:00.000Z',
  amount_minor: 130_000,
  refund_policy: [
    { until: '2026-11-24T13:30:00.000Z', amount_minor: 130_000 },
    { until: '2026-11-25T13:30:00.000Z', amount_minor: 65_000 },
  ],
}
const day = (instant: string) => `by ${kolkata.day(instant)}, 19:00 IST`

it('each row names its last moment with the zone, what comes back, and which one holds now', () => {
  expect(policyOf(booking, kolkata, at('2026-11-25T10:00:00Z'))).toEqual([
    { when: day('2026-11-24T13:30:00Z'), refund: 130_000, time: 'over' },
    { when: day('2026-11-25T13:30:00Z'), refund: 65_000, time: 'now' },
    { when: 'up to the start', refund: 0, time: 'later' },
  ])
})

it('an instant that is reached is over, and after the start everything is', () => {
  expect(policyOf(booking, kolkata, at('2026-11-24T13:30:00Z')).map(({ time }) => time)).toEqual([
    'over',
    'now',
    'later',
  ])
  expect(policyOf(booking, kolkata, at('2026-11-26T13:30:00Z')).every(({ time }) => time === 'over')).toBe(true)
})

it('a notice for cancelling cuts the terms short and says so', () => {
  expect(policyOf(booking, kolkata, at('2026-11-20T10:00:00Z'), '2026-11-25T01:30:00.000Z')).toEqual([
    { when: day('2026-11-24T13:30:00Z'), refund: 130_000, time: 'now' },
    { when: `by ${kolkata.day('2026-11-25T01:30:00Z')}, 07:00 IST`, refund: 65_000, time: 'later' },
    { when: 'after that', refund: null, time: 'later' },
  ])
})

it('an offer says the same by the hours before it, with half units rounded as they are paid', () => {
  expect(policyBefore(REFUND_TERMS.strict, { amount_minor: 130_001, currency: 'INR' }, 0)).toEqual([
    { when: 'up to 7 days before', refund: 130_001, time: 'later' },
    { when: 'up to 2 days before', refund: 65_000, time: 'later' },
    { when: 'up to the start', refund: 0, time: 'later' },
  ])
  expect(policyBefore(REFUND_TERMS.flexible, { amount_minor: 1000, currency: 'INR' }, 36 * 60)).toEqual([
    { when: 'up to 36 hours before', refund: 1000, time: 'later' },
    { when: 'after that', refund: null, time: 'later' },
  ])
})
