import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { advance } from '../payments/desk'
import { answer, api, newcomer, student, type Person } from '../test/world'
import { again, finish, isSignedIn, login, mailTo, nextCode, statuses, ticketOf, tokenIn, withTotp } from './desk'
import { codeAt } from './totp.rules'

const begin = (as: Person, body: Record<string, unknown> = { password: as.password }) =>
  api('POST', '/account/totp/', { as, body })
const confirm = (as: Person, code: string) => api('POST', '/account/totp/confirm/', { as, body: { code } })
const disable = (as: Person, body: Record<string, unknown>) => api('POST', '/account/totp/disable/', { as, body })
const renew = (as: Person, code: string) => api('POST', '/account/totp/recovery-codes/', { as, body: { code } })
const security = (as: Person) => answer(api('GET', '/account/security/', { as }), 200)
const me = (as: Person) => answer(api('GET', '/auth/me/', { as }), 200)
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('two-step sign-in', () => {
  it('begins with the password and is on after a first code, with ten recovery codes shown once', async () => {
    const person = await student()
    expect(await security(person)).toEqual({
      has_password: true,
      password_changed_at: null,
      totp_enabled: false,
      recovery_codes_left: 0,
      google: null,
      staff_needs_totp: false,
    })
    expect((await answer(begin(person, { password: 'not mine' }), 422)).errors.password).toHaveLength(1)
    const { secret, uri } = await answer(begin(person), 200)
    expect(uri).toBe(
      `otpauth://totp/AspireX:${encodeURIComponent(person.email)}?issuer=AspireX&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    )
    expect((await login(person.email, person.password)).status).toBe(200)
    expect((await security(person)).totp_enabled).toBe(false)
    const code = codeAt(secret, now())
    expect((await answer(confirm(person, wrong(code)), 422)).errors.code).toHaveLength(1)
    const { recovery_codes } = await answer(confirm(person, code), 200)
    expect(new Set(recovery_codes).size).toBe(10)
    for (const one of recovery_codes) expect(one).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
    expect(await security(person)).toMatchObject({ totp_enabled: true, recovery_codes_left: 10 })
    await answer(confirm(person, code), 409)
    await mailTo(person.email, 'totp_enabled')
  })

  it('needs a proven address', async () => {
    expect(await answer(begin(await newcomer()), 403)).toMatchObject({ code: 'email_unverified' })
  })

  it('turns the password into a ticket, and the code into a session', async () => {
    const person = await withTotp()
    const response = await login(person.email, person.password)
    expect(response.headers.get('set-cookie')).toBeNull()
    const asked = await answer(response, 200)
    expect(asked).toEqual({ second_factor: 'totp', ticket: expect.any(String) })
    expect(await isSignedIn({ ...person, token: asked.ticket })).toBe(false)
    const entered = await finish(asked.ticket, await nextCode(person))
    expect(entered.headers.get('set-cookie')).toContain('__Host-session=')
    const { token, user } = await answer(entered, 200)
    expect(user.id).toBe(person.user.id)
    expect(await isSignedIn({ ...person, token })).toBe(true)
  })

  it('takes a code one step early or late, and none that is older', async () => {
    const person = await withTotp()
    await advance(120)
    const at = (seconds: number) => codeAt(person.secret, new Date(now().getTime() + seconds * 1000))
    await answer(finish(await ticketOf(person), at(-61)), 401)
    await answer(finish(await ticketOf(person), at(-29)), 200)
    await answer(finish(await ticketOf(person), at(29)), 200)
    await answer(finish(await ticketOf(person), at(91)), 401)
  })

  it('takes each code once, also where two sign in with it at the same moment', async () => {
    const person = await withTotp()
    const [first, second, third] = [await ticketOf(person), await ticketOf(person), await ticketOf(person)]
    const code = await nextCode(person)
    expect(await statuses([finish(first, code), finish(second, code)])).toEqual([200, 401])
    await answer(finish(third, code), 401)
  })

  it('takes each ticket once', async () => {
    const person = await withTotp()
    const ticket = await ticketOf(person)
    const code = await nextCode(person)
    const recovery = person.recovery_codes[0]!
    expect(await statuses([finish(ticket, code), finish(ticket, recovery)])).toEqual([200, 404])
    await answer(finish(ticket, await nextCode(person)), 404)
  })

  it('has tickets for five minutes and five tries', async () => {
    const person = await withTotp()
    const ticket = await ticketOf(person)
    const code = await nextCode(person)
    for (let i = 0; i < 5; i++) expect((await answer(finish(ticket, wrong(code)), 401)).errors.code).toHaveLength(1)
    expect(await answer(finish(ticket, code), 404)).toMatchObject({ code: 'not_found' })
    const late = await ticketOf(person)
    await advance(5 * 60 + 1)
    await answer(finish(late, codeAt(person.secret, now())), 404)
  })

  it('is not passed by guesses in parallel: no more than five are looked at', async () => {
    const person = await withTotp()
    const ticket = await ticketOf(person)
    const code = await nextCode(person)
    const guesses = await statuses(Array.from({ length: 40 }, () => finish(ticket, wrong(code))))
    expect(guesses.filter((status) => status === 401)).toHaveLength(5)
    await answer(finish(ticket, code), 404)
  })

  it('is not passed by many sign-ins of who knows the password; the owner chooses a new one and is in', async () => {
    const person = await withTotp()
    for (let i = 0; i < 10; i++) {
      const ticket = await ticketOf(person)
      await statuses(Array.from({ length: 5 }, () => finish(ticket, 'zzzzz-zzzzz')))
    }
    const code = await nextCode(person)
    expect(await answer(finish(await ticketOf(person), code), 429)).toMatchObject({ code: 'too_many_requests' })
    await answer(api('POST', '/auth/password-reset/', { body: { email: person.email } }), 202)
    const token = tokenIn(await mailTo(person.email, 'password_reset'))
    const password = 'not known to anybody'
    await answer(api('POST', '/auth/password-reset/confirm/', { body: { token, password } }), 200)
    await answer(finish(await ticketOf({ ...person, password }), codeAt(person.secret, now())), 200)
  })

  it('does not lock the owner out for guesses with tickets that nobody was given', async () => {
    const person = await withTotp()
    const forged = person.user.id + 'x'.repeat(43)
    await statuses(Array.from({ length: 60 }, () => finish(forged, '000000')))
    await answer(finish(await ticketOf(person), await nextCode(person)), 200)
  })

  it('of an account without it has no tickets', async () => {
    const { user } = await student()
    await answer(finish(user.id + 'x'.repeat(43), '000000'), 404)
  })

  it('ends tickets when the password changes', async () => {
    const person = await withTotp()
    const ticket = await ticketOf(person)
    const body = { current_password: person.password, password: 'chosen a moment ago' }
    await answer(api('POST', '/account/password/', { as: person, body }), 200)
    await answer(finish(ticket, await nextCode(person)), 404)
  })
})

describe('a recovery code', () => {
  it('stands in for the authenticator, once, however it is typed', async () => {
    const person = await withTotp()
    const [first, second] = person.recovery_codes as [string, string]
    await answer(finish(await ticketOf(person), first), 200)
    expect((await security(person)).recovery_codes_left).toBe(9)
    await answer(finish(await ticketOf(person), first), 401)
    const sloppy = ` ${second.toUpperCase().replace('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `
    await answer(finish(await ticketOf(person), sloppy), 200)
  })

  it('lets one of two in that use it at the same moment', async () => {
    const person = await withTotp()
    const tickets = [await ticketOf(person), await ticketOf(person)]
    const code = person.recovery_codes[0]!
    expect(await statuses(tickets.map((ticket) => finish(ticket, code)))).toEqual([200, 401])
  })

  it('is not used up by a ticket that is over', async () => {
    const person = await withTotp()
    const ticket = await ticketOf(person)
    await advance(5 * 60 + 1)
    await answer(finish(ticket, person.recovery_codes[0]!), 404)
    await answer(finish(await ticketOf(person), person.recovery_codes[0]!), 200)
  })

  it('of somebody else is none', async () => {
    const [ila, ben] = [await withTotp(), await withTotp()]
    await answer(finish(await ticketOf(ila), ben.recovery_codes[0]!), 401)
  })

  it('is replaced with a code: ten new ones work and those before do not, once for each code', async () => {
    const person = await withTotp()
    const code = await nextCode(person)
    await answer(renew(person, wrong(code)), 422)
    const answers = await Promise.all([renew(person, code), renew(person, code)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
    const { recovery_codes } = await answers.find(({ status }) => status === 200)!.json<{ recovery_codes: string[] }>()
    expect((await security(person)).recovery_codes_left).toBe(10)
    await answer(finish(await ticketOf(person), person.recovery_codes[0]!), 401)
    await answer(finish(await ticketOf(person), recovery_codes[0]!), 200)
    await answer(renew(await student(), code), 409)
  })

  it('renews the codes as well, when the authenticator is lost', async () => {
    const person = await withTotp()
    const { recovery_codes } = await answer(renew(person, person.recovery_codes[3]!), 200)
    expect(recovery_codes).not.toContain(person.recovery_codes[3])
    expect((await security(person)).recovery_codes_left).toBe(10)
  })
})

describe('turning it off', () => {
  it('takes the password and a code, and signing in asks for the password alone', async () => {
    const person = await withTotp()
    const ticket = await ticketOf(person)
    const code = await nextCode(person)
    expect((await answer(disable(person, { code }), 422)).errors).toHaveProperty('password')
    const { password } = person
    expect((await answer(disable(person, { password, code: wrong(code) }), 422)).errors).toHaveProperty('code')
    await answer(disable(person, { password, code }), 204)
    expect(await security(person)).toMatchObject({ totp_enabled: false, recovery_codes_left: 0 })
    expect((await answer(login(person.email, password), 200)).token).toEqual(expect.any(String))
    await answer(finish(ticket, await nextCode(person)), 404)
    await answer(disable(person, { password, code: await nextCode(person) }), 409)
    await mailTo(person.email, 'totp_disabled')
  })

  it('takes a recovery code where the authenticator is lost', async () => {
    const person = await withTotp()
    await answer(disable(person, { password: person.password, code: person.recovery_codes[0] }), 204)
  })

  it('is guessed twenty times in a quarter of an hour at most by somebody who holds the session', async () => {
    const person = await withTotp()
    await advance(15 * 60)
    const guess = () => disable(person, { password: person.password, code: 'zzzzz-zzzzz' })
    const tries = await statuses(Array.from({ length: 22 }, guess))
    expect(tries.filter((status) => status === 429)).toHaveLength(2)
  })
})

it('another authenticator takes the place of the first with a code; until it is confirmed the first counts', async () => {
  const person = await withTotp()
  expect((await answer(begin(person), 422)).errors).toHaveProperty('code')
  const { secret } = await answer(begin(person, { password: person.password, code: await nextCode(person) }), 200)
  await answer(finish(await ticketOf(person), await nextCode(person)), 200)
  await answer(confirm(person, await nextCode({ secret })), 200)
  await answer(finish(await ticketOf(person), await nextCode(person)), 401)
  await answer(finish(await ticketOf(person), await nextCode({ secret })), 200)
  await answer(finish(await ticketOf(person), person.recovery_codes[0]!), 401)
})

describe('staff', () => {
  const grant = (person: Person) =>
    env.DB.prepare("insert into account_roles (account_id, role, granted_at) values (?, 'admin', 1)")
      .bind(person.user.id)
      .run()

  it('have their roles in a session that has shown a second factor, and nowhere else', async () => {
    const person = await student()
    await grant(person)
    const waiting = await again(person)
    expect(waiting.user).toMatchObject({ roles: ['student'], staff_roles_waiting: true })
    expect((await security(waiting)).staff_needs_totp).toBe(true)
    const shown = await withTotp(waiting)
    expect(await me(shown)).toMatchObject({ roles: ['student', 'admin'], staff_roles_waiting: false })
    expect(await me(person)).toMatchObject({ roles: ['student'], staff_roles_waiting: true })
    expect((await security(shown)).staff_needs_totp).toBe(false)
    const { user } = await answer(finish(await ticketOf(person), await nextCode(shown)), 200)
    expect(user.roles).toEqual(['student', 'admin'])
  })

  it('cannot turn it off', async () => {
    const person = await student()
    await grant(person)
    const shown = await withTotp(person)
    const proof = { password: shown.password, code: shown.recovery_codes[0] }
    expect(await answer(disable(shown, proof), 409)).toMatchObject({ code: 'state_conflict' })
    await env.DB.prepare('update sessions set second_factor_at = null where account_id = ?').bind(shown.user.id).run()
    await answer(disable(shown, proof), 409)
    expect((await security(shown)).totp_enabled).toBe(true)
  })
})
