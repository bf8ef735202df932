import { Bounce, BounceReceived } from '../contract/mails'
import { read, write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { isSigned } from './bounces.rules'
import { accountAt } from './mail.data'
import { suspend } from './suspensions.data'

const bounce = route('anyone', {
  method: 'post',
  path: '/mail/bounces/',
  operationId: 'receiveBounce',
  summary: 'The provider of mail tells of an address that takes none, signed over the raw body',
  returns: { 200: BounceReceived },
  fails: ['invalid_signature', 'malformed_json'],
  raw: true,
})

export const bounceRoutes = slice().on(bounce, async (c) => {
  const { db, body_text, now } = c.var
  if (!(await isSigned(c.env.MAIL_WEBHOOK_SECRETS ?? '', c.req.raw.headers, body_text, now))) fail('invalid_signature')
  const refusal = refusedIn(body_text)
  if (!refusal) return c.json({ received: true })
  const { to, reason } = refusal
  const at = new Date(Math.min(now.getTime(), refusal.at ?? Infinity))
  const [account] = await read(db, accountAt(db, to))
  if (account) await write(db, suspend(db, { account_id: account.id, address: account.email, reason }, at))
  return c.json({ received: true })
})

/** The address that refuses for good; whoever complains of us is left alone as well. Passing trouble is the provider's. */
function refusedIn(text: string): { to: string; reason: string; at?: number } | undefined {
  const told = Bounce.safeParse(parsed(text))
  if (!told.success) return undefined
  const { type, data, created_at } = told.data
  const forGood = type === 'email.complained' || (type === 'email.bounced' && data.bounce?.type !== 'Transient')
  const to = data.to?.[0]
  if (!forGood || !to) return undefined
  return { to, reason: data.bounce?.message ?? type, ...(created_at && { at: Date.parse(created_at) }) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return fail('malformed_json')
  }
}
