import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { TERMS_VERSION } from '../contract/accounts.constants'
import { now } from '../lib/clock'
import { newId } from '../lib/ids'
import { drainOutbox } from '../lib/outbox'
import { advance } from '../payments/desk'
import { answer, api, newcomer, student, type Person } from '../test/world'
import {
  again,
  elsewhere,
  finish,
  isSignedIn,
  login,
  mailsTo,
  mailTo,
  nextCode,
  statuses,
  tokenIn,
  withTotp,
} from './desk'
import { emailKey } from './emails.rules'
import { firstAdmin } from './first-admin'
import { isCommonPassword } from './passwords.rules'

const NEW = 'a new one, quite long'
const ask = (email: string, headers = elsewhere()) => api('POST', '/auth/password-reset/', { body: { email }, headers })
const reset = (token: string, password = NEW) =>
  api('POST', '/auth/password-reset/confirm/', { body: { token, password }, headers: elsewhere() })
const linkFor = async ({ email }: Person, nth = 1): Promise<string> => {
  await answer(ask(email), 202)
  return tokenIn(await mailTo(email, 'password_reset', nth))
}
const change = (as: Person, body: Record<string, unknown>) => api('POST', '/account/password/', { as, body })

describe('a forgotten password', () => {
  it('is replaced by the mailed link, once; every device is signed out and the address is proven', async () => {
    const person = await newcomer()
    const token = await linkFor(person)
    expect(await isSignedIn(person)).toBe(true)
    expect(await answer(reset(token), 200)).toEqual({ email_verified: true })
    expect(await isSignedIn(person)).toBe(false)
    await answer(login(person.email, person.password), 401)
    expect((await answer(login(person.email, NEW), 200)).user.email_verified).toBe(true)
    expect(await answer(reset(token, 'yet another one'), 404)).toMatchObject({ code: 'not_found' })
    await answer(login(person.email, NEW), 200)
    await mailTo(person.email, 'password_changed')
  })

  it('is asked for in the same words by known and unknown addresses, and only the known one gets a mail', async () => {
    const { email } = await student()
    const known = await ask(email.toUpperCase())
    const unknown = await ask('nobody-at-all@example.com')
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
    expect(known.headers.get('x-trips')?.split(' ')[0]).toBe(unknown.headers.get('x-trips')?.split(' ')[0])
    await mailTo(email, 'password_reset')
    expect(await mailsTo('nobody-at-all@example.com', 'password_reset')).toEqual([])
  })

  it('is set by one of two that use the link at the same moment', async () => {
    const person = await student()
    const token = await linkFor(person)
    expect(await statuses([reset(token, 'first choice'), reset(token, 'second choice')])).toEqual([200, 404])
    expect(await statuses([login(person.email, 'first choice'), login(person.email, 'second choice')])).toEqual([
      200, 401,
    ])
  })

  it('cannot be replaced after an hour', async () => {
    const person = await student()
    const token = await linkFor(person)
    await advance(59 * 60)
    const other = await linkFor(person, 2)
    await advance(61)
    await answer(reset(token), 404)
    await answer(reset(other), 200)
  })

  it('is not replaced by a common one, and the link goes on working', async () => {
    const token = await linkFor(await student())
    expect((await answer(reset(token, 'Liverpool1'), 422)).errors.password).toHaveLength(1)
    expect((await answer(reset(token, 'short'), 422)).errors.password).toHaveLength(1)
    await answer(reset(token), 200)
  })

  it('has links of which all die when one was used', async () => {
    const person = await student()
    const [first, second] = [await linkFor(person), await linkFor(person, 2)]
    await answer(reset(second), 200)
    await answer(reset(first), 404)
  })

  it('leaves a second factor where it is', async () => {
    const person = await withTotp()
    const token = await linkFor(person)
    await answer(reset(token), 200)
    const { ticket, token: session } = await answer(login(person.email, NEW), 200)
    expect(session).toBeUndefined()
    await answer(finish(ticket, await nextCode(person)), 200)
  })

  it.each(['x'.repeat(69), `${'0'.repeat(26)}${'x'.repeat(43)}`])('has no link %s', async (token) => {
    await answer(reset(token), 404)
  })

  it('can be asked for by its owner after a stranger asked until they were refused', async () => {
    const { email } = await student()
    const stranger = elsewhere()
    const tries = await statuses(Array.from({ length: 7 }, () => ask(email, stranger)))
    expect(tries).toEqual([202, 202, 202, 202, 202, 429, 429])
    await answer(ask(email), 202)
    await mailTo(email, 'password_reset', 6)
  })

  it('fills no mailbox, however many networks ask; the links that were mailed work', async () => {
    const { email } = await student()
    await Promise.all(Array.from({ length: 14 }, () => answer(ask(email), 202)))
    await mailTo(email, 'password_reset', 10)
    await drainOutbox(env)
    const mails = await mailsTo(email, 'password_reset')
    expect(mails).toHaveLength(10)
    await answer(reset(tokenIn(mails[4]!)), 200)
  })

  it('is refused to one network after twenty addresses', async () => {
    const stranger = elsewhere()
    const tries = await statuses(Array.from({ length: 21 }, (_, i) => ask(`guess${i}@example.com`, stranger)))
    expect(tries.filter((status) => status === 429)).toHaveLength(1)
  })
})

