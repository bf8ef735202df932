import { Hono, type Context } from 'hono'
import * as z from 'zod'
import type { Provider } from '../accounts/google.provider'
import { returnAddress } from '../accounts/google.rules'
import { opened, sealed } from '../accounts/secrets'
import { now } from '../lib/clock'
import type { Environment } from '../lib/environment'
import { base64url, hashOf } from '../lib/ids'
import { plainPage } from '../lib/plain-page'
import { consentForm, refusal } from './google.pages'
import { idTokenFor, LIES, publicKeys, type Consent } from './google.tokens'

type Wire = { Bindings: Environment }

/** What the product is to this Google. */
const CLIENT = { client_id: 'aspirex-sandbox', client_secret: 'sandbox-google-secret' } as const
const issuerAt = (env: Environment): string => `${env.PUBLIC_ORIGIN}/sandbox/google`

/** Asked in process, so that it depends on no port; only the browser comes here over HTTP. */
export const sandboxGoogle = (env: Environment): Provider => ({
  ...CLIENT,
  issuers: [issuerAt(env)],
  authorization_endpoint: `${issuerAt(env)}/authorize/`,
  token_endpoint: `${issuerAt(env)}/token/`,
  jwks_uri: `${issuerAt(env)}/certs/`,
  fetch: async (request) => googleSandbox.fetch(new Request(request.url.replace('/sandbox/google', ''), request), env),
})

/** What the product asks with; Google shows a page of its own where this is wrong, and so does this one. */
const Asked = z.object({
  client_id: z.literal(CLIENT.client_id),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  scope: z.string().regex(/\bopenid\b.*\bemail\b/),
  state: z.string().min(20),
  nonce: z.string().min(20),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
})

/** Who the person at the page is. Another subject of the same address is another Google account. */
const Chosen = z.object({
  email: z.email(),
  name: z.string().max(200).default(''),
  subject: z.string().max(100).default(''),
  unverified: z.string().optional(),
  lie: z.enum(LIES).or(z.literal('')).default(''),
})

/** A Google that consents: everything the product does with the real one, for people that a developer makes up. */
export const googleSandbox = new Hono<Wire>({ strict: false })
  .get('/authorize', (c) => {
    const asked = askedOf(c)
    return asked ? show(c, consentForm()) : show(c, refusal(), 400)
  })
  .post('/authorize', async (c) => {
    const asked = askedOf(c)
    if (!asked) return show(c, refusal(), 400)
    const typed = await formOf(c)
    if ('cancel' in typed) return c.redirect(answerTo(asked, { error: 'access_denied' }))
    const chosen = Chosen.safeParse(typed)
    if (!chosen.success) return show(c, consentForm('That is not an e-mail address.'), 422)
    return c.redirect(answerTo(asked, { code: await codeFor(c.env, asked, chosen.data) }))
  })
  .post('/token', async (c) => {
    const wish = await formOf(c)
    const consent = await consentBehind(c.env, wish)
    if (!consent || consent.lie === 'refuses') return c.json({ error: 'invalid_grant' }, 400)
    const id_token = await idTokenFor({ issuer: issuerAt(c.env), audience: CLIENT.client_id }, consent, now())
    return c.json({ access_token: 'sandbox', token_type: 'Bearer', expires_in: 3599, ...(id_token && { id_token }) })
  })
  .get('/certs', async (c) => c.json(await publicKeys()))

const show = (c: Context, { title, body }: ReturnType<typeof refusal>, status: 200 | 400 | 422 = 200) => {
  c.status(status)
  return plainPage(c, title, body)
}

/** Its bytes, because a form is no text to the runtime, which would warn of it. */
const formOf = async (c: Context): Promise<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(new TextDecoder().decode(await c.req.arrayBuffer())))

type Asked = z.output<typeof Asked>
function askedOf(c: Context<Wire>): Asked | undefined {
  const { data } = Asked.safeParse(c.req.query())
  return data?.redirect_uri === returnAddress(c.env) ? data : undefined
}

function answerTo({ redirect_uri, state }: Asked, answer: Record<string, string>): string {
  const url = new URL(redirect_uri)
  url.search = new URLSearchParams({ state, ...answer }).toString()
  return url.href
}

const CODE_LIVES = 60_000

/** Nothing is stored: the code itself is the sealed consent. */
async function codeFor(env: Environment, { nonce, code_challenge }: Asked, chosen: z.output<typeof Chosen>) {
  const { email, name, unverified, lie } = chosen
  const subject = chosen.subject || (await hashOf(email.toLowerCase())).slice(0, 21)
  const email_verified = unverified === undefined
  const consent: Consent = { subject, email, email_verified, name, nonce, code_challenge, lie, at: now().getTime() }
  return sealed(env, 'google_code', JSON.stringify(consent))
}

async function consentBehind(env: Environment, wish: Record<string, string>): Promise<Consent | undefined> {
  const isClient = wish.client_id === CLIENT.client_id && wish.client_secret === CLIENT.client_secret
  const isGrant = wish.grant_type === 'authorization_code' && wish.redirect_uri === returnAddress(env)
  const text = await opened(env, 'google_code', wish.code ?? '')
  if (!isClient || !isGrant || !text) return undefined
  const consent = JSON.parse(text) as Consent
  const proof = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(wish.code_verifier ?? ''))
  const isProven = base64url(new Uint8Array(proof)) === consent.code_challenge
  return isProven && now().getTime() - consent.at < CODE_LIVES ? consent : undefined
}
