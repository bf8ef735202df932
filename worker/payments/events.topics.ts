import { now } from '../lib/clock'
import { unmetered, read, readAll, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { report as alert } from '../lib/log'
import { drainOutbox, type Topics } from '../lib/outbox'
import { applyReport } from './effects.data'
import { eventWith, factsOf, setAside, UNKNOWN_ORDER } from './events.data'
import { gatewayOf } from './gateway'
import { stepOf, type PaymentReport } from './machine.rules'
import type { payment_events } from './payments.schema'
import type { Told } from './port'
import { applyRefundReport } from './refunds.topics'

type Event = typeof payment_events.$inferSelect

/** Whoever else moved the order meanwhile, a decision made again over the new state comes to the same end. */
const MOST_DECISIONS = 10

export const eventTopics: Topics = {
  payment_event: async (env, { event_id }: { event_id: string }) => {
    const db = unmetered(env)
    const [event] = await read(db, eventWith(db, event_id))
    if (event?.state !== 'received') return
    const { payment, refund } = toldBy(env, event)
    if (refund) await applyRefundReport(env, db, event.id, refund)
    else if (payment) await decide(db, event, payment)
    else await write(db, [setAside(db, event.id, 'ignored', 'not about a payment of an order')])
    await drainOutbox(env)
  },
}

/** A webhook is kept as it came; callback and poll keep what the gateway made of the provider's answer. */
const toldBy = (env: Environment, { source, kind, raw }: Event): Told =>
  source === 'webhook' ? gatewayOf(env).readWebhook(raw) : { kind, payment: JSON.parse(raw) as PaymentReport }

async function decide(db: Database, event: Event, report: PaymentReport): Promise<void> {
  for (let decisions = 0; decisions < MOST_DECISIONS; decisions++) {
    const facts = await readAll(db, factsOf(db, report))
    const [[order], [booking], [payment]] = [facts.order, facts.booking, facts.payment]
    if (!order || !booking) return void (await write(db, [setAside(db, event.id, 'parked', UNKNOWN_ORDER)]))
    const step = stepOf({ ...order, paid_by: order.razorpay_payment_id, payment_state: payment?.state ?? null }, report)
    const [moved] = await write(db, applyReport(db, { event_id: event.id, order, booking, report, step, now: now() }))
    if ((moved as unknown[]).length > 0) {
      if (step.arrived === 'suspense' || (step.order === 'parked' && order.state !== 'parked'))
        tellStaff(order.id, report)
      return
    }
    const [again] = await read(db, eventWith(db, event.id))
    if (again?.state !== 'received') return
  }
  throw new Error('The order moved under every decision')
}

const tellStaff = (order: string, { razorpay_payment_id: payment }: PaymentReport): void =>
  alert('payment parked', { order, payment }, new Error('amount or currency differs from the order'))
