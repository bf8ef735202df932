import { sql } from 'drizzle-orm'
import { bookingView, orderView, type BookingRow } from '../bookings/bookings.data'
import { extendHold, isBooked } from '../bookings/holds.data'
import { stateAt } from '../bookings/bookings.rules'
import { paidFor } from '../bookings/holds.rules'
import { HOLD_SECONDS } from '../contract/bookings.constants'
import type { Database, readAll } from '../lib/database'
import type { Environment } from '../lib/environment'
import { fail, problemOf } from '../lib/failure'
import type { Remembered } from '../lib/idempotency'
import { openingsChanged } from '../mentors/openings.data'
import { endingsOf } from './callbacks.rules'
import { applyReport, type Effect } from './effects.data'
import { heardFrom, keepEvent, postEvent, type factsOf } from './events.data'
import { gatewayOf } from './gateway'
import { stepOf, type PaymentReport } from './machine.rules'
import * as data from './orders.data'
import { writeTowards } from '../lib/outcomes'
import { firstPoll } from './polls.rules'
import { Refusal, Unreachable } from './port'

/** What a request brings to the second trip. */
interface Act {
  db: Database
  now: Date
  remember: Remembered
  request_id: string
}

/** Undefined where another request named the order first. */
export async function openAtProvider({ db, now, remember, request_id }: Act, env: Environment, row: BookingRow) {
  const { id, order_id, order_amount_minor: amount_minor, order_currency: currency } = row
  const state = stateAt(row, now)
  if (state === 'expired') fail('hold_expired')
  if (state !== 'held' || order_id === null || amount_minor === null || currency === null) fail('state_conflict')
  const name =
    row.razorpay_order_id ??
    (await askProvider(() => gatewayOf(env).createOrder({ id: order_id, amount_minor, currency })))
  const body = { order: orderView({ ...row, razorpay_order_id: name }, env) }
  const outcome = await writeTowards(
    { db, remember },
    [
      data.nameAtProvider(db, order_id, name, firstPoll(row.created_at)),
      extendHold(db, { id, now }),
      ...(row.hold_extended_at === null ? timesFreedAfter(db, row, now) : []),
    ],
    [
      { when: sql`not ${data.isHeld(id, now)}`, status: 409, body: problemOf('hold_expired', request_id) },
      { when: data.isNamed(order_id, name), status: 200, body },
    ],
  )
  if (outcome?.status === 409) fail('hold_expired')
  return outcome && body
}

/** Where the longer hold ends unpaid too, its time is free again. */
const timesFreedAfter = (db: Database, row: BookingRow, now: Date) =>
  openingsChanged(db, [row.mentor_account_id, row.student_account_id], now, {
    due_at: new Date(now.getTime() + HOLD_SECONDS * 1000),
  })

type Facts = Awaited<ReturnType<typeof readAll<ReturnType<typeof factsOf>>>>

/** Undefined where the order moved between reading and writing. */
export async function settlePayment({ db, now, remember }: Act, env: Environment, facts: Facts, report: PaymentReport) {
  const [[order], [booking], [payment]] = [facts.order, facts.booking, facts.payment]
  if (!order || !booking) fail('not_found')
  const step = stepOf({ ...order, paid_by: order.razorpay_payment_id, payment_state: payment?.state ?? null }, report)
  const event = heardFrom('callback', report, now)
  const outcome = await writeTowards(
    { db, remember },
    [
      keepEvent(db, event),
      ...applyReport(db, { event_id: event.id, order, booking, report, step, now }),
      postEvent(db, event.id, now),
    ],
    outcomesOf({ order, booking, step }, now, env),
  )
  return outcome?.body
}

function outcomesOf({ order, booking, step }: Pick<Effect, 'order' | 'booking' | 'step'>, now: Date, env: Environment) {
  const view = (row: BookingRow) => ({ booking: bookingView(row, now, env), order: orderView(row, env) })
  const endings = endingsOf(step).map((ending) => ({
    when: ending.booking
      ? sql`${data.isInState(order.id, ending.order)} and ${isBooked(booking.id)}`
      : data.isInState(order.id, ending.order),
    status: 200,
    body: view({ ...(ending.booking ? paidFor(booking, now) : booking), order_state: ending.order }),
  }))
  return [{ when: data.isUntouched(order), status: 200, body: view(booking) }, ...endings]
}

export async function askProvider<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Refusal) fail('gateway_unavailable')
    throw error
  }
}
