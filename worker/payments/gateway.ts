import { isDevelopment, type Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import { SANDBOX_KEYS } from '../sandbox/keys'
import { razorpayApi } from '../sandbox/razorpay.api'
import type { Gateway } from './port'
import { razorpay } from './razorpay'

const usesSandbox = (env: Environment): boolean => isDevelopment(env) && !env.RAZORPAY_KEY_ID

/** The public key that a browser opens the checkout with. */
export const keyIdOf = (env: Environment): string | null =>
  usesSandbox(env) ? SANDBOX_KEYS.key_id : (env.RAZORPAY_KEY_ID ?? null)

export function gatewayOf(env: Environment): Gateway {
  if (usesSandbox(env)) return razorpay({ ...SANDBOX_KEYS, fetch: async (request) => razorpayApi.fetch(request, env) })
  const { RAZORPAY_KEY_ID: key_id, RAZORPAY_KEY_SECRET: key_secret, RAZORPAY_WEBHOOK_SECRETS: secrets } = env
  if (!key_id || !key_secret || !secrets) fail('gateway_unavailable', { detail: 'Payments are not set up yet.' })
  return razorpay({
    key_id,
    key_secret,
    webhook_secrets: secrets
      .split(',')
      .map((secret) => secret.trim())
      .filter(Boolean),
  })
}
