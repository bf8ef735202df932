import { busyOf } from '../bookings/times.data'
import { stateAt } from '../bookings/bookings.rules'
import type { bookings } from '../bookings/bookings.schema'
import { now } from '../lib/clock'
import { unmetered, read, readAll, write, type Database } from '../lib/database'
import { drainOutbox, type Topics } from '../lib/outbox'
import { heardFrom, receiveEvent } from './events.data'
import { gatewayOf } from './gateway'
import { bookingPaidBy, paymentWith } from './payments.data'
import { Refusal } from './port'

export const captureTopics: Topics = {
  /** Takes money that the provider only holds ready, while its time can still be had; else it lapses by itself (C5). */
  payment_capture: async (env, { razorpay_payment_id }: { razorpay_payment_id: string }) => {
    const db = unmetered(env)
    const facts = await readAll(db, {
      payment: paymentWith(db, razorpay_payment_id),
      booking: bookingPaidBy(db, razorpay_payment_id),
    })
    const [[payment], [booking]] = [facts.payment, facts.booking]
    if (payment?.state !== 'authorized' || !booking || !(await canStillTakePlace(db, booking))) return
    const gateway = gatewayOf(env)
    const report = await gateway.capture(payment).catch((error) => {
      // Refused where it was captured meanwhile: the payment itself knows.
      if (error instanceof Refusal) return gateway.payment(razorpay_payment_id)
      throw error
    })
    await write(db, receiveEvent(db, heardFrom('poll', report, now())))
    await drainOutbox(env)
  },
}

async function canStillTakePlace(db: Database, booking: typeof bookings.$inferSelect): Promise<boolean> {
  const at = now()
  const state = stateAt(booking, at)
  if (state === 'held') return true
  if (state !== 'expired' || booking.start_time <= at) return false
  const { mentor_account_id, student_account_id, busy_from, busy_until, start_time, end_time } = booking
  const theirs = await read(db, busyOf(db, mentor_account_id, busy_from.getTime(), busy_until.getTime(), at))
  const mine = await read(db, busyOf(db, student_account_id, start_time.getTime(), end_time.getTime(), at))
  return theirs.length === 0 && mine.length === 0
}
