import { fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Booking } from '../bookings/bookings.queries'
import { learnServerTime, now } from '../lib/clock'
import { heldBooking, network, visit, type Call } from '../test/world'
import CheckoutPage from './CheckoutPage'

const PAY = 'POST /sandbox/razorpay/orders/order_rzp/pay/'
const VERIFY = 'POST /api/mentor/verify-payment/'
const proof = { razorpay_order_id: 'order_rzp', razorpay_payment_id: 'pay_1', razorpay_signature: 'signed' }
let booking: Booking
let calls: Call[]
const asked = (route: string) => calls.filter((call) => call.route === route)

beforeEach(() => {
  booking = heldBooking()
  const order = () => ({ ...booking.order!, razorpay_order_id: 'order_rzp', key_id: 'rzp_test_sandbox' })
  calls = network({
    'GET /api/bookings/booking-1/': () => ({ body: booking }),
    'POST /api/mentor/create-order/': () => ({ body: { order: order() } }),
    'POST /sandbox/razorpay/faults/': () => ({ body: {} }),
    [PAY]: () => ({ body: proof }),
    [VERIFY]: () => {
      booking = { ...booking, state: 'confirmed', hold_expires_at: null, order: { ...order(), state: 'captured' } }
      return { body: { booking, order: booking.order } }
    },
  })
})
afterEach(() => {
  sessionStorage.clear()
  learnServerTime(new Date().toISOString())
})

const open = () => visit({ address: '/checkout/booking-1', path: '/checkout/:booking_id', component: CheckoutPage })
async function payAndChoose(end: RegExp, button = /^Pay ₹1,300$/): Promise<void> {
  const pay = await screen.findByRole('button', { name: button })
  await expect.poll(() => pay.getAttribute('aria-busy')).toBeNull()
  fireEvent.click(pay)
  fireEvent.click(await screen.findByRole('button', { name: end }))
}

describe('a payment that the bank declines', () => {
  it('says why, that nothing was charged and that the time is still held, and offers another try', async () => {
    open()
    await payAndChoose(/The bank declines it/)
    expect((await screen.findByText(/did not approve the payment\. Nothing was charged\./)).textContent).toMatch(
      /stays yours for \d:\d\d/,
    )
    expect(asked(PAY).map((call) => call.body)).toEqual([{ outcome: 'failed' }])
    expect(asked(VERIFY)).toHaveLength(0)

    await payAndChoose(/It succeeds/, /^Try again, ₹1,300$/)
    expect(await screen.findByRole('heading', { level: 1, name: 'You are booked' })).toBeTruthy()
    expect(asked(VERIFY).map((call) => call.body)).toEqual([proof])
    expect(screen.queryByRole('button', { name: /Pay|Try again/ })).toBeNull()
  })

  it('keeps the chosen way to pay and lets another be chosen', async () => {
    open()
    fireEvent.click(await screen.findByRole('radio', { name: /Card/ }))
    await payAndChoose(/The bank declines it/)
    await screen.findByText(/Nothing was charged/)
    expect((screen.getByRole('radio', { name: /Card/ }) as HTMLInputElement).checked).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: /Net banking/ }))
    expect((screen.getByRole('radio', { name: /Net banking/ }) as HTMLInputElement).checked).toBe(true)
  })
})

describe('a payment without news', () => {
  it('is waited for, also after a reload, and turns into a booking when the server knows', async () => {
    open()
    await payAndChoose(/stays pending/)
    await screen.findByText(/We are waiting for news of your ₹1,300/)
    expect(asked(VERIFY)).toHaveLength(0)

    const again = open()
    await screen.findByText(/We are waiting for news/)
    booking = { ...booking, state: 'confirmed', hold_expires_at: null, order: { ...booking.order!, state: 'captured' } }
    await again.client.invalidateQueries({ queryKey: ['booking'] })
    expect(await screen.findByRole('heading', { level: 1, name: 'You are booked' })).toBeTruthy()
  })

  it('is believed although the answer to its proof is lost', async () => {
    calls = network({
      'GET /api/bookings/booking-1/': () => ({ body: booking }),
      'POST /api/mentor/create-order/': () => ({
        body: { order: { ...booking.order!, razorpay_order_id: 'order_rzp', key_id: 'rzp_test_sandbox' } },
      }),
      [PAY]: () => ({ body: proof }),
      [VERIFY]: () => ({ status: 503, body: { code: 'gateway_unavailable', status: 503 } }),
    })
    open()
    await payAndChoose(/It succeeds/)
    await screen.findByText(/We are waiting for news/)
  })
})

it('the end of the hold by the server’s clock ends the page: nothing was charged, and another time is one press away', async () => {
  open()
  await screen.findByText(/is held for you/)
  learnServerTime(new Date(now() + 601_000).toISOString())
  expect(await screen.findByText(/is no longer held/, undefined, { timeout: 3000 })).toBeTruthy()
  expect(screen.getByText(/Nothing was charged/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Pay/ })).toBeNull()
  const link = screen.getByRole('link', { name: /Find a time with/ })
  expect(link.getAttribute('href')).toBe('/book/M000001?offer_id=offer-1')
})
