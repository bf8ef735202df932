import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import worker from '../index'
import { now } from '../lib/clock'
import type { Environment } from '../lib/environment'
import { answer, api, ORIGIN, student } from '../test/world'
import { Browser, joined, joining, letterTo } from './google.desk'
import { opened, sealed, type Purpose } from './secrets'

const count = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(`select count(*) as n from ${sql}`)
    .bind(...values)
    .first<number>('n')

/** Lets the time of a sealed cookie run out. */
async function age(browser: Browser, name: string, purpose: Purpose): Promise<void> {
  const [handle, box = ''] = (browser.cookies.get(name) ?? '').split('~')
  const kept = JSON.parse((await opened(env, purpose, box)) ?? '{}')
  const until = now().getTime() - 1
  browser.cookies.set(name, `${handle}~${await sealed(env, purpose, JSON.stringify({ ...kept, until }))}`)
}

let addresses = 0
const anAddress = () => `somebody${++addresses}@example.com`

describe('somebody new', () => {
  it('sees one page more and has no account before it is sent', async () => {
    const browser = new Browser()
    const who = { email: 'Noor@example.com', name: 'Noor Ali' }
    expect(await browser.withGoogle(who, '/book/M000001?start=1')).toBe(
      `/signup/google?next=${encodeURIComponent('/book/M000001?start=1')}`,
    )
    expect(await count("accounts where email_key = 'noor@example.com'")).toBe(0)
    const pending = await answer(browser.call('GET', '/auth/google/pending/'), 200)
    expect(pending).toEqual({
      kind: 'new',
      name: 'Noor Ali',
      email: 'Noor@example.com',
      role: 'student',
      next: '/book/M000001?start=1',
    })
    const { user } = await answer(browser.call('POST', '/auth/google/register/', joining()), 201)
    expect(user).toMatchObject({ name: 'Noor', email: 'Noor@example.com', email_verified: true, roles: ['student'] })
    expect(user).toMatchObject({ birth_date_known: true, is_minor: false, time_zone: 'Asia/Kolkata' })
    expect((await answer(browser.me(), 200)).id).toBe(user.id)
    const kept = await env.DB.prepare('select * from accounts where id = ?').bind(user.id).first()
    expect(kept).toMatchObject({ password_hash: null, terms_version: expect.any(String), date_of_birth: '2001-02-03' })
    expect(kept?.accepted_terms_at).toBeGreaterThan(0)
    await answer(browser.call('GET', '/auth/google/pending/'), 404)
  })

  it('can join to teach', async () => {
    const browser = new Browser()
    const page = await browser.visit('/api/auth/google/?as=mentor')
    await browser.visit(await browser.consent(page, { email: anAddress() }))
    expect((await answer(browser.call('GET', '/auth/google/pending/'), 200)).role).toBe('mentor')
    const { user } = await joined('teacher@example.com', { role: 'mentor' })
    expect(user.roles).toEqual(['student', 'mentor'])
    expect(user.mentor_id).toMatch(/^M\d{6}$/)
  })

  it.each([
    ['a stated age under 13', { date_of_birth: '2020-01-01' }, 'date_of_birth'],
    ['no date of birth', { date_of_birth: undefined }, 'date_of_birth'],
    ['terms not accepted', { accepted_terms: false }, 'accepted_terms'],
    ['an unknown zone', { time_zone: 'Mars/Olympus' }, 'time_zone'],
    ['an unknown role', { role: 'admin' }, 'role'],
    ['another address than Google’s', { email: 'else@example.com' }, 'email'],
  ])('is refused with %s, and the page can be sent again', async (_, fault, field) => {
    const browser = new Browser()
    const email = anAddress()
    await browser.withGoogle({ email })
    const problem = await answer(browser.call('POST', '/auth/google/register/', joining(fault)), 422)
    expect(problem.errors[field]).toHaveLength(1)
    expect(await count('accounts where email_key = ?', email)).toBe(0)
    await answer(browser.call('POST', '/auth/google/register/', joining()), 201)
  })

  it('cannot join without having shown a Google account', async () => {
    await answer(new Browser().call('POST', '/auth/google/register/', joining()), 404)
    const browser = new Browser()
    browser.cookies.set('__Host-google-identity', '~AAAA.AAAA')
    await answer(browser.call('POST', '/auth/google/register/', joining()), 404)
  })

  it('cannot have an address that may still go back to the account it was changed in', async () => {
    const [person, email] = [await student(), anAddress()]
    await env.DB.prepare(`insert into email_undos (id, account_id, email, email_key, changed_at, expires_at)
      values ('left', ?, ?, ?, 1, 9999999999999)`)
      .bind(person.user.id, email, email)
      .run()
    const browser = new Browser()
    expect(await browser.withGoogle({ email })).toBe('/signup/google')
    const taken = await answer(browser.call('POST', '/auth/google/register/', joining()), 409)
    expect(taken.code).toBe('email_taken')
  })

  it('joins once, however often the page is sent', async () => {
    const browser = new Browser()
    await browser.withGoogle({ email: 'twice@example.com' })
    const send = () => browser.call('POST', '/auth/google/register/', joining())
    const tries = await Promise.all([send(), send(), send()])
    expect(tries.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect(await count("accounts where email_key = 'twice@example.com'")).toBe(1)
  })
})

describe('somebody known', () => {
  it('comes in at once, to the page they wanted', async () => {
    const { user } = await joined('known@example.com')
    const browser = new Browser()
    expect(await browser.withGoogle({ email: 'known@example.com' }, '/messages/abc#last')).toBe('/messages/abc#last')
    expect((await answer(browser.me(), 200)).id).toBe(user.id)
    expect(await new Browser().withGoogle({ email: 'known@example.com' })).toBe('/home')
  })

  it('is the issuer’s subject, whatever address Google calls them by today', async () => {
    const browser = new Browser()
    await browser.withGoogle({ email: 'before@example.com', subject: '108' })
    const { user } = await answer(browser.call('POST', '/auth/google/register/', joining()), 201)
    const later = new Browser()
    expect(await later.withGoogle({ email: 'after@example.com', subject: '108' })).toBe('/home')
    expect(await answer(later.me(), 200)).toMatchObject({ id: user.id, email: 'before@example.com' })
    const stranger = new Browser()
    expect(await stranger.withGoogle({ email: 'before@example.com', subject: '109' })).toBe('/login/google')
    await answer(stranger.me(), 401)
  })

  it('is not let in while suspended', async () => {
    const { user } = await joined('suspended@example.com')
    await env.DB.prepare('update accounts set suspended_at = 1 where id = ?').bind(user.id).run()
    const browser = new Browser()
    expect(await browser.withGoogle({ email: 'suspended@example.com' })).toBe('/login?google=refused')
    await answer(browser.me(), 401)
  })

  it('is asked for the second step where the account has one', async () => {
    const { user } = await joined('stepper@example.com')
    await env.DB.prepare('update accounts set totp_enabled_at = 1 where id = ?').bind(user.id).run()
    const browser = new Browser()
    const place = await browser.withGoogle({ email: 'stepper@example.com' }, '/sessions')
    expect(place).toMatch(/^\/login\/code\?next=%2Fsessions#[\w-]{60,}$/)
    await answer(browser.me(), 401)
    const ticket = place.split('#')[1]
    const guess = await answer(browser.call('POST', '/auth/login/totp/', { ticket, code: '000000' }), 401)
    expect(guess.code).toBe('invalid_credentials')
  })

  it('who is signed in already goes straight on', async () => {
    const person = await student()
    expect(await new Browser().signIn(person).visit('/api/auth/google/?next=/sessions')).toBe('/sessions')
  })
})

describe('the way to Google and back', () => {
  it('asks with PKCE, state and nonce, for an address of ours alone', async () => {
    const page = new URL(await new Browser().visit('/api/auth/google/'))
    const asked = Object.fromEntries(page.searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      redirect_uri: 'http://localhost:8787/api/auth/google/callback/',
      code_challenge_method: 'S256',
      scope: 'openid email profile',
    })
    expect(asked.state).toMatch(/^[\w-]{43}$/)
    expect(asked.nonce).toMatch(/^[\w-]{43}$/)
    expect(asked.nonce).not.toBe(asked.state)
  })

  it.each([
    'https://evil.example.com/',
    '//evil.example.com/',
    '/\\evil.example.com/',
    '/.//evil.example.com/',
    '/a/..//evil.example.com',
    '\t//evil.example.com',
    'javascript:alert(1)',
    '/api/auth/logout/',
    '/sandbox/mailbox/',
  ])('leads to no other place than a page of ours: %s', async (next) => {
    const email = anAddress()
    await joined(email)
    expect(await new Browser().withGoogle({ email }, next)).toBe('/home')
  })

  it('says so where the person cancelled, and the wanted page is still known', async () => {
    expect(await new Browser().withGoogle('cancel', '/sessions')).toBe('/login?google=cancelled&next=%2Fsessions')
  })

  it.each([
    'refuses',
    'no_token',
    'unsigned',
    'foreign_key',
    'wrong_issuer',
    'wrong_audience',
    'wrong_nonce',
    'expired',
  ])('believes no answer that does not hold: %s', async (lie) => {
    const browser = new Browser()
    expect(await browser.withGoogle({ email: 'liar@example.com', lie })).toBe('/login?google=refused')
    await answer(browser.call('GET', '/auth/google/pending/'), 404)
    await answer(browser.me(), 401)
    expect(await browser.withGoogle({ email: 'liar@example.com' })).toBe('/signup/google')
  })

  it('takes an answer only in the browser that asked, only for what it asked', async () => {
    const [asha, ben] = [new Browser(), new Browser()]
    const page = await asha.visit('/api/auth/google/')
    const back = await asha.consent(page, { email: 'asha.google@example.com' })
    expect(await ben.visit(back)).toBe('/login?google=refused')
    await ben.visit('/api/auth/google/')
    expect(await ben.visit(back)).toBe('/login?google=refused')
    const forged = new URL(back)
    forged.searchParams.set('state', 'x'.repeat(43))
    expect(await asha.visit(forged.href)).toBe('/login?google=refused')
    expect(await asha.visit(back)).toBe('/signup/google')
    expect(await asha.visit(back)).toBe('/login?google=refused')
  })

  it('cannot use a code that was made for another browser’s PKCE', async () => {
    const [asha, ben] = [new Browser(), new Browser()]
    const stolen = new URL(
      await asha.consent(await asha.visit('/api/auth/google/'), { email: 'asha.google@example.com' }),
    )
    const own = new URL(await ben.consent(await ben.visit('/api/auth/google/'), { email: 'ben@example.com' }))
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
    expect(await ben.visit(own.href)).toBe('/login?google=refused')
  })

  it('keeps what it remembers sealed', async () => {
    const browser = new Browser()
    const page = await browser.visit('/api/auth/google/?next=/sessions')
    const { state, nonce } = Object.fromEntries(new URL(page).searchParams)
    const cookie = browser.cookies.get('__Host-google') ?? ''
    for (const secret of [state, nonce, 'sessions']) expect(cookie).not.toContain(secret)
    const response = await browser.fetch('GET', '/api/auth/google/')
    await response.body?.cancel()
    expect(response.headers.get('set-cookie')).toMatch(/Max-Age=600; .*HttpOnly; Secure; SameSite=Lax/)
  })

  it('forgets it after its time, also where a browser keeps the cookie longer', async () => {
    const [slow, slower] = [new Browser(), new Browser()]
    const back = await slow.consent(await slow.visit('/api/auth/google/'), { email: 'slow@example.com' })
    await age(slow, '__Host-google', 'google_state')
    expect(await slow.visit(back)).toBe('/login?google=refused')
    await slower.withGoogle({ email: 'slower@example.com' })
    await age(slower, '__Host-google-identity', 'google_identity')
    await answer(slower.call('POST', '/auth/google/register/', joining()), 404)
  })
})

describe('an account with the address already', () => {
  it('is linked by its password, and told of it', async () => {
    const person = await student()
    const browser = new Browser()
    expect(await browser.withGoogle({ email: person.email.toUpperCase() }, '/sessions')).toBe(
      '/login/google?next=%2Fsessions',
    )
    expect(await answer(browser.call('GET', '/auth/google/pending/'), 200)).toMatchObject({ kind: 'link' })
    await answer(browser.me(), 401)
    const wrong = await answer(browser.call('POST', '/auth/google/link/', { password: 'not this one' }), 401)
    expect(wrong.code).toBe('invalid_credentials')
    await answer(browser.me(), 401)
    await answer(browser.call('POST', '/auth/google/link/', { password: person.password }), 200)
    expect((await answer(browser.me(), 200)).id).toBe(person.user.id)
    expect(await new Browser().withGoogle({ email: person.email })).toBe('/home')
    await answer(api('GET', '/auth/me/', { as: person }), 200)
    const told = await answer(api('GET', '/notifications/', { as: person }), 200)
    expect(told.items[0]).toMatchObject({ kind: 'google_linked' })
  })

  it('is linked by a link mailed to it, once, for an hour', async () => {
    const person = await student()
    const browser = new Browser()
    await browser.withGoogle({ email: person.email })
    expect(await answer(browser.call('POST', '/auth/google/link/mail/', {}), 202)).toEqual({ email: person.email })
    const token = await letterTo(person.email, 'google_link')
    for (const table of ['google_links', 'outbox', 'dead_letters', 'notifications'])
      expect(JSON.stringify(await env.DB.prepare(`select * from ${table}`).all())).not.toContain(token)
    const elsewhere = new Browser()
    const confirm = (proof: string) => elsewhere.call('POST', '/auth/google/link/confirm/', { token: proof })
    await answer(confirm(token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')), 404)
    expect(await answer(confirm(token), 200)).toEqual({ google_email: person.email })
    await answer(confirm(token), 404)
    await answer(elsewhere.me(), 401)
    expect(await elsewhere.withGoogle({ email: person.email })).toBe('/home')
    expect((await answer(elsewhere.me(), 200)).id).toBe(person.user.id)
    await answer(api('POST', '/auth/login/', { body: { email: person.email, password: person.password } }), 200)
  })

  it('is not linked by a link that is too old, or was mailed to an address it has left', async () => {
    const person = await student()
    const browser = new Browser()
    const fresh = async () => {
      await env.DB.prepare("delete from mailbox where recipient = ? and kind = 'google_link'").bind(person.email).run()
      await browser.withGoogle({ email: person.email })
      await answer(browser.call('POST', '/auth/google/link/mail/', {}), 202)
      return letterTo(person.email, 'google_link')
    }
    const old = await fresh()
    await env.DB.prepare('update google_links set expires_at = 1 where account_id = ?').bind(person.user.id).run()
    await answer(browser.call('POST', '/auth/google/link/confirm/', { token: old }), 404)
    const left = await fresh()
    await env.DB.prepare("update accounts set email_key = 'moved@example.com' where id = ?").bind(person.user.id).run()
    await answer(browser.call('POST', '/auth/google/link/confirm/', { token: left }), 404)
    expect(await count('identities where account_id = ?', person.user.id)).toBe(0)
  })

  it('asks for the second step after the password as well', async () => {
    const person = await student()
    await env.DB.prepare('update accounts set totp_enabled_at = 1 where id = ?').bind(person.user.id).run()
    const browser = new Browser()
    await browser.withGoogle({ email: person.email })
    const asked = await answer(browser.call('POST', '/auth/google/link/', { password: person.password }), 200)
    expect(asked).toEqual({ second_factor: 'totp', ticket: expect.any(String) })
    await answer(browser.me(), 401)
  })

  it('is guessed at ten times in a quarter of an hour at most', async () => {
    const person = await student()
    const browser = new Browser()
    await browser.withGoogle({ email: person.email })
    const guess = () => browser.call('POST', '/auth/google/link/', { password: 'a guess' })
    const tries = await Promise.all(Array.from({ length: 11 }, guess))
    expect(tries.map(({ status }) => status).toSorted()).toEqual([...Array(10).fill(401), 429])
  })

  it('is not reached by changing whose account the cookie speaks of', async () => {
    const [person, other] = [await student(), await student()]
    const browser = new Browser()
    await browser.withGoogle({ email: person.email })
    const cookie = browser.cookies.get('__Host-google-identity') ?? ''
    browser.cookies.set('__Host-google-identity', cookie.replace(/^\w+/, other.user.id))
    await answer(browser.call('POST', '/auth/google/link/', { password: other.password }), 401)
    expect(await count('identities where account_id = ?', other.user.id)).toBe(0)
  })
})

describe('in the settings', () => {
  it('somebody signed in connects any Google account of theirs, after their password', async () => {
    const person = await student()
    const browser = new Browser().signIn(person)
    const begin = (password?: string) => browser.call('POST', '/account/google/', { password })
    expect((await answer(begin('not this one'), 422)).errors.password).toHaveLength(1)
    await answer(begin(), 422)
    const { location } = await answer(begin(person.password), 200)
    const back = await browser.consent(location, { email: 'private.person@example.com', subject: '777' })
    expect(await browser.visit(back)).toBe('/settings/google?google=connected')
    expect((await answer(browser.call('GET', '/account/security/'), 200)).google.email).toBe(
      'private.person@example.com',
    )
    const later = new Browser()
    expect(await later.withGoogle({ email: 'private.person@example.com', subject: '777' })).toBe('/home')
    expect((await answer(later.me(), 200)).id).toBe(person.user.id)
  })

  it('a Google account of somebody else stays theirs, and mine stays connected', async () => {
    const [person, other] = [await student(), await student()]
    const connect = async (who: typeof person, subject: string) => {
      const browser = new Browser().signIn(who)
      const { location } = await answer(browser.call('POST', '/account/google/', { password: who.password }), 200)
      return browser.visit(await browser.consent(location, { email: `google.${subject}@example.com`, subject }))
    }
    expect(await connect(person, '881')).toBe('/settings/google?google=connected')
    expect(await connect(other, '882')).toBe('/settings/google?google=connected')
    expect(await connect(other, '881')).toBe('/settings/google?google=taken')
    expect(await connect(other, '883')).toBe('/settings/google?google=connected')
    const kept = await env.DB.prepare("select subject, account_id from identities where subject like '88_'").all()
    expect(kept.results).toEqual([
      { subject: '881', account_id: person.user.id },
      { subject: '883', account_id: other.user.id },
    ])
  })

  it('what one began to connect another cannot finish', async () => {
    const [person, other] = [await student(), await student()]
    const browser = new Browser().signIn(person)
    const { location } = await answer(browser.call('POST', '/account/google/', { password: person.password }), 200)
    const back = await browser.consent(location, { email: 'x@example.com', subject: '990' })
    expect(await browser.signIn(other).visit(back)).toBe('/settings/google?google=refused')
    expect(await count("identities where subject = '990'")).toBe(0)
  })

  it('is disconnected where a password is left to come in by, and told', async () => {
    const { browser, user } = await joined('leaver@example.com')
    const stuck = await answer(browser.call('DELETE', '/account/google/'), 409)
    expect(stuck.code).toBe('state_conflict')
    const password = 'a long one for leaving'
    await answer(browser.call('POST', '/account/password/', { password }), 200)
    await answer(browser.call('DELETE', '/account/google/'), 204)
    await answer(browser.call('DELETE', '/account/google/'), 404)
    expect(await new Browser().withGoogle({ email: 'leaver@example.com' })).toBe('/login/google')
    const { user: same } = await answer(
      api('POST', '/auth/login/', { body: { email: 'leaver@example.com', password } }),
      200,
    )
    expect(same.id).toBe(user.id)
    const told = await answer(browser.call('GET', '/notifications/'), 200)
    expect(told.items.map(({ kind }: { kind: string }) => kind)).toContain('google_unlinked')
  })
})

describe('who answers', () => {
  const asIf = async (settings: Partial<Environment>, path: string) => {
    const ctx = createExecutionContext()
    const response = await worker.fetch(new Request(`${ORIGIN}/api${path}`), { ...env, ...settings }, ctx)
    await waitOnExecutionContext(ctx)
    return response
  }
  const client = { GOOGLE_CLIENT_ID: 'id.apps.googleusercontent.com', GOOGLE_CLIENT_SECRET: 'secret' }

  it('is the sandbox in development, and Google itself for a client of ours', async () => {
    const own = new URL((await asIf({}, '/auth/google/')).headers.get('location') ?? '')
    expect(own.origin + own.pathname).toBe(`${ORIGIN}/sandbox/google/authorize/`)
    for (const ENVIRONMENT of ['development', 'production']) {
      const settings = { ...client, ENVIRONMENT, SECRET_KEY: btoa('k'.repeat(32)) }
      const page = new URL((await asIf(settings, '/auth/google/')).headers.get('location') ?? '')
      expect(page.origin + page.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth')
      expect(page.searchParams.get('client_id')).toBe(client.GOOGLE_CLIENT_ID)
      expect(page.searchParams.get('code_challenge_method')).toBe('S256')
    }
  })

  it('is nobody in production without a client, and then Google is not offered', async () => {
    const production = { ENVIRONMENT: 'production' }
    expect(await (await asIf(production, '/auth/ways/')).json()).toEqual({ google: false })
    expect((await asIf(production, '/auth/google/')).headers.get('location')).toBe('/login?google=refused')
    expect(await answer(api('GET', '/auth/ways/'), 200)).toEqual({ google: true })
  })
})
