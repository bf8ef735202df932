import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { drainOutbox } from '../lib/outbox'
import { answer, api, eventually, mentor, student, type Person, type Teacher } from '../test/world'
import { bookingNow, checkout, pay, rows, verify } from './desk'
import { commissionOf } from '../contract/commission'
import { refundOrder } from './orders.data'

let asha: Person
let mira: Teacher
const db = unmetered(env)

beforeAll(async () => {
  asha = await student()
  mira = await mentor({}, { amount_minor: 99_995 })
})

async function paid(nth: number) {
  const { booking, order } = await checkout(asha, mira, nth)
  await answer(verify(asha, await pay(order.razorpay_order_id)), 200)
  return { booking, order: order.id as string }
}
async function giveBack(order_id: string, amount_minor: number): Promise<void> {
  const wish = { order_id, amount_minor, reason: 'cancelled_by_student', now: now() }
  await write(db, refundOrder(db, wish, sql`true`))
  await drainOutbox(env)
}
const promised = async (order: string) =>
  (
    await rows<{ total: number }>(
      'select coalesce(sum(amount_minor), 0) as total from refunds where order_id = ?',
      order,
    )
  )[0]?.total

it('twenty refunds at once never give back more than was captured', async () => {
  const { booking, order } = await paid(0)
  await Promise.all(Array.from({ length: 20 }, () => giveBack(order, 9_999)))
  expect(await promised(order)).toBe(99_990)
  expect((await bookingNow(asha, booking.id)).order.state).toBe('partly_refunded')
  await giveBack(order, 6)
  expect(await promised(order)).toBe(99_990)
  await giveBack(order, 5)
  expect((await bookingNow(asha, booking.id)).order.state).toBe('refunded')
})

it('the database refuses what the statement would let through', async () => {
  const { order } = await paid(2)
  const [payment] = await rows<{ id: string }>(
    'select razorpay_payment_id as id from payments where order_id = ?',
    order,
  )
  const insert = rows(
    "insert into refunds (id, razorpay_payment_id, order_id, amount_minor, currency, reason, state, created_at) values ('r', ?, ?, 99996, 'INR', '', 'requested', 0)",
    payment?.id,
    order,
  )
  await expect(insert).rejects.toThrow(/more refunded than captured/)
})

it('after every part given back the commission is that of the rest, and all lines sum to zero', async () => {
  const { order } = await paid(4)
  let rest = 99_995
  for (const part of [1, 4, 5, 33_333, 15, 25, 40_001, 26_611]) {
    await giveBack(order, part)
    rest -= part
    const held = await rows<{ account: string; balance: number }>(
      "select account, -sum(amount_minor) as balance from ledger_lines where order_id = ? and account not in ('gateway', 'refunds_due') group by 1 order by 1",
      order,
    )
    const commission = commissionOf(rest, 1000)
    expect(held).toEqual([
      { account: 'commission', balance: commission },
      { account: `mentor:${mira.user.id}:held`, balance: rest - commission },
    ])
  }
  expect(rest).toBe(0)
  await eventually(
    async () => (await rows("select 1 from refunds where order_id = ? and state <> 'processed'", order)).length === 0,
    15_000,
  )
  expect(
    await rows(
      'select account from ledger_lines where order_id = ? group by account having sum(amount_minor) <> 0',
      order,
    ),
  ).toEqual([])
  expect(await rows('select cause from ledger_lines group by cause, currency having sum(amount_minor) <> 0')).toEqual(
    [],
  )
})

it('a mentor who cancels gives everything back, and the student hears of it', async () => {
  const { booking, order } = await paid(6)
  await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: mira, body: { reason: 'I am ill' } }), 200)
  await eventually(
    async () => (await rows("select 1 from refunds where order_id = ? and state = 'processed'", order)).length === 1,
    15_000,
  )
  expect(await promised(order)).toBe(99_995)
  const told = await rows<{ kind: string }>(
    "select kind from notifications where data ->> 'booking_id' = ? and account_id = ?",
    booking.id,
    asha.user.id,
  )
  expect(told.map(({ kind }) => kind)).toContain('payment_refunded')
})

it('the ledger neither changes nor forgets', async () => {
  await expect(rows('update ledger_lines set amount_minor = 0')).rejects.toThrow(/append-only/)
  await expect(rows('delete from ledger_lines')).rejects.toThrow(/append-only/)
})
