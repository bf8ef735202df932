import { sql } from 'drizzle-orm'
import { bookingData } from '../bookings/notices.data'
import { now } from '../lib/clock'
import { unmetered, readAll, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import { report as alert } from '../lib/log'
import { drainOutbox, type Topics } from '../lib/outbox'
import { notify } from '../notifications/notifications.data'
import { markApplied, setAside } from './events.data'
import { gatewayOf } from './gateway'
import type { RefundReport } from './port'
import { reasonFor } from './refund-reasons'
import { bookingOfRefund, markRefund, refundWith, settleRefund } from './refunds.data'

export const refundTopics: Topics = {
  /** Tried again by the outbox until the provider agrees; what it never agrees to ends among the dead letters. */
  refund: async (env, { refund_id }: { refund_id: string }) => {
    const db = unmetered(env)
    const facts = await readAll(db, { refund: refundWith(db, refund_id) })
    const [refund] = facts.refund
    if (refund?.state !== 'requested') return
    const report = await gatewayOf(env).refund(refund)
    await write(db, await consequences(db, refund_id, report))
    await drainOutbox(env)
  },
}

/** What the provider tells by webhook about a refund that we asked for. */
export async function applyRefundReport(
  env: Environment,
  db: Database,
  event_id: string,
  report: RefundReport,
): Promise<void> {
  const { reference } = report
  const known = reference === null ? [] : (await readAll(db, { refund: refundWith(db, reference) })).refund
  if (reference === null || known.length === 0) {
    alert('refund unknown', { refund: report.razorpay_refund_id }, new Error('a refund that was not asked for here'))
    await write(db, [setAside(db, event_id, 'parked', 'unknown refund')])
    return
  }
  await write(db, [markApplied(db, event_id, newId(now())), ...(await consequences(db, reference, report))])
}

async function consequences(db: Database, id: string, { razorpay_refund_id, status }: RefundReport) {
  const at = now()
  const facts = await readAll(db, { refund: refundWith(db, id), booking: bookingOfRefund(db, id) })
  const [[refund], [booking]] = [facts.refund, facts.booking]
  if (!refund || !booking) return []
  if (status === 'failed')
    alert('refund failed', { refund: id }, new Error('the provider could not give the money back'))
  if (status !== 'processed') {
    return [markRefund(db, { id, razorpay_refund_id, state: status === 'failed' ? 'failed' : 'requested' })]
  }
  const reason = await reasonFor(db, refund.reason, booking, at)
  const data = bookingData(booking, 'student', { amount_minor: refund.amount_minor, ...(reason && { reason }) })
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
