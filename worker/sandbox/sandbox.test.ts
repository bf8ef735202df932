import { createExecutionContext, env, SELF } from 'cloudflare:test'
import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import type { Environment } from '../lib/environment'
import { Failure } from '../lib/failure'
import type { Spine } from '../lib/route'
import { onError } from '../lib/spine'
import { gatewayOf, keyIdOf } from '../payments/gateway'
import { answer, eventually, mentor, ORIGIN, student, type Person, type Teacher } from '../test/world'
import { advance, bookingNow, checkout, lever, pay, plant, rows } from '../payments/desk'
import { SANDBOX_KEYS } from './keys'
import { sandbox } from './sandbox'

let asha: Person
let mira: Teacher

beforeAll(async () => {
  asha = await student()
  mira = await mentor()
})

const LEVERS: [string, string][] = [
  ['GET', '/'],
  ['GET', '/mailbox/'],
  ['POST', '/clock/'],
  ['POST', '/cron/'],
  ['POST', '/limits/'],
  ['POST', '/sites/'],
  ['POST', '/razorpay/faults/'],
  ['GET', '/google/authorize/'],
  ['POST', '/google/authorize/'],
  ['POST', '/google/token/'],
  ['GET', '/google/certs/'],
  ['POST', '/razorpay/orders/order_1/pay/'],
  ['POST', '/razorpay/v1/orders'],
]

describe('outside development', () => {
  const app = new Hono<{ Bindings: Environment; Variables: Spine }>({ strict: false })
  app.onError(onError)
  app.route('/sandbox', sandbox({ jobs: {}, asked: {}, topics: {} }))
  const inside = (ENVIRONMENT: string | undefined, [method, path]: [string, string]) =>
    app.fetch(
      new Request(`https://aspirex.example.com/sandbox${path}`, { method }),
      { ...env, ENVIRONMENT } as Environment,
      createExecutionContext(),
    )

  it.each(['production', undefined, '', 'Development', 'staging'])(
    'with ENVIRONMENT %s there is nothing here',
    async (environment) => {
      for (const one of LEVERS) {
        const response = await inside(environment, one)
        expect([one, response.status]).toEqual([one, 404])
        expect(await response.json()).toMatchObject({ code: 'not_found' })
      }
      for (const one of LEVERS) expect((await inside('development', one)).status).not.toBe(404)
    },
  )

  it('the sandbox’s keys are not used, with keys of our own or without', async () => {
    const bare = { ...env, ENVIRONMENT: 'production', RAZORPAY_KEY_ID: undefined } as unknown as Environment
    expect(keyIdOf(bare)).toBeNull()
    expect(() => gatewayOf(bare)).toThrow(Failure)
    const real = {
      ...bare,
      RAZORPAY_KEY_ID: 'rzp_live_1',
      RAZORPAY_KEY_SECRET: 's',
      RAZORPAY_WEBHOOK_SECRETS: 'new, old',
    }
    expect(keyIdOf(real)).toBe('rzp_live_1')
    expect(gatewayOf({ ...real, ENVIRONMENT: 'development' })).toBeDefined()
    expect(keyIdOf({ ...real, ENVIRONMENT: 'development' })).toBe('rzp_live_1')
  })
})

