import { env, SELF } from 'cloudflare:test'
import { answer, eventually, ORIGIN, type Person } from '../test/world'

// What tests of signing in with Google do again and again, over HTTP like a browser.

export interface GoogleAccount {
  email: string
  name?: string
  subject?: string
  unverified?: 'on'
  lie?: string
}

let networks = 0

/** A browser of one's own: it keeps cookies and follows nothing by itself. */
export class Browser {
  cookies = new Map<string, string>()
  network = `100.64.${++networks}.1`

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async fetch(method: string, address: string, body?: BodyInit, headers: Record<string, string> = {}) {
    const { cookie } = this
    const response = await SELF.fetch(new URL(address, ORIGIN).href, {
      method,
      redirect: 'manual',
      headers: { origin: ORIGIN, 'cf-connecting-ip': this.network, ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/max-age=0/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  /** Where an address leads, with its body let go. */
  async visit(address: string): Promise<string> {
    const response = await this.fetch('GET', address)
    await response.body?.cancel()
    return response.headers.get('location') ?? `${response.status}`
  }

  call(method: string, path: string, body?: unknown): Promise<Response> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    return this.fetch(method, `/api${path}`, text, text === undefined ? {} : { 'content-type': 'application/json' })
  }

  /** Chooses somebody at the consent page, or cancels; answers the way back that Google sends. */
  async consent(page: string, who: GoogleAccount | 'cancel'): Promise<string> {
    const form = new URLSearchParams(who === 'cancel' ? { cancel: 'yes' } : { ...who })
    const response = await this.fetch('POST', page, form.toString())
    await response.body?.cancel()
    return response.headers.get('location') ?? `${response.status}`
  }

  /** All the way: from our button over the consent page back to us, to the page that comes then. */
  async withGoogle(who: GoogleAccount | 'cancel', next?: string): Promise<string> {
    const page = await this.visit(`/api/auth/google/${next ? `?next=${encodeURIComponent(next)}` : ''}`)
    return this.visit(await this.consent(page, who))
  }

  me = () => this.call('GET', '/auth/me/')

  signIn({ token }: Pick<Person, 'token'>): this {
    this.cookies.set('__Host-session', token)
    return this
  }
}

export const joining = (wish: Record<string, unknown> = {}) => ({
  name: 'Noor',
  accepted_terms: true,
  date_of_birth: '2001-02-03',
  time_zone: 'Asia/Kolkata',
  ...wish,
})

/** Somebody who joined with Google a moment ago. */
export async function joined(email: string, wish?: Record<string, unknown>) {
  const browser = new Browser()
  await browser.withGoogle({ email })
  const { user, token } = await answer(browser.call('POST', '/auth/google/register/', joining(wish)), 201)
  return { browser, user, token }
}

/** The link of the last letter of a kind. */
export const letterTo = (email: string, kind: string): Promise<string> =>
  eventually(async () => {
    const text = await env.DB.prepare('select text from mailbox where recipient = ? and kind = ? order by id desc')
      .bind(email, kind)
      .first<string>('text')
    return text && (/token=([\w-]+)/.exec(text)?.[1] ?? '')
  })
