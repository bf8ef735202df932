import { beforeAll, describe, expect, it } from 'vitest'
import { answer, api, eventually, hold, mentor, student, type Person, type Teacher } from '../test/world'
import { advance, checkout, lever, pay, plant, verify } from './desk'

let asha: Person
let mira: Teacher

beforeAll(async () => {
  asha = await student()
  mira = await mentor()
})

const receipts = async (who: Person, query = '') => answer(api('GET', `/payments/${query}`, { as: who }), 200)
const story = async (who: Person, id: string) => answer(api('GET', `/bookings/${id}/money/`, { as: who }), 200)
const kinds = async (who: Person, id: string) => (await story(who, id)).events.map(({ kind }: any) => kind)

describe('a session that was paid at the second try and cancelled', () => {
  let booking: { id: string }
  let order: { id: string; razorpay_order_id: string }
  let paid: string

  beforeAll(async () => {
    ;({ booking, order } = await checkout(asha, mira, 0))
    await pay(order.razorpay_order_id, 'failed')
    await eventually(async () => (await kinds(asha, booking.id)).includes('payment_failed'))
    await advance(5)
    const proof = await answer(
      lever(`/razorpay/orders/${order.razorpay_order_id}/pay/`, { outcome: 'captured', method: 'card' }),
      200,
    )
    paid = proof.razorpay_payment_id
    await answer(verify(asha, proof), 200)
    await advance(60)
    await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: mira, body: {} }), 200)
    await eventually(
      async () => (await story(mira, booking.id)).events.filter((one: any) => one.kind === 'invoiced').length === 4,
    )
    await eventually(async () => (await kinds(asha, booking.id)).includes('refund_sent'))
  })

  it('is one receipt: how it was paid, under which reference, and when the money is back', async () => {
    const { items } = await receipts(asha)
    expect(items).toHaveLength(1)
    const [receipt] = items
    expect(receipt).toMatchObject({
      booking_id: booking.id,
      order_id: order.id,
      state: 'refunded',
      amount_minor: 150_000,
      currency: 'INR',
      offer_title: 'Mock interview',
    })
    expect(receipt.payments.map((one: any) => [one.state, one.method])).toEqual([
      ['failed', 'upi'],
      ['captured', 'card'],
    ])
    expect(receipt.payments[0].failure).toBe('Payment was declined by the bank.')
    expect(receipt.payments[1].reference).toBe(paid)
    const [refund] = receipt.refunds
    expect(refund).toMatchObject({ amount_minor: 150_000, state: 'processed', method: 'card' })
    expect(refund.reference).toMatch(/^rfnd_/)
    expect(refund.expected_from < refund.expected_by).toBe(true)
    expect(refund.expected_from > refund.sent_at.slice(0, 10)).toBe(true)
    expect(receipt.invoices.map((one: any) => one.document)).toEqual(['invoice', 'credit_note'])
    expect((await receipts(mira)).items).toEqual([])
  })

  it('tells the student everything that happened to the money, in order', async () => {
    const told = await story(asha, booking.id)
    expect(told).toMatchObject({ amount_minor: 150_000, paid_minor: 150_000, refunded_minor: 150_000 })
    const order = ['order_opened', 'payment_failed', 'paid', 'invoiced', 'refund_requested', 'refund_sent']
    expect([...new Set(told.events.map((one: any) => one.kind))].filter((kind: any) => order.includes(kind))).toEqual(
      order,
    )
    const times = told.events.map((one: any) => one.at)
    expect(times).toEqual(times.toSorted())
    expect(told.events.find((one: any) => one.kind === 'paid')).toMatchObject({ method: 'card', reference: paid })
  })

  it('tells the mentor of the parts, and not how the student paid', async () => {
    const told = await story(mira, booking.id)
    expect(told.events.find((one: any) => one.kind === 'split')).toMatchObject({
      held_minor: 135_000,
      commission_minor: 15_000,
    })
    expect(told.events.some((one: any) => one.kind === 'payment_failed')).toBe(false)
    expect(JSON.stringify(told)).not.toContain(paid)
    expect(JSON.stringify(told)).not.toContain('card')
  })

  it('is nobody else’s business', async () => {
    expect(await answer(api('GET', `/bookings/${booking.id}/money/`, { as: await student() }), 404)).toMatchObject({
      code: 'not_found',
    })
    await answer(api('GET', `/bookings/${booking.id}/money/`), 401)
  })
})

it('a hold that nobody paid for is no receipt, and a declined one is', async () => {
  const who = await student()
  const { booking, order } = await checkout(who, mira, 4)
  expect((await receipts(who)).items).toEqual([])
  expect(await kinds(who, booking.id)).toEqual(['order_opened'])
  await pay(order.razorpay_order_id, 'failed')
  await eventually(async () => (await receipts(who)).items.length === 1)
  expect(await kinds(who, booking.id)).toEqual(['order_opened', 'payment_failed'])
})

it('a second payment and one of another amount are told to the student alone', async () => {
  const who = await student()
  const { booking, order } = await checkout(who, mira, 6)
  await pay(order.razorpay_order_id)
  await pay(order.razorpay_order_id)
  await plant([{ kind: 'wrong_amount', times: 1 }], order.razorpay_order_id)
  await pay(order.razorpay_order_id)
  await eventually(async () => {
    const told = await kinds(who, booking.id)
    return ['paid', 'paid_twice', 'paid_otherwise', 'refund_sent'].every((kind) => told.includes(kind))
  })
  const theirs = await kinds(mira, booking.id)
  expect(theirs).not.toContain('paid_twice')
  expect(theirs).not.toContain('refund_requested')
  expect(await story(who, booking.id)).toMatchObject({ paid_minor: 150_000, refunded_minor: 0 })
})

it('what costs nothing says so', async () => {
  const teacher = await mentor({}, { amount_minor: 0 })
  const who = await student()
  const { booking } = await hold(who, teacher)
  expect(await kinds(who, booking.id)).toEqual(['free'])
})

it('receipts come in pages that neither repeat nor skip', async () => {
  const who = await student()
  for (const nth of [10, 12, 14]) {
    const { order } = await checkout(who, mira, nth)
    await pay(order.razorpay_order_id, 'failed')
  }
  await eventually(async () => (await receipts(who)).items.length === 3)
  const first = await receipts(who, '?limit=2')
  const second = await receipts(who, `?limit=2&cursor=${encodeURIComponent(first.next_cursor)}`)
  expect(second.next_cursor).toBeNull()
  const all = [...first.items, ...second.items].map((one: any) => one.order_id)
  expect(new Set(all).size).toBe(3)
  expect(all).toEqual(all.toSorted().toReversed())
})
