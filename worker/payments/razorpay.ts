import * as z from 'zod'
import { stepOf } from '../contract/currencies'
import type { PaymentState } from '../contract/payments.constants'
import type { PaymentReport } from './machine.rules'
import { Refusal, Unreachable, type Gateway, type RefundReport, type Told } from './port'
import { isSignatureOf } from './signatures'

interface Account {
  key_id: string
  key_secret: string
  webhook_secrets: readonly string[]
  /** Replaces the network; the sandbox answers in process. */
  fetch?: (request: Request) => Promise<Response>
}

const MOST_TRIES = 3
const PATIENCE_MS = 8_000

/** Razorpay through its own SDK. */
export function razorpay(account: Account): Gateway {
  const client = () => clientOf(account)
  return {
    createOrder: ({ id, amount_minor, currency }) =>
      ask(async () => {
        refuseUncountable(amount_minor, currency)
        const api = (await client()).orders
        return z.object({ id: z.string() }).parse(await api.create({ amount: amount_minor, currency, receipt: id })).id
      }),
    paymentsOf: (order) =>
      ask(async () =>
        Payments.parse(await (await client()).orders.fetchPayments(order)).items.flatMap((one) => reportOf(one) ?? []),
      ),
    payment: (id) => ask(async () => paymentIn(await (await client()).payments.fetch(id))),
    capture: ({ razorpay_payment_id, amount_minor, currency }) =>
      ask(async () => paymentIn(await (await client()).payments.capture(razorpay_payment_id, amount_minor, currency))),
    refund: ({ id, razorpay_payment_id, amount_minor, currency }) =>
      ask(async () => {
        refuseUncountable(amount_minor, currency)
        return refundIn(await refundOnce(await client(), razorpay_payment_id, { amount: amount_minor, receipt: id }))
      }),
    isPaymentSignature: ({ razorpay_order_id, razorpay_payment_id, razorpay_signature }) =>
      isSignatureOf(`${razorpay_order_id}|${razorpay_payment_id}`, razorpay_signature, account.key_secret),
    isWebhookSignature: async (body, signature) => {
      const verdicts = await Promise.all(
        account.webhook_secrets.map((secret) => isSignatureOf(body, signature, secret)),
      )
      return verdicts.includes(true)
    },
    readWebhook,
  }
}

async function clientOf({ key_id, key_secret, fetch }: Account) {
  const { default: Razorpay } = await import('razorpay')
  const client = new Razorpay({ key_id, key_secret })
  const { defaults } = transportOf(client)
  defaults.adapter = 'fetch'
  defaults.timeout = PATIENCE_MS
  if (fetch) defaults.env = { ...defaults.env, fetch: (input: Request) => fetch(input) }
  return client
}
type Client = Awaited<ReturnType<typeof clientOf>>

interface Transport {
  defaults: Record<'adapter' | 'timeout' | 'env', unknown> & { env: object }
  post: (path: string, body: object, options: { headers: Record<string, string> }) => Promise<{ data: unknown }>
}
/** The HTTP client inside the SDK, which its types hide. */
const transportOf = (client: Client): Transport => (client as unknown as { api: { rq: Transport } }).api.rq

/** The SDK has no way to send the header that makes a refund repeatable. */
const refundOnce = (client: Client, payment: string, body: { amount: number; receipt: string }): Promise<unknown> =>
  transportOf(client)
    .post(`/v1/payments/${payment}/refund`, body, { headers: { 'X-Refund-Idempotency': body.receipt } })
    .then(({ data }) => data)

const Described = z.object({ error: z.object({ description: z.string() }).partial() }).partial()
/** As the SDK throws it, and as its HTTP client does where we ask that directly. */
const Failed = Described.extend({
  statusCode: z.int().optional(),
  status: z.int().optional(),
  response: z.object({ data: Described }).partial().optional().catch(undefined),
})

/** Of currencies with three digits it takes only amounts whose last one is zero; to round would be another price. */
function refuseUncountable(amount_minor: number, currency: string): void {
  if (amount_minor % stepOf(currency) !== 0) throw new Refusal(`Amounts in ${currency} have to end in zero`)
}

/** Asks again after a 5xx, a 429 or no answer at all; a refusal is final. */
async function ask<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call()
    } catch (error) {
      if (error instanceof Refusal) throw error
      const failed = Failed.safeParse(error)
      const status = failed.data?.statusCode ?? failed.data?.status ?? 0
      if (status >= 400 && status < 500 && status !== 429)
        throw new Refusal(
          failed.data?.error?.description ?? failed.data?.response?.data?.error?.description ?? `status ${status}`,
        )
      if (tries === MOST_TRIES) throw new Unreachable(`status ${status}`)
      await scheduler.wait(tries * 50)
    }
  }
}

const PaymentEntity = z.object({
  id: z.string(),
  order_id: z.string().nullish(),
  status: z.string(),
  amount: z.coerce.number().int(),
  currency: z.string(),
  method: z.string().nullish(),
  error_description: z.string().nullish(),
  fee: z.int().positive().nullish().catch(null),
})
const Payments = z.object({ items: z.array(PaymentEntity) })
/** Captured money stays captured for us; what was given back is counted by the refunds. */
const STATES: Partial<Record<string, PaymentState>> = {
  created: 'created',
  authorized: 'authorized',
  captured: 'captured',
  refunded: 'captured',
  failed: 'failed',
}

function reportOf(entity: z.infer<typeof PaymentEntity>): PaymentReport | undefined {
  const status = STATES[entity.status]
  if (!status || !entity.order_id) return undefined
  return {
    razorpay_payment_id: entity.id,
    razorpay_order_id: entity.order_id,
    status,
    amount_minor: entity.amount,
    currency: entity.currency,
    method: entity.method ?? null,
    failure: status === 'failed' ? (entity.error_description ?? null) : null,
    ...(entity.fee && entity.currency === 'INR' && { fee_minor: entity.fee }),
  }
}

function paymentIn(answer: unknown): PaymentReport {
  const report = reportOf(PaymentEntity.parse(answer))
  if (!report) throw new Refusal('The payment belongs to no order')
  return report
}

const RefundEntity = z.object({
  id: z.string(),
  receipt: z.string().nullish(),
  status: z.enum(['pending', 'processed', 'failed']),
})

function refundIn(answer: unknown): RefundReport {
  const { id, receipt, status } = RefundEntity.parse(answer)
  return { reference: receipt ?? null, razorpay_refund_id: id, status }
}

const entity = <T extends z.ZodType>(shape: T) => z.object({ entity: shape })
const Webhook = z.object({
  event: z.string(),
  payload: z.object({ payment: entity(PaymentEntity).optional(), refund: entity(RefundEntity).optional() }).optional(),
})

/** A refund's webhook carries its payment as well; only the refund is news then. */
function readWebhook(body: string): Told {
  const { data } = Webhook.safeParse(JSON.parse(body))
  if (!data) return { kind: 'unknown' }
  const { event: kind, payload } = data
  if (payload?.refund) return { kind, refund: refundIn(payload.refund.entity) }
  const told = /^(payment\.(authorized|captured|failed)|order\.paid)$/.test(kind) && payload?.payment
  return { kind, ...(told && { payment: reportOf(told.entity) }) }
}