it('the front page tells the time, the keys and the people, as JSON or as a page', async () => {
  const front = await answer(lever('/'), 200)
  expect(front).toMatchObject({
    now: expect.any(String),
    razorpay: SANDBOX_KEYS,
    accounts: [{ email: 'asha@example.com', password: 'aspirex-demo' }, {}, {}],
  })
  const page = await SELF.fetch(`${ORIGIN}/sandbox/`, { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('mira@example.com')
})

describe('the clock', () => {
  it('moves by seconds or to an instant, also for the product', async () => {
    const before = now().getTime()
    await advance(0)
    await advance(3600)
    expect(now().getTime()).toBeGreaterThanOrEqual(before + 3_600_000)
    const later = new Date(now().getTime() + 60_000).toISOString()
    const moved = await answer(lever('/clock/', { now: later }), 200)
    expect(Date.parse(moved.now)).toBeGreaterThanOrEqual(Date.parse(later))
  })

  it.each([
    { now: '2020-01-01T00:00:00Z' },
    { advance_seconds: -1 },
    { advance_seconds: 1.5 },
    { now: 'soon' },
    {},
    { advance_seconds: 1, more: 1 },
  ])('refuses %j', async (body) =>
    expect(await answer(lever('/clock/', body), 422)).toMatchObject({ code: 'invalid_input' }),
  )
})

it('cron runs one job by name or all of them, and knows no other', async () => {
  expect(await answer(lever('/cron/', { job: 'poll_orders' }), 200)).toEqual({
    ran: [{ job: 'poll_orders', count: 0 }],
  })
  const { ran } = await answer(lever('/cron/', {}), 200)
  expect(ran.map(({ job }: { job: string }) => job)).toEqual(
    expect.arrayContaining(['advance_bookings', 'poll_orders', 'check_ledger']),
  )
  await answer(lever('/cron/', { job: 'nothing' }), 422)
})

it('limits are multiplied by a whole number', async () => {
  expect(await answer(lever('/limits/', { scale: 100 }), 200)).toEqual({ scale: 100 })
  expect(await answer(lever('/limits/', { scale: 1 }), 200)).toEqual({ scale: 1 })
  await answer(lever('/limits/', { scale: 0 }), 422)
})

it('the mailbox shows what was sent to somebody, newest first, with its links', async () => {
  const { booking, order } = await checkout(asha, mira, 0)
  await pay(order.razorpay_order_id)
  const { items } = await eventually(async () => {
    const page = await answer(lever(`/mailbox/?to=${encodeURIComponent(asha.email)}&limit=2`), 200)
    return page.items.length === 2 && page
  })
  expect(items[0]).toMatchObject({
    to: asha.email,
    kind: expect.any(String),
    subject: expect.any(String),
    sent_at: expect.any(String),
  })
  expect(items[0].links.join()).toContain(`/sessions/${booking.id}`)
  const all = await answer(lever('/mailbox/?limit=1'), 200)
  const next = await answer(lever(`/mailbox/?limit=1&cursor=${encodeURIComponent(all.next_cursor)}`), 200)
  expect(next.items[0].id < all.items[0].id).toBe(true)
  const page = await SELF.fetch(`${ORIGIN}/sandbox/mailbox/`, { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain(items[0].subject.replaceAll('&', '&amp;'))
})

describe('faults', () => {
  it('replace those before, and an empty list clears them all', async () => {
    const planted = () => rows('select order_id, kind, times from sandbox_faults order by 2')
    await plant([{ kind: 'never', times: 2 }])
    await plant([
      { kind: 'late', times: 1 },
      { kind: 'twice', times: 3 },
    ])
    await plant([{ kind: 'never', times: 1 }], 'order_1')
    expect(await planted()).toEqual([
      { order_id: null, kind: 'late', times: 1 },
      { order_id: 'order_1', kind: 'never', times: 1 },
      { order_id: null, kind: 'twice', times: 3 },
    ])
    await plant([])
    expect(await planted()).toEqual([])
    await answer(lever('/razorpay/faults/', { faults: [{ kind: 'slow', times: 1 }] }), 422)
  })

  it('end after their number of times', async () => {
    const { booking, order } = await checkout(asha, mira, 4)
    await plant([{ kind: 'never', times: 1 }], order.id)
    await pay(order.razorpay_order_id, 'failed')
    await pay(order.razorpay_order_id)
    await eventually(async () => (await bookingNow(asha, booking.id)).state === 'confirmed')
  })
})

it('nobody can pay an order that the provider does not know, nor with a strange body', async () => {
  await answer(lever('/razorpay/orders/order_none/pay/', { outcome: 'captured' }), 404)
  const { order } = await checkout(asha, mira, 6)
  await answer(lever(`/razorpay/orders/${order.razorpay_order_id}/pay/`, { outcome: 'won' }), 422)
  await answer(lever(`/razorpay/orders/${order.razorpay_order_id}/pay/`, { outcome: 'captured', amount: 1 }), 422)
  await answer(SELF.fetch(`${ORIGIN}/sandbox/clock/`, { method: 'POST', body: '{' }), 400)
})
