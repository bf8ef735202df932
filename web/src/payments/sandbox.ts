import { Problem } from '../lib/problem'
import type { Order, Proof } from './payments.calls'

/** The provider's key of a development copy; a real one never looks like this. */
const SANDBOX_KEY = 'rzp_test_sandbox'
const LATE_SECONDS = 12

export const isSandbox = (order: Order): boolean => order.key_id === SANDBOX_KEY

export type Outcome = 'captured' | 'late' | 'failed'

async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Problem('unreachable', 0)
  })
  if (!response.ok) throw new Problem('gateway_unavailable', response.status)
  return response.json()
}

/** Pays in the sandbox as a person would in Razorpay's sheet. `late`: the money is taken, the news of it takes its time. */
export async function payInSandbox(razorpayOrderId: string, outcome: Outcome): Promise<Proof> {
  if (outcome === 'late')
    await post('/sandbox/razorpay/faults/', {
      order_id: razorpayOrderId,
      faults: [{ kind: 'late', times: 1, seconds: LATE_SECONDS }],
    })
  const paid = await post(`/sandbox/razorpay/orders/${encodeURIComponent(razorpayOrderId)}/pay/`, {
    outcome: outcome === 'failed' ? 'failed' : 'captured',
  })
  return paid as Proof
}
