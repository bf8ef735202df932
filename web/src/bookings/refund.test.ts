import packed from 'moment-timezone/data/packed/latest.json'
import { expect, it } from 'vitest'
import { zoneData } from '../../../worker/contract/zone'
import { placeOf } from '../lib/zones'
import { heldBooking } from '../test/world'
import { refundNow, refundSentence } from './refund'

const kolkata = placeOf(zoneData(packed), 'Asia/Kolkata')
const at = (instant: string) => Date.parse(instant)
const booking = heldBooking({
  state: 'confirmed',
  start_time: '2026-11-26T13:30:00.000Z',
  refund_policy: [
    { until: '2026-11-25T13:30:00.000Z', amount_minor: 130_000 },
    { until: '2026-11-26T13:30:00.000Z', amount_minor: 65_000 },
  ],
})
const lastDay = kolkata.day('2026-11-25T13:30:00.000Z')

it('a policy is one sentence with the date, the zone and both amounts', () => {
  expect(refundSentence(booking, kolkata, at('2026-11-20T10:00:00Z'))).toBe(
    `Cancel by ${lastDay}, 19:00 IST and all ₹1,300 comes back. After that ₹650, until the start of the session.`,
  )
})

it('what is over is not promised any more', () => {
  expect(refundSentence(booking, kolkata, at('2026-11-25T13:30:00Z'))).toBe(
    'Cancel by the start of the session and ₹650 comes back.',
  )
  expect(refundSentence(booking, kolkata, at('2026-11-26T13:30:00Z'))).toBe(
    'Nothing comes back any more when you cancel now.',
  )
})

it('the amount on the button is the one of this moment, and a mentor gives everything back', () => {
  expect(refundNow(booking, 'student', at('2026-11-25T13:29:59Z'))).toBe(130_000)
  expect(refundNow(booking, 'student', at('2026-11-25T13:30:00Z'))).toBe(65_000)
  expect(refundNow(booking, 'student', at('2026-11-26T13:30:00Z'))).toBe(0)
  expect(refundNow(booking, 'mentor', at('2026-11-26T13:00:00Z'))).toBe(130_000)
  expect(refundNow({ ...booking, state: 'pending' }, 'student', at('2026-11-26T13:00:00Z'))).toBe(130_000)
  expect(refundNow({ ...booking, state: 'held' }, 'student', at('2026-11-20T13:00:00Z'))).toBe(0)
})

it('a free session says that nothing can be lost', () => {
  expect(refundSentence({ ...booking, amount_minor: 0 }, kolkata, at('2026-11-20T10:00:00Z'))).toMatch(/free/)
})