describe('the first admin', () => {
  it('has no password before the mailed link sets one, within 24 hours, and the role after a second factor', async () => {
    const email = 'First.Admin@example.com'
    const at = now()
    const made = { id: newId(at), task: newId(at), email, email_key: emailKey(email), name: "Ann O'Brien" }
    const sql = firstAdmin({ ...made, terms_version: TERMS_VERSION, now: at })
    await env.DB.batch(sql.map((statement) => env.DB.prepare(statement)))
    for (const guess of ['', 'null', 'aspirex-demo']) await answer(login(email, guess || ' '), 401)
    await drainOutbox(env)
    const token = tokenIn(await mailTo(email, 'set_password'))
    await advance(23 * 3600)
    await answer(reset(token), 200)
    const { user, token: session } = await answer(login(email, NEW), 200)
    expect(user).toMatchObject({ name: "Ann O'Brien", email, roles: ['student'], staff_roles_waiting: true })
    expect(user.student_id).toMatch(/^S\d{6}$/)
    const person = await withTotp({ user, email, password: NEW, token: session })
    expect((await answer(api('GET', '/auth/me/', { as: person }), 200)).roles).toEqual(['student', 'admin'])
  })
})

describe('a password', () => {
  it('is changed with the current one; other devices are signed out and the owner is told', async () => {
    const desk = await student()
    const phone = await again(desk)
    for (const current_password of [undefined, 'not this one']) {
      const problem = await answer(change(desk, { current_password, password: NEW }), 422)
      expect(problem.errors).toEqual({ current_password: ['This is not your password'] })
    }
    expect(await answer(change(desk, { current_password: desk.password, password: NEW }), 200)).toEqual({
      password_changed_at: expect.any(String),
    })
    expect([await isSignedIn(desk), await isSignedIn(phone)]).toEqual([true, false])
    await answer(login(desk.email, desk.password), 401)
    await answer(login(desk.email, NEW), 200)
    await mailTo(desk.email, 'password_changed')
  })

  it('is not one of the common ones, and the old one stays', async () => {
    const person = await student()
    const problem = await answer(change(person, { current_password: person.password, password: 'iloveyou1' }), 422)
    expect(problem.errors.password).toHaveLength(1)
    await answer(login(person.email, person.password), 200)
  })

  it('is guessed ten times in a quarter of an hour at most by somebody who holds the session', async () => {
    const person = await student()
    const guess = () => change(person, { current_password: 'a guess', password: NEW })
    const tries = await statuses(Array.from({ length: 12 }, guess))
    expect(tries.filter((status) => status === 429)).toHaveLength(2)
    await answer(change(await again(person), { current_password: person.password, password: NEW }), 429)
    await answer(login(person.email, person.password), 200)
  })

  it('of two changes at the same moment is one of them, and one session is left', async () => {
    const desk = await student()
    const phone = await again(desk)
    const wish = (as: Person, password: string) => change(as, { current_password: desk.password, password })
    const tries = await statuses([wish(desk, 'chosen at the desk'), wish(phone, 'chosen on the phone')])
    expect(tries[0]).toBe(200)
    expect(tries[1]).not.toBe(200)
    expect([await isSignedIn(desk), await isSignedIn(phone)].filter(Boolean)).toHaveLength(1)
    const logins = ['chosen at the desk', 'chosen on the phone'].map((password) => login(desk.email, password))
    expect(await statuses(logins)).toEqual([200, 401])
  })

  it('that is changed leaves no session of a sign-in with the old one at the same moment', async () => {
    const desk = await student()
    const [, ...logins] = await Promise.all([
      answer(change(desk, { current_password: desk.password, password: NEW }), 200),
      ...Array.from({ length: 6 }, () => login(desk.email, desk.password)),
    ])
    const opened = await Promise.all(logins.map((response) => response.json<{ token?: string }>()))
    for (const { token } of opened) if (token) expect(await isSignedIn({ ...desk, token })).toBe(false)
    expect(await isSignedIn(desk)).toBe(true)
  })

  it('ends links and a change of address that were on their way', async () => {
    const person = await student()
    const token = await linkFor(person)
    const wish = { email: `moved-${person.email}`, password: person.password }
    await answer(api('POST', '/account/email/', { as: person, body: wish }), 202)
    const moving = tokenIn(await mailTo(wish.email, 'email_change'))
    await answer(change(person, { current_password: person.password, password: NEW }), 200)
    await answer(reset(token), 404)
    await answer(api('POST', '/auth/email-change/confirm/', { body: { token: moving } }), 404)
  })

  it('is set without a current one where there is none, within 15 minutes of signing in', async () => {
    const [person, late] = [await student(), await student()]
    await env.DB.prepare('update accounts set password_hash = null where id in (?, ?)')
      .bind(person.user.id, late.user.id)
      .run()
    await answer(change(person, { password: NEW }), 200)
    await answer(login(person.email, NEW), 200)
    await advance(16 * 60)
    expect(await answer(change(late, { password: NEW }), 403)).toMatchObject({ code: 'recent_sign_in_required' })
    expect(await answer(change(person, { password: 'without the current one' }), 422)).toMatchObject({
      errors: { current_password: [expect.any(String)] },
    })
  })
})

it.each(['Password', 'ｐａｓｓｗｏｒｄ１', 'trustno1', 'qwertyuiop', '1q2w3e4r5t', 'iloveyou'])(
  'the list of common passwords holds %s',
  (password) => expect(isCommonPassword(password)).toBe(true),
)
it.each(['correct horse battery', 'पासवर्ड नहीं है', 'xk7-Quince-lamp', 'short'])('and does not hold %s', (password) =>
  expect(isCommonPassword(password)).toBe(false),
)
