import { sql } from 'drizzle-orm'
import { bookingData } from '../bookings/notices.data'
import { now } from '../lib/clock'
import { unmetered, readAll, write, type Database, type Statement } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import { report as alert } from '../lib/log'
import { drainOutbox, type Topics } from '../lib/outbox'
import { notify } from '../notifications/notifications.data'
import { markApplied, setAside } from './events.data'
import { gatewayOf } from './gateway'
import type { refunds } from './payments.schema'
import { Refusal, type RefundReport } from './port'
import { reasonFor } from './refund-reasons'
import { awaitRefund, bookingOfRefund, refundWith, setRefundBack, settleRefund } from './refunds.data'
import { keyOf, refundNamed, retryAfter } from './refunds.rules'

type Refund = typeof refunds.$inferSelect

/** A provider that does not answer is asked again by the outbox this often, seconds apart; then it gets hours. */
const QUICK_TRIES = 4
const NOT_GIVEN = 'The provider could not give the money back.'

export const refundTopics: Topics = {
  refund: async (env, { refund_id }: { refund_id: string }, attempt) => {
    const db = unmetered(env)
    const facts = await readAll(db, { refund: refundWith(db, refund_id) })
    const [refund] = facts.refund
    if (refund?.state !== 'requested') return
    await write(db, await ask(env, db, refund, attempt))
    await drainOutbox(env)
  },
}

async function ask(env: Environment, db: Database, refund: Refund, attempt: number): Promise<Statement[]> {
  try {
    const report = await gatewayOf(env).refund({ ...refund, id: keyOf(refund) })
    return consequences(db, refund, refund.key_number, report)
  } catch (error) {
    const refused = error instanceof Refusal
    if (!refused && attempt < QUICK_TRIES) throw error
    return setback(db, refund, { failure: error instanceof Error ? error.message : NOT_GIVEN, refused })
  }
}

/** What the provider tells by webhook about a refund that we asked for. */
export async function applyRefundReport(
  env: Environment,
  db: Database,
  event_id: string,
  report: RefundReport,
): Promise<void> {
  const { id, key_number } = refundNamed(report.reference ?? '')
  const [refund] = (await readAll(db, { refund: refundWith(db, id) })).refund
  if (!refund) {
    alert('refund unknown', { refund: report.razorpay_refund_id }, new Error('a refund that was not asked for here'))
    await write(db, [setAside(db, event_id, 'parked', 'unknown refund')])
    return
  }
  await write(db, [markApplied(db, event_id, newId(now())), ...(await consequences(db, refund, key_number, report))])
}

/** Money that was sent is sent, whichever try it was of; a failure counts for its own try alone. */
async function consequences(db: Database, refund: Refund, key_number: number, report: RefundReport) {
  const { razorpay_refund_id, status } = report
  if (status === 'processed') return sent(db, refund, razorpay_refund_id)
  if (status === 'pending') return [awaitRefund(db, { id: refund.id, key_number, razorpay_refund_id })]
  return key_number === refund.key_number ? setback(db, refund, { failure: NOT_GIVEN, refused: true }) : []
}

function setback(db: Database, refund: Refund, fault: { failure: string; refused: boolean }): Statement[] {
  const at = now()
  if (retryAfter(refund.tries + 1, at) === null)
    alert('refund failed', { refund: refund.id }, new Error('it waits for somebody of the staff'))
  return setRefundBack(db, refund, { ...fault, now: at })
}

async function sent(db: Database, { id, amount_minor, reason: code }: Refund, razorpay_refund_id: string) {
  const at = now()
  const [booking] = (await readAll(db, { booking: bookingOfRefund(db, id) })).booking
  if (!booking) return []
  const reason = await reasonFor(db, code, booking, at)
  const data = bookingData(booking, 'student', { amount_minor, ...(reason && { reason }) })
  const settled = sql`exists (select 1 from refunds where id = ${id} and state = 'processed')`
  return [
    ...settleRefund(db, { id, razorpay_refund_id, now: at }),
    ...notify(
      db,
      { person: booking.student_account_id, kind: 'payment_refunded', cause: `refund:${id}`, data },
      at,
      settled,
    ),
  ]
}
