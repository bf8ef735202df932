import { beforeAll, describe, expect, it } from 'vitest'
import { admin, answer, api, eventually, mentor, student, type Person, type Teacher } from '../test/world'
import { advance, bookingNow, checkout, pay, plant, rows, verify, webhook } from './desk'

// C6 and the staff's side of C5: what goes wrong is tried again, then it waits for a person, who can act on it.

let asha: Person
let mira: Teacher
let staff: Person

beforeAll(async () => {
  asha = await student()
  mira = await mentor()
  staff = await admin()
})

async function cancelled(nth: number, faults: { kind: string; times?: number }[]) {
  const { booking, order } = await checkout(asha, mira, nth)
  await answer(verify(asha, await pay(order.razorpay_order_id)), 200)
  await plant(faults, order.razorpay_order_id)
  await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: mira, body: {} }), 200)
  return { booking, order }
}
const refundOf = async (order: string) =>
  (await rows<any>('select id, state, tries, key_number, failure, retry_at from refunds where order_id = ?', order))[0]
const failed = async () => (await answer(api('GET', '/admin/refunds/failed/', { as: staff }), 200)).items
const sentFor = (order: string) =>
  rows(
    'select amount from sandbox_refunds where payment_id in (select id from sandbox_payments where order_id = ?)',
    order,
  )
const owed = async (order: string) =>
  (
    await rows<{ due: number }>(
      "select coalesce(sum(amount_minor), 0) as due from ledger_lines where order_id = ? and account = 'refunds_due'",
      order,
    )
  )[0]?.due

describe('a refund that the provider took on and could not give', () => {
  it('is tried again later under a new key, and told once when it is sent', async () => {
    const { booking, order } = await cancelled(0, [{ kind: 'refund_fails', times: 1 }])
    const refund = await eventually(async () => {
      const row = await refundOf(order.id)
      return row.tries === 1 && row
    })
    expect(refund).toMatchObject({ state: 'requested', key_number: 1 })
    expect(await owed(order.id)).toBe(-150_000)
    expect((await failed()).find(({ id }: any) => id === refund.id)).toMatchObject({
      state: 'requested',
      amount_minor: 150_000,
      booking_id: booking.id,
      tries: 1,
    })
    await advance(601)
    expect(await refundOf(order.id)).toMatchObject({ state: 'processed', failure: null })
    expect(await sentFor(order.razorpay_order_id)).toEqual([{ amount: 150_000 }])
    expect(await owed(order.id)).toBe(0)
    expect((await failed()).some(({ id }: any) => id === refund.id)).toBe(false)
    const told = await rows(
      "select 1 from notifications where kind = 'payment_refunded' and data ->> 'booking_id' = ?",
      booking.id,
    )
    expect(told).toHaveLength(1)
  })

  it('counts one failure once, however often it is told, and not that of an earlier try', async () => {
    const { order } = await cancelled(2, [{ kind: 'refund_fails', times: 1 }])
    const { id } = await eventually(async () => {
      const row = await refundOf(order.id)
      return row.tries === 1 && row
    })
    const told = (status: string) => ({
      event: `refund.${status}`,
      payload: { refund: { entity: { id: 'rfnd_first', receipt: id, status } } },
    })
    for (let again = 0; again < 3; again++)
      await answer(webhook(JSON.stringify(told('failed')), { id: `evt_fail_${again}` }), 200)
    await eventually(
      async () =>
        (await rows("select 1 from payment_events where id like 'webhook:evt_fail_%' and state = 'applied'")).length ===
        3,
    )
    expect(await refundOf(order.id)).toMatchObject({ tries: 1, key_number: 1, state: 'requested' })
  })

  it('waits for somebody of the staff after the last try, who has it tried again', async () => {
    const { booking, order } = await cancelled(4, [{ kind: 'refund_fails', times: 5 }])
    for (const [tries, wait] of [
      [1, 601],
      [2, 3601],
      [3, 21_601],
      [4, 86_401],
    ] as const) {
      await eventually(async () => (await refundOf(order.id)).tries === tries)
      await advance(wait)
    }
    const stuck = await eventually(async () =>
      (await failed()).find((one: any) => one.booking_id === booking.id && one.state === 'failed'),
    )
    expect(stuck).toMatchObject({ tries: 5, retry_at: null, amount_minor: 150_000 })
    expect(stuck.failure).toMatch(/could not give/)
    await advance(200_000)
    expect(await sentFor(order.razorpay_order_id)).toEqual([])

    for (const other of [asha, mira])
      expect(await answer(api('POST', `/admin/refunds/${stuck.id}/retry/`, { as: other }), 403)).toMatchObject({
        code: 'role_required',
      })
    expect(await answer(api('POST', `/admin/refunds/${stuck.id}/retry/`, { as: staff }), 200)).toMatchObject({
      id: stuck.id,
      state: 'requested',
      tries: 0,
    })
    await eventually(async () => (await refundOf(order.id)).state === 'processed')
    expect(await sentFor(order.razorpay_order_id)).toEqual([{ amount: 150_000 }])
    expect(await answer(api('POST', `/admin/refunds/${stuck.id}/retry/`, { as: staff }), 404)).toMatchObject({
      code: 'not_found',
    })
  })
})

