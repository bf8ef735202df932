import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORDER_STATES, type OrderState, type PaymentState } from '../contract/payments.constants'
import { stepOf, type Known, type PaymentReport, type Purpose } from './machine.rules'

const ORDER = { amount_minor: 150_000, currency: 'INR' }
const report = (status: PaymentState, wrong: Partial<PaymentReport> = {}, payment = 'pay_1'): PaymentReport => ({
  razorpay_payment_id: payment,
  razorpay_order_id: 'order_1',
  status,
  ...ORDER,
  method: 'upi',
  failure: null,
  ...wrong,
})

/** Applies reports one after another, as the database does, and says where the order stands and what money came for. */
function played(reports: PaymentReport[]) {
  let known: Omit<Known, 'payment_state'> = { state: 'created', ...ORDER, paid_by: null }
  const payments = new Map<string, PaymentState>()
  const arrived: Purpose[] = []
  const states: OrderState[] = []
  for (const told of reports) {
    const step = stepOf({ ...known, payment_state: payments.get(told.razorpay_payment_id) ?? null }, told)
    payments.set(told.razorpay_payment_id, step.payment)
    if (step.arrived) arrived.push(step.arrived)
    known = {
      ...known,
      state: step.order,
      paid_by: step.arrived === 'session' ? told.razorpay_payment_id : known.paid_by,
    }
    states.push(step.order)
  }
  return { state: known.state, arrived: arrived.sort(), payments: Object.fromEntries(payments), states }
}

const PATH: OrderState[] = [
  'created',
  'attempted',
  'failed',
  'authorized',
  'parked',
  'captured',
  'partly_refunded',
  'refunded',
]
const statuses = fc.constantFrom<PaymentState>('created', 'failed', 'authorized', 'captured')
const reports = fc.array(
  fc
    .tuple(statuses, fc.constantFrom('pay_1', 'pay_2', 'pay_3'))
    .map(([status, payment]) => report(status, {}, payment)),
  { maxLength: 12 },
)
const runs = { numRuns: Number(import.meta.env.RANDOM_RUNS || 300) }

describe('the payment machine', () => {
  it('knows every state of an order', () => expect([...PATH].sort()).toEqual([...ORDER_STATES].sort()))

  it('walks from created over attempted and authorized to captured', () =>
    expect(played([report('created'), report('authorized'), report('captured')]).states).toEqual([
      'attempted',
      'authorized',
      'captured',
    ]))

  it('lets a failed payment become authorized later, and no other way round', () => {
    expect(played([report('failed'), report('authorized')]).state).toBe('authorized')
    expect(played([report('authorized'), report('failed')]).state).toBe('authorized')
  })

  it('never goes back, whatever is reported in whatever order', () => {
    fc.assert(
      fc.property(reports, (told) => {
        const ranks = played(told).states.map((state) => PATH.indexOf(state))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      }),
      runs,
    )
  })

  it('ends in the same state for every order and repetition of the same reports, with one payment for the session', () => {
    const shuffled = reports.chain((told) =>
      fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })),
    )
    fc.assert(
      fc.property(shuffled, ([told, again]) => {
        const [one, other] = [played(told), played(again)]
        expect(other.state).toBe(one.state)
        expect(other.payments).toEqual(one.payments)
        expect(other.arrived).toEqual(one.arrived)
        expect(one.arrived.filter((purpose) => purpose === 'session').length).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  it('says when a report is no news, and then nothing else follows from it', () => {
    const known: Known = { state: 'captured', ...ORDER, paid_by: 'pay_1', payment_state: 'captured' }
    for (const status of ['created', 'failed', 'authorized', 'captured'] as const) {
      expect(stepOf(known, report(status))).toEqual({
        order: 'captured',
        payment: 'captured',
        capture: false,
        news: false,
      })
    }
    expect(stepOf({ ...known, payment_state: null }, report('failed', {}, 'pay_2')).news).toBe(true)
  })

  it.each([
    ['amount', { amount_minor: 149_999 }],
    ['currency', { currency: 'USD' }],
  ])('parks an order when the %s differs, until a payment agrees', (_, wrong) => {
    const strange = report('captured', wrong, 'pay_2')
    expect(played([strange])).toMatchObject({ state: 'parked', arrived: ['suspense'] })
    for (const told of [
      [strange, report('captured')],
      [report('captured'), strange],
    ]) {
      expect(played(told)).toMatchObject({ state: 'captured', arrived: ['session', 'suspense'] })
    }
  })

  it('asks for the capture of authorized money once, and not of money that is not as agreed', () => {
    const known: Known = { state: 'created', ...ORDER, paid_by: null, payment_state: null }
    expect(stepOf(known, report('authorized')).capture).toBe(true)
    expect(stepOf({ ...known, payment_state: 'authorized' }, report('authorized')).capture).toBe(false)
    expect(stepOf(known, report('authorized', { amount_minor: 1 })).capture).toBe(false)
    expect(stepOf({ ...known, state: 'captured', paid_by: 'pay_2' }, report('authorized')).capture).toBe(false)
  })
})
