import { sql, type SQL } from 'drizzle-orm'
import type { BookingRow } from '../bookings/bookings.data'
import { confirmBooking, isBooked } from '../bookings/holds.data'
import { paidFor } from '../bookings/holds.rules'
import { bookingData, tellBooked } from '../bookings/notices.data'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { post } from '../lib/outbox'
import { openingsChanged } from '../mentors/openings.data'
import { notify } from '../notifications/notifications.data'
import { markApplied } from './events.data'
import { postLines } from './ledger.data'
import { captureLines, feeLines } from './ledger.rules'
import { isSettled, type PaymentReport, type Purpose, type Step } from './machine.rules'
import type { orders } from './payments.schema'
import { requestRefund } from './refunds.data'

export interface Effect {
  event_id: string
  order: typeof orders.$inferSelect
  booking: BookingRow
  report: PaymentReport
  step: Step
  now: Date
}

/** The provider captures by itself as a rule; only after this long is it asked to. */
const CAPTURE_AFTER_MS = 60_000

/**
 * What a report brings about, in one batch. Its first statement moves the event from received to applied, once and only
 * over the state of the order that the step was decided from; it guards all the rest (C4).
 */
export function applyReport(db: Database, effect: Effect): Statement[] {
  const { event_id, order, report, step, now } = effect
  const attempt = newId(now)
  if (!step.news) return [markApplied(db, event_id, attempt)]
  const applied = sql`exists (select 1 from payment_events where id = ${event_id} and applied_by = ${attempt})`
  return [
    db.all(sql`update payment_events set state = 'applied', applied_by = ${attempt} where id = ${event_id} and state = 'received'
      and exists (select 1 from orders where id = ${order.id} and version = ${order.version}) returning id`),
    keepPayment(db, effect, applied),
    moveOrder(db, effect, applied),
    ...(step.arrived ? takeMoney(db, effect, step.arrived, applied) : []),
    ...(step.capture ? [askForCapture(db, report.razorpay_payment_id, now, applied)] : []),
  ]
}

const keepPayment = (db: Database, { order, report, step, now }: Effect, applied: SQL): Statement =>
  db.run(sql`insert into payments (razorpay_payment_id, order_id, state, amount_minor, currency, method, failure, created_at, captured_at)
    select ${report.razorpay_payment_id}, ${order.id}, ${step.payment}, ${report.amount_minor}, ${report.currency}, ${report.method},
      ${report.failure}, ${now.getTime()}, ${step.arrived ? now.getTime() : null} where ${applied}
    on conflict (razorpay_payment_id) do update set state = excluded.state, method = coalesce(excluded.method, method),
      failure = iif(excluded.state = 'failed', excluded.failure, null), captured_at = coalesce(captured_at, excluded.captured_at)`)

const moveOrder = (db: Database, { order, report, step, now }: Effect, applied: SQL): Statement =>
  db.run(sql`update orders set state = ${step.order}, version = version + 1, updated_at = ${now.getTime()},
      razorpay_payment_id = coalesce(razorpay_payment_id, ${step.arrived === 'session' ? report.razorpay_payment_id : null}),
      poll_at = iif(${isSettled(step.order)}, null, poll_at)
    where id = ${order.id} and ${applied}`)

/** The session's money confirms it or, where its time is gone, goes back; a second payment always goes back (C5). */
function takeMoney(db: Database, effect: Effect, purpose: Purpose, applied: SQL): Statement[] {
  const { order, booking, report, now } = effect
  const { razorpay_payment_id, amount_minor, currency } = report
  const lines = captureLines({ ...order, purpose, amount_minor, mentor_account_id: booking.mentor_account_id })
  const about = { order_id: order.id, currency, at: now }
  const kept = { ...about, cause: `fee:${razorpay_payment_id}`, lines: feeLines(report.fee_minor ?? 0) }
  const posting = [
    postLines(db, { ...about, cause: `capture:${razorpay_payment_id}`, lines }, applied),
    ...(report.fee_minor ? [postLines(db, kept, applied)] : []),
  ]
  const giveBack = (reason: string, when: SQL) =>
    requestRefund(db, { razorpay_payment_id, amount_minor, reason, now }, when)
  if (purpose === 'suspense') return posting
  if (purpose === 'duplicate') return [...posting, ...giveBack('paid_twice', applied)]
  const confirmed = sql`${applied} and ${isBooked(booking.id)}`
  return [
    ...posting,
    ...confirmBooking(db, { id: booking.id, now }, applied),
    ...tellBooked(db, paidFor(booking, now), now, confirmed),
    ...tellPaid(db, booking, razorpay_payment_id, now, confirmed),
    ...openingsChanged(db, [booking.mentor_account_id, booking.student_account_id], now, { when: confirmed }),
    askForInvoice(db, order.id, now, confirmed),
    ...giveBack('time_taken', sql`${applied} and not ${isBooked(booking.id)}`),
  ]
}

const tellPaid = (db: Database, booking: BookingRow, payment: string, now: Date, when: SQL): Statement[] =>
  notify(
    db,
    {
      person: booking.student_account_id,
      kind: 'payment_received',
      cause: `payment:${payment}`,
      data: bookingData(booking, 'student'),
    },
    now,
    when,
  )

const askForInvoice = (db: Database, order_id: string, now: Date, when: SQL): Statement =>
  post(db, { id: `invoice:${order_id}`, topic: 'invoice', payload: { order_id } }, now, when)

const askForCapture = (db: Database, razorpay_payment_id: string, now: Date, applied: SQL): Statement =>
  post(
    db,
    {
      id: `capture:${razorpay_payment_id}`,
      topic: 'payment_capture',
      payload: { razorpay_payment_id },
      due_at: new Date(now.getTime() + CAPTURE_AFTER_MS),
    },
    now,
    applied,
  )
