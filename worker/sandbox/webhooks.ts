import { write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import { drainOutbox, post, type Topics } from '../lib/outbox'
import { signatureOf } from '../payments/signatures'
import { takeFaults, namesOf } from './faults.data'
import { SANDBOX_KEYS } from './keys'
import { madeId } from './razorpay.data'

/** The product's own `fetch`, so that a webhook takes the way of any other request. */
export type Deliver = (request: Request, env: Environment, ctx: ExecutionContext) => Response | Promise<Response>

interface Delivery {
  event_id: string
  body: string
}

/** A queue takes no longer delay; cron's sweep carries what is later. */
const LONGEST_DELAY_SECONDS = 43_200

/** Sends webhooks soon, in this order, each once, unless the sandbox was told to lie about it. */
export async function announce(
  env: Environment,
  db: Database,
  order_id: string,
  bodies: string[],
  at: Date,
): Promise<void> {
  const faults = await takeFaults(db, ['late', 'twice', 'out_of_order', 'never'], namesOf(order_id))
  const has = (kind: string) => faults.some((fault) => fault.kind === kind)
  if (has('never')) return
  const once: Delivery[] = bodies.map((body) => ({ event_id: madeId('evt', at), body }))
  const ordered = has('out_of_order') ? once.reverse() : once
  const deliveries = has('twice') ? ordered.flatMap((one) => [one, one]) : ordered
  const delaySeconds = faults.find(({ kind }) => kind === 'late')?.seconds ?? 0
  const id = newId(at)
  const due_at = new Date(at.getTime() + delaySeconds * 1000)
  await write(db, [post(db, { id, topic: 'sandbox_webhook', payload: { deliveries }, due_at }, at)])
  if (delaySeconds === 0) await drainOutbox(env)
  else if (delaySeconds <= LONGEST_DELAY_SECONDS) await env.WORK.send({ id }, { delaySeconds })
}

/** An answer that is not 2xx is tried again by the outbox, as Razorpay would. */
export const sandboxTopics = (deliver: Deliver): Topics => ({
  sandbox_webhook: async (env, { deliveries }: { deliveries: Delivery[] }) => {
    for (const delivery of deliveries) {
      const waiting: Promise<unknown>[] = []
      const answer = await deliver(await signed(env, delivery), env, collecting(waiting))
      await Promise.all(waiting)
      if (!answer.ok) throw new Error(`The webhook was answered ${answer.status}`)
    }
  },
})

async function signed(env: Environment, { event_id, body }: Delivery): Promise<Request> {
  return new Request(`${env.PUBLIC_ORIGIN}/api/payments/webhook/`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-razorpay-event-id': event_id,
      'x-razorpay-signature': await signatureOf(body, SANDBOX_KEYS.webhook_secrets[0]),
    },
  })
}

const collecting = (waiting: Promise<unknown>[]): ExecutionContext =>
  ({
    waitUntil: (work: Promise<unknown>) => void waiting.push(work),
    passThroughOnException: () => {},
    props: {},
  }) as ExecutionContext
