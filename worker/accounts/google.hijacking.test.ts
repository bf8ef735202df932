import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { answer, api, newcomer, student, type Person } from '../test/world'
import { Browser, joining, letterTo } from './google.desk'

// The five classes of account pre-hijacking (Sudhodanan and Paverd, USENIX Security 2022). In each, somebody prepares an
// account for the address of a person who has none yet, waits until that person comes, and then wants to come back.

/** The owner of the address comes with Google and proves the mailbox. */
async function arrive(email: string): Promise<Browser> {
  const owner = new Browser()
  expect(await owner.withGoogle({ email })).toBe('/login/google')
  await answer(owner.call('POST', '/auth/google/link/mail/', {}), 202)
  const token = await letterTo(email, 'google_link')
  await answer(owner.call('POST', '/auth/google/link/confirm/', { token }), 200)
  expect(await owner.withGoogle({ email })).toBe('/home')
  return owner
}

const login = ({ email, password }: Person) => api('POST', '/auth/login/', { body: { email, password } })
const clue = (id: string) => env.DB.prepare('select * from accounts where id = ?').bind(id).first()

describe('classic-federated merge', () => {
  it('an account that waits with a password is not merged by its address alone', async () => {
    const attacker = await newcomer()
    const owner = new Browser()
    expect(await owner.withGoogle({ email: attacker.email })).toBe('/login/google')
    await answer(owner.me(), 401)
    const linked = await env.DB.prepare('select * from identities where account_id = ?').bind(attacker.user.id).all()
    expect(linked.results).toEqual([])
  })

  it('after the owner proved the mailbox, the password that waited opens nothing', async () => {
    const attacker = await newcomer()
    await answer(login(attacker), 200)
    const owner = await arrive(attacker.email)
    expect(await answer(owner.me(), 200)).toMatchObject({ id: attacker.user.id, email_verified: true })
    expect((await answer(login(attacker), 401)).code).toBe('invalid_credentials')
  })

  it('the other way round: an account that came with Google gets no second one with a password', async () => {
    const owner = new Browser()
    await owner.withGoogle({ email: 'federated@example.com' })
    await answer(owner.call('POST', '/auth/google/register/', joining()), 201)
    const body = { name: 'M', email: 'Federated@example.com', password: 'long and waiting', accepted_terms: true }
    await answer(new Browser().call('POST', '/auth/student/register/', body), 409)
  })

  it('somebody who had proven the address keeps password and devices', async () => {
    const person = await student()
    await arrive(person.email)
    await answer(api('GET', '/auth/me/', { as: person }), 200)
    await answer(login(person), 200)
  })
})

describe('unexpired session', () => {
  it('sessions that were opened before the owner came are over', async () => {
    const attacker = await newcomer()
    const { token } = await answer(login(attacker), 200)
    await arrive(attacker.email)
    await answer(api('GET', '/auth/me/', { as: attacker }), 401)
    await answer(api('GET', '/auth/me/', { as: { token } as Person }), 401)
  })

  it('also where the owner knew the password, and then only the new one lives', async () => {
    const person = await newcomer()
    const owner = new Browser()
    await owner.withGoogle({ email: person.email })
    await answer(owner.call('POST', '/auth/google/link/', { password: person.password }), 200)
    expect(await answer(owner.me(), 200)).toMatchObject({ id: person.user.id, email_verified: true })
    await answer(api('GET', '/auth/me/', { as: person }), 401)
  })
})

describe('trojan identifier', () => {
  it('an account whose address nobody proved cannot be given a second way in', async () => {
    const attacker = await newcomer()
    const problem = await answer(
      api('POST', '/account/google/', { as: attacker, body: { password: attacker.password } }),
      403,
    )
    expect(problem.code).toBe('email_unverified')
  })

  it('a Google account that waits in it all the same, and a second step, are gone when the owner comes', async () => {
    const attacker = await newcomer()
    await env.DB.prepare(
      "insert into identities select issuer, 'trojan', ?, 'x@example.com', 1 from identities limit 1",
    )
      .bind(attacker.user.id)
      .run()
    await env.DB.prepare("update accounts set totp_secret = 'theirs', totp_enabled_at = 1 where id = ?")
      .bind(attacker.user.id)
      .run()
    await env.DB.prepare("insert into recovery_codes (account_id, code_hash) values (?, 'theirs')")
      .bind(attacker.user.id)
      .run()
    const owner = await arrive(attacker.email)
    const trojan = new Browser()
    expect(await trojan.withGoogle({ email: 'x@example.com', subject: 'trojan' })).toBe('/signup/google')
    expect((await answer(owner.me(), 200)).id).toBe(attacker.user.id)
    expect(await clue(attacker.user.id)).toMatchObject({ totp_secret: null, totp_enabled_at: null })
    const codes = await env.DB.prepare('select * from recovery_codes where account_id = ?').bind(attacker.user.id).all()
    expect(codes.results).toEqual([])
  })
})

describe('unexpired e-mail change', () => {
  it('a change of address that was begun before cannot be finished after the owner came', async () => {
    const attacker = await newcomer()
    const email = 'attacker.elsewhere@example.com'
    await answer(api('POST', '/account/email/', { as: attacker, body: { email, password: attacker.password } }), 202)
    const token = await letterTo(email, 'email_change')
    const owner = await arrive(attacker.email)
    await answer(api('POST', '/auth/email-change/confirm/', { body: { token } }), 404)
    expect((await answer(owner.me(), 200)).email).toBe(attacker.email)
  })

  it('and neither can a password reset or a verification that was asked for before', async () => {
    const attacker = await newcomer()
    await answer(api('POST', '/auth/password-reset/', { body: { email: attacker.email } }), 202)
    const reset = await letterTo(attacker.email, 'password_reset')
    const verification = await letterTo(attacker.email, 'email_verification')
    await arrive(attacker.email)
    const body = { token: reset, password: 'chosen by the attacker' }
    await answer(api('POST', '/auth/password-reset/confirm/', { body }), 404)
    await answer(api('POST', '/auth/verify-email/', { body: { token: verification } }), 404)
  })
})

describe('non-verifying provider', () => {
  it('an address that the provider has not verified opens, links and prepares nothing', async () => {
    const person = await student()
    for (const email of [person.email, 'not.there.yet@example.com']) {
      const attacker = new Browser()
      expect(await attacker.withGoogle({ email, unverified: 'on' })).toBe('/login?google=unverified')
      await answer(attacker.call('GET', '/auth/google/pending/'), 404)
      await answer(attacker.me(), 401)
    }
    const accounts = await env.DB.prepare("select id from accounts where email_key = 'not.there.yet@example.com'").all()
    expect(accounts.results).toEqual([])
  })

  it('nor can somebody signed in connect it', async () => {
    const person = await student()
    const browser = new Browser().signIn(person)
    const { location } = await answer(browser.call('POST', '/account/google/', { password: person.password }), 200)
    const back = await browser.consent(location, { email: 'victim@example.com', unverified: 'on' })
    expect(await browser.visit(back)).toBe('/settings/google?google=unverified')
  })
})