it('a provider that stays silent is asked again with the same key, and gives once', async () => {
  const { order } = await cancelled(6, [{ kind: 'http_5xx', times: 1000 }])
  for (let step = 0; step < 8; step++) await advance(45)
  await eventually(async () => (await refundOf(order.id)).tries === 1)
  expect(await refundOf(order.id)).toMatchObject({ key_number: 0, state: 'requested' })
  await plant([], order.razorpay_order_id)
  await advance(601)
  expect(await refundOf(order.id)).toMatchObject({ state: 'processed', key_number: 0 })
  expect(await sentFor(order.razorpay_order_id)).toEqual([{ amount: 150_000 }])
})

describe('parked money', () => {
  const parked = async () => (await answer(api('GET', '/admin/payments/parked/', { as: staff }), 200)).items

  it('is shown to finance with what was expected, and given back whole and once', async () => {
    const { booking, order } = await checkout(asha, mira, 8)
    await plant([{ kind: 'wrong_amount', times: 1 }], order.razorpay_order_id)
    const { razorpay_payment_id: id } = await pay(order.razorpay_order_id)
    const item = await eventually(async () => (await parked()).find((one: any) => one.id === id))
    expect(item).toMatchObject({
      kind: 'payment',
      amount_minor: 150_001,
      expected_minor: 150_000,
      currency: 'INR',
      booking_id: booking.id,
    })
    const act = (body: unknown, as = staff) => api('POST', `/admin/payments/parked/${id}/return/`, { as, body })
    expect(await answer(act({}), 422)).toMatchObject({ code: 'invalid_input' })
    expect(await answer(act({ reason: 'Not the price' }, asha), 403)).toMatchObject({ code: 'role_required' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => act({ reason: 'Not the price' })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await eventually(async () => (await sentFor(order.razorpay_order_id)).length === 1)
    expect(await sentFor(order.razorpay_order_id)).toEqual([{ amount: 150_001 }])
    await eventually(
      async () =>
        (
          await rows(
            'select account from ledger_lines where order_id = ? group by account having sum(amount_minor) <> 0',
            order.id,
          )
        ).length === 0,
    )
    expect((await parked()).some((one: any) => one.id === id)).toBe(false)
    expect((await bookingNow(asha, booking.id)).order.state).toBe('parked')
    expect(await rows('select 1 from invoices where order_id = ?', order.id)).toEqual([])
  })

  it('news of an order nobody knows are listed and can be acted on again', async () => {
    const entity = {
      id: 'pay_lost',
      order_id: 'order_lost',
      status: 'captured',
      amount: 1,
      currency: 'INR',
      method: 'upi',
    }
    const body = JSON.stringify({ event: 'payment.captured', payload: { payment: { entity } } })
    await answer(webhook(body, { id: 'evt_lost' }), 200)
    const item = await eventually(async () =>
      (await parked()).find((one: any) => one.razorpay_order_id === 'order_lost'),
    )
    expect(item).toMatchObject({ kind: 'event', event: 'payment.captured', note: 'unknown order' })
    const replay = () => api('POST', `/admin/payments/parked/${encodeURIComponent(item.id)}/replay/`, { as: staff })
    expect(await answer(replay(), 200)).toEqual({ id: item.id, state: 'received' })
    await eventually(async () => (await parked()).some((one: any) => one.id === item.id))
  })
})
