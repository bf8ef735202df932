import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { answer, eventually, mentor, student, type Person, type Teacher } from '../test/world'
import { SANDBOX_KEYS } from '../sandbox/keys'
import { sandbox_orders, sandbox_payments } from '../sandbox/sandbox.schema'
import { bookingNow, lever, rows, verify, webhook } from './desk'
import { plantHeld } from './holds.desk'
import { signatureOf } from './signatures'

// C3 at the edge: every order and every loss of what a payment may be told by, over HTTP, against the real adapter.

const WAYS = ['callback', 'authorized', 'captured', 'order.paid', 'failed', 'poll'] as const
type Way = (typeof WAYS)[number]
const db = unmetered(env)
/** All 1,957 of them where the run says so, else some, by a seed that is printed. */
const ALL = Boolean(import.meta.env.RANDOM_RUNS)
const SOME = 12
const PATIENCE_MS = ALL ? 3_600_000 : 60_000

let asha: Person
let mira: Teacher
beforeAll(async () => {
  asha = await student()
  mira = await mentor()
  await lever('/limits/', { scale: 100_000 })
})
afterAll(() => lever('/limits/', { scale: 1 }))

interface Planted {
  booking: string
  order: string
  provider: string
  payment: string
}

/** A hold whose order was paid at the provider, of which nobody told us yet. */
async function plantPaid(): Promise<Planted> {
  const { booking, order, provider } = await plantHeld(db, asha, mira)
  const payment = `pay_${provider.slice(6)}`
  const { amount_minor: amount, currency } = mira.offer
  const created_at = now()
  await write(db, [
    db.insert(sandbox_orders).values({ id: provider, amount, currency, receipt: order, created_at }),
    db
      .insert(sandbox_payments)
      .values({ id: payment, order_id: provider, status: 'captured', amount, currency, method: 'upi', created_at }),
  ])
  return { booking, order, provider, payment }
}

const told = ({ provider, payment }: Planted, way: Way) => {
  const status = way === 'order.paid' ? 'captured' : way
  const { amount_minor: amount, currency } = mira.offer
  const entity = { id: payment, order_id: provider, status, amount, currency, method: 'upi' }
  return JSON.stringify({
    event: way === 'order.paid' ? way : `payment.${way}`,
    payload: { payment: { entity } },
  })
}

async function tell(planted: Planted, way: Way): Promise<void> {
  const { provider, payment, order } = planted
  if (way === 'callback') {
    const razorpay_signature = await signatureOf(`${provider}|${payment}`, SANDBOX_KEYS.key_secret)
    await answer(verify(asha, { razorpay_order_id: provider, razorpay_payment_id: payment, razorpay_signature }), 200)
  } else if (way === 'poll') {
    await rows('update orders set poll_at = 0 where id = ? and poll_at is not null', order)
    await answer(lever('/cron/', { job: 'poll_orders' }), 200)
  } else {
    const id = `${provider}-${way.replace('.', '_')}`
    await answer(webhook(told(planted, way), { id }), 200)
    await eventually(
      async () => (await rows("select 1 from payment_events where id = ? and state <> 'received'", `webhook:${id}`))[0],
      15_000,
    )
  }
}

async function standing({ booking, order, provider }: Planted) {
  const { state, order: its } = await bookingNow(asha, booking)
  return {
    booking: state,
    order: its.state,
    postings: await rows(
      "select sum(amount_minor) as sum, count(*) as lines from ledger_lines where order_id = ? and cause like 'capture:%'",
      order,
    ),
    refunds: await rows('select 1 from refunds where order_id = ?', order),
    notices: await rows<{ kind: string }>("select kind from notifications where data ->> 'booking_id' = ?", booking),
    waiting: await rows("select id from payment_events where razorpay_order_id = ? and state <> 'applied'", provider),
  }
}

const CONFIRMED = {
  booking: 'confirmed',
  order: 'captured',
  postings: [{ sum: 0, lines: 3 }],
  refunds: [],
  waiting: [],
}
const TELLS_OF_CAPTURE: Way[] = ['callback', 'captured', 'order.paid', 'poll']

/** Where it stands before anybody asked the provider: as the best news says. */
function expected(ways: Way[]) {
  if (ways.some((way) => TELLS_OF_CAPTURE.includes(way))) return { booking: 'confirmed', order: 'captured' }
  if (ways.includes('authorized')) return { booking: 'held', order: 'authorized' }
  return { booking: 'held', order: ways.includes('failed') ? 'failed' : 'created' }
}

async function comesToOneEnd(ways: Way[]): Promise<void> {
  const planted = await plantPaid()
  for (const way of ways) await tell(planted, way)
  expect([ways, await bookingNow(asha, planted.booking)]).toMatchObject([
    ways,
    { state: expected(ways).booking, order: { state: expected(ways).order } },
  ])
  // Whatever was lost, the provider is asked in the end.
  await tell(planted, 'poll')
  const { notices, ...end } = await standing(planted)
  expect([ways, end]).toEqual([ways, CONFIRMED])
  expect(notices.map(({ kind }) => kind).toSorted()).toEqual([
    'booking_confirmed',
    'booking_received',
    'payment_received',
  ])
}

/** Every ordered choice of some of them, none and all included. */
const choices = (from: readonly Way[]): Way[][] => [
  [],
  ...from.flatMap((way) => choices(from.filter((other) => other !== way)).map((rest) => [way, ...rest])),
]

describe('every order and every loss of callback, authorized, captured, order.paid, failed and poll', () => {
  const every = choices(WAYS)
  it('are 1,957', () => expect(every).toHaveLength(1957))

  it(
    'comes to one confirmed session, one posting and one notice of each kind',
    async () => {
      if (ALL) {
        for (const ways of every) await comesToOneEnd(ways)
        return
      }
      await fc.assert(fc.asyncProperty(fc.constantFrom(...every), comesToOneEnd), { numRuns: SOME, endOnFailure: true })
    },
    PATIENCE_MS,
  )
})

it('one webhook a thousand times over is one confirmation', async () => {
  const planted = await plantPaid()
  const times = ALL ? 1000 : 100
  for (let sent = 0; sent < times; sent += 50) {
    const body = told(planted, 'captured')
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => webhook(body, { id: `${planted.provider}-same` })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  }
  await eventually(async () => (await bookingNow(asha, planted.booking)).state === 'confirmed')
  const { notices, ...end } = await standing(planted)
  expect(end).toEqual(CONFIRMED)
  expect(notices).toHaveLength(3)
  expect(
    await rows("select 1 from payment_events where source = 'webhook' and razorpay_order_id = ?", planted.provider),
  ).toHaveLength(1)
})

it.each([
  ['a retired secret', { secret: 'sandbox-webhook-secret-of-last-year' }],
  ['no secret at all', { secret: ' ' }],
])('a webhook signed with %s is refused and changes nothing', async (_, { secret }) => {
  const planted = await plantPaid()
  const before = await standing(planted)
  expect(await answer(webhook(told(planted, 'captured'), { secret, id: 'evt_old' }), 400)).toMatchObject({
    code: 'invalid_signature',
  })
  expect(await standing(planted)).toEqual(before)
  expect(await rows("select 1 from payment_events where id = 'webhook:evt_old'")).toEqual([])
})

it.each(SANDBOX_KEYS.webhook_secrets)('while secrets rotate a webhook signed with %s confirms', async (secret) => {
  const planted = await plantPaid()
  await answer(webhook(told(planted, 'captured'), { secret, id: `evt_${planted.provider.slice(-12)}` }), 200)
  await eventually(async () => (await bookingNow(asha, planted.booking)).state === 'confirmed')
})
