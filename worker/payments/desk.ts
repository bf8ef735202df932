import { env, SELF } from 'cloudflare:test'
import { answer, api, hold, ORIGIN, type Person, type Teacher } from '../test/world'
import { SANDBOX_KEYS } from '../sandbox/keys'
import { signatureOf } from './signatures'

// What tests of payments do again and again, over HTTP like anybody else.

export const lever = (path: string, body?: unknown): Promise<Response> =>
  SELF.fetch(`${ORIGIN}/sandbox${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

export const createOrder = (who: Person, booking_id: string, headers: Record<string, string> = {}): Promise<Response> =>
  api('POST', '/mentor/create-order/', { as: who, body: { booking_id }, headers })

/** A hold with its order open at the provider. */
export async function checkout(who: Person, teacher: Teacher, nth = 0) {
  const { booking } = await hold(who, teacher, nth)
  const { order } = await answer(createOrder(who, booking.id), 200)
  return { booking, order }
}

export interface Proof {
  razorpay_order_id: string
  razorpay_payment_id: string
  razorpay_signature: string
}
export const pay = (
  razorpay_order_id: string,
  outcome: 'captured' | 'authorized' | 'failed' = 'captured',
): Promise<Proof> => answer(lever(`/razorpay/orders/${razorpay_order_id}/pay/`, { outcome }), 200)

export const plant = (
  faults: { kind: string; times?: number; seconds?: number }[],
  order_id?: string,
): Promise<unknown> => answer(lever('/razorpay/faults/', { faults, ...(order_id && { order_id }) }), 200)

export const advance = (advance_seconds: number): Promise<unknown> => answer(lever('/clock/', { advance_seconds }), 200)

export const verify = (who: Person, proof: Proof, headers: Record<string, string> = {}): Promise<Response> =>
  api('POST', '/mentor/verify-payment/', { as: who, body: proof, headers })

export const bookingNow = (who: Person, id: string) => answer(api('GET', `/bookings/${id}/`, { as: who }), 200)

export async function webhook(
  body: string,
  { secret = SANDBOX_KEYS.webhook_secrets[0] as string, id = '' } = {},
): Promise<Response> {
  const headers = { 'x-razorpay-signature': await signatureOf(body, secret), ...(id && { 'x-razorpay-event-id': id }) }
  return SELF.fetch(`${ORIGIN}/api/payments/webhook/`, { method: 'POST', body, headers })
}

export async function rows<T = Record<string, unknown>>(query: string, ...values: unknown[]): Promise<T[]> {
  return (
    await env.DB.prepare(query)
      .bind(...values)
      .all<T>()
  ).results
}
