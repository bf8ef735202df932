import { now } from '../lib/clock'
import { unmetered, read, write, type Database } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { report as alert } from '../lib/log'
import { drainOutbox } from '../lib/outbox'
import { heardFrom, receiveEvent, replayableEvents, replayEvent } from './events.data'
import { gatewayOf } from './gateway'
import { unbalancedSince } from './ledger.data'
import { ordersToPoll, pollAgainAt } from './orders.data'
import { nextPoll } from './polls.rules'
import type { Gateway } from './port'

const HOUR = 3_600_000

export const paymentJobs: Jobs = {
  /** Asks the provider about orders that nobody told us the end of (C5). */
  poll_orders: async (env) => {
    const db = unmetered(env)
    const due = await read(db, ordersToPoll(db, now()))
    if (due.length === 0) return 0
    const gateway = gatewayOf(env)
    for (const order of due) await poll(db, gateway, order)
    await drainOutbox(env)
    return due.length
  },

  replay_parked_events: async (env) => {
    const db = unmetered(env)
    const found = await read(db, replayableEvents(db))
    if (found.length === 0) return 0
    await write(
      db,
      found.flatMap(({ id }) => replayEvent(db, id, now())),
    )
    await drainOutbox(env)
    return found.length
  },

  /** Counts causes of the last hour whose lines do not sum to zero (C7). */
  check_ledger: async (env) => {
    const db = unmetered(env)
    const faults = await read(db, unbalancedSince(db, new Date(now().getTime() - HOUR)))
    for (const { cause } of faults) alert('ledger does not balance', { cause }, new Error('lines do not sum to zero'))
    return faults.length
  },
}

type Due = Awaited<ReturnType<typeof ordersToPoll>>[number]

/** A provider that does not answer is asked about this order another time. */
async function poll(db: Database, gateway: Gateway, order: Due): Promise<void> {
  const at = now()
  const reports = await gateway.paymentsOf(order.razorpay_order_id ?? '').catch((error) => {
    alert('poll failed', { order: order.id }, error)
    return []
  })
  await write(db, [
    ...reports.flatMap((report) => receiveEvent(db, heardFrom('poll', report, at))),
    pollAgainAt(db, order.id, nextPoll(order.created_at, at)),
  ])
}
