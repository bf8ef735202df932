import { expect, it } from 'vitest'
import { eventWords } from './money-words'
import type { MoneyEvent } from './payments.queries'

const money = { at: '2026-11-20T08:00:00.000Z', amount_minor: 130_000, currency: 'INR' }
const sent = { ...money, kind: 'refund_sent' as const, expected_from: '2026-11-27', expected_by: '2026-12-04' }
const said: [MoneyEvent, RegExp][] = [
  [{ ...money, kind: 'paid', method: 'upi', reference: 'pay_1' }, /^₹1,300 was paid by UPI\.$/],
  [{ ...money, kind: 'paid', method: 'cardless', reference: 'pay_1' }, /^₹1,300 was paid\.$/],
  [
    { ...money, kind: 'payment_failed', method: 'card', reason: 'Payment was declined by the bank' },
    /did not go through: Payment was declined by the bank\. Nothing was charged\.$/,
  ],
  [{ ...money, kind: 'refund_requested', reason: 'cancelled_by_mentor' }, /^₹1,300 goes back: the mentor cancelled\.$/],
  [{ ...money, kind: 'refund_requested', reason: 'unheard_of' }, /^₹1,300 goes back\.$/],
  [
    { ...sent, method: 'card', reference: 'rfnd_1' },
    /sent back by card\. It should arrive between .*(27 Nov|Nov 27) and .*(4 Dec|Dec 4)\.$/,
  ],
  [{ ...sent, method: null, reference: null }, /^₹1,300 was sent back to the student\.$/],
  [
    { kind: 'split', at: money.at, currency: 'INR', held_minor: 117_000, commission_minor: 13_000 },
    /^₹1,170 is held for you .* ₹130 is the commission/,
  ],
]

it.each(said)('$kind is told in a sentence', (event, words) => expect(eventWords(event)).toMatch(words))
