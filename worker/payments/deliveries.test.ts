import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { mentor, student, type Person, type Teacher } from '../test/world'
import { lever, rows, webhook } from './desk'
import { heardFrom, receiveEvent } from './events.data'
import { plantHeld } from './holds.desk'
import type { PaymentState } from '../contract/payments.constants'
import type { PaymentReport } from './machine.rules'
import { paymentTopics } from './payments.topics'

// C3 against the database: whatever of callback, webhooks and poll arrives, how often and in which order, the end is one.

let asha: Person
let mira: Teacher
const db = unmetered(env)
const RUNS = Number(import.meta.env.RANDOM_RUNS || 25)

beforeAll(async () => {
  asha = await student()
  mira = await mentor()
  await lever('/limits/', { scale: 1000 })
})
afterAll(() => lever('/limits/', { scale: 1 }))

const plantHold = () => plantHeld(db, asha, mira)

const WAYS = ['callback', 'authorized', 'captured', 'order.paid', 'failed', 'poll'] as const
type Way = (typeof WAYS)[number]
const STATUS: Record<Way, PaymentState> = {
  callback: 'authorized',
  authorized: 'authorized',
  captured: 'captured',
  'order.paid': 'captured',
  failed: 'failed',
  poll: 'captured',
}

/** One report on its way: by webhook over HTTP, or as callback and poll write it; then the worker that acts on it. */
async function arrive(way: Way, provider: string): Promise<void> {
  const status = STATUS[way]
  const payment = `pay_${provider}`
  let id: string
  if (way === 'callback' || way === 'poll') {
    const money = { amount_minor: mira.offer.amount_minor, currency: mira.offer.currency }
    const report: PaymentReport = {
      razorpay_payment_id: payment,
      razorpay_order_id: provider,
      status,
      ...money,
      method: 'upi',
      failure: null,
    }
    const event = heardFrom(way, report, now())
    await write(db, receiveEvent(db, event))
    id = event.id
  } else {
    const entity = {
      id: payment,
      order_id: provider,
      status,
      amount: mira.offer.amount_minor,
      currency: mira.offer.currency,
      method: 'upi',
    }
    const event = way === 'order.paid' ? way : `payment.${way}`
    const response = await webhook(JSON.stringify({ event, payload: { payment: { entity } } }), {
      id: `${provider}-${way.replace('.', '_')}`,
    })
    expect(response.status).toBe(200)
    id = `webhook:${provider}-${way.replace('.', '_')}`
  }
  await paymentTopics.payment_event?.(env, { event_id: id } as never, 1)
}

const standing = async ({ booking, order, provider }: { booking: string; order: string; provider: string }) => ({
  booking: (await rows('select state from bookings where id = ?', booking))[0]?.state,
  order: (await rows('select state from orders where id = ?', order))[0]?.state,
  payments: await rows('select razorpay_payment_id, state from payments where order_id = ?', order),
  captures: await rows(
    "select account, amount_minor from ledger_lines where order_id = ? and cause like 'capture:%' order by account",
    order,
  ),
  refunds: await rows('select 1 from refunds where order_id = ?', order),
  notices: await rows("select kind from notifications where data ->> 'booking_id' = ? order by kind", booking),
  waiting: await rows("select id from payment_events where razorpay_order_id = ? and state <> 'applied'", provider),
  confirmations: await rows("select 1 from booking_history where booking_id = ? and state = 'confirmed'", booking),
})

const sequences = fc
  .tuple(fc.shuffledSubarray([...WAYS], { minLength: 1 }), fc.array(fc.constantFrom(...WAYS), { maxLength: 4 }))
  .chain(([some, repeats]) => fc.shuffledSubarray([...some, ...repeats], { minLength: some.length + repeats.length }))
  .filter((ways) => ways.some((way) => STATUS[way] === 'captured'))

it('every order, repetition and loss of reports ends in one confirmed session, one posting and one notice of each kind', async () => {
  await fc.assert(
    fc.asyncProperty(sequences, async (ways) => {
      const hold = await plantHold()
      for (const way of ways) await arrive(way, hold.provider)
      expect(await standing(hold)).toEqual({
        booking: 'confirmed',
        order: 'captured',
        payments: [{ razorpay_payment_id: `pay_${hold.provider}`, state: 'captured' }],
        captures: [
          { account: 'commission', amount_minor: -15_000 },
          { account: 'gateway', amount_minor: 150_000 },
          { account: `mentor:${mira.user.id}:held`, amount_minor: -135_000 },
        ],
        refunds: [],
        notices: [{ kind: 'booking_confirmed' }, { kind: 'booking_received' }, { kind: 'payment_received' }],
        waiting: [],
        confirmations: [{ 1: 1 }],
      })
    }),
    { numRuns: RUNS },
  )
})

it('all reports at the same moment end the same way', async () => {
  for (let round = 0; round < 3; round++) {
    const hold = await plantHold()
    await Promise.all([...WAYS, ...WAYS].map((way) => arrive(way, hold.provider)))
    const end = await standing(hold)
    expect(end).toMatchObject({ booking: 'confirmed', order: 'captured', refunds: [], waiting: [] })
    expect(end.captures).toHaveLength(3)
    expect(end.notices).toHaveLength(3)
  }
})

it('hearing every event once more changes no balance', async () => {
  const balances = () =>
    rows(
      'select account, currency, sum(amount_minor) as balance from ledger_lines group by account, currency order by 1',
    )
  const before = await balances()
  await rows("update payment_events set state = 'received', applied_by = null")
  for (const { id } of await rows<{ id: string }>('select id from payment_events order by id')) {
    await paymentTopics.payment_event?.(env, { event_id: id } as never, 1)
  }
  expect(await balances()).toEqual(before)
  expect(await rows('select cause from ledger_lines group by cause, currency having sum(amount_minor) <> 0')).toEqual(
    [],
  )
})
