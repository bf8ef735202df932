import { env } from 'cloudflare:test'
import Argon2 from '@phi-ag/argon2'
import wasm from '@phi-ag/argon2/argon2.wasm'
import { describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { runJobs } from '../lib/jobs'
import { answer, api, applicant, eventually, ORIGIN, student } from '../test/world'
import { accountJobs } from './accounts.jobs'

const JOHN = { name: 'John Doe', email: 'john@example.com', password: 'SecurePass123!', accepted_terms: true }
const register = (body: unknown, from = '198.51.100.1') =>
  api('POST', '/auth/student/register/', { body, headers: { 'cf-connecting-ip': from } })

const cookieOf = (response: Response) => /__Host-session=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1]

describe('registration', () => {
  it('takes the request of the seed document verbatim and answers in its shape', async () => {
    const response = await register(JOHN)
    const cookie = cookieOf(response)
    const made = await answer(response, 201)
    expect(made).toMatchObject({
      message: 'Student registered successfully',
      user: { name: 'John Doe', roles: ['student'], mentor_id: null },
    })
    expect(made.student_id).toMatch(/^S\d{6}$/)
    expect(cookie).toBe(made.token)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Lax/)
    expect(await answer(api('GET', '/auth/me', { as: { token: made.token } as never }), 200)).toEqual(made.user)
  })

  it('knows an e-mail however it is typed, and keeps what was typed for sending', async () => {
    await answer(register({ ...JOHN, email: 'Ｍixed.Case@Example.com' }, '198.51.101.1'), 422)
    await answer(register({ ...JOHN, email: 'Mixed.Case@Example.com' }, '198.51.101.1'), 201)
    const problem = await answer(register({ ...JOHN, email: 'mixed.case@EXAMPLE.COM' }, '198.51.101.1'), 409)
    expect(problem).toMatchObject({ code: 'email_taken', errors: { email: [expect.any(String)] } })
    const kept = await env.DB.prepare("select email from accounts where email_key = 'mixed.case@example.com'").first(
      'email',
    )
    expect(kept).toBe('Mixed.Case@Example.com')
  })

  it('gives display ids without a gap, also when an e-mail was taken in between', async () => {
    const first = await student()
    await answer(register({ ...JOHN, email: first.email }, '198.51.102.1'), 409)
    const second = await student()
    expect(Number(second.user.student_id.slice(1)) - Number(first.user.student_id.slice(1))).toBe(1)
  })

  it.each([
    ['terms not accepted', { accepted_terms: false }, 'accepted_terms'],
    ['a short password', { password: 'short' }, 'password'],
    ['a common password', { password: 'Password123' }, 'password'],
    ['a stated age under 13', { date_of_birth: '2020-01-01' }, 'date_of_birth'],
    ['an unknown zone', { time_zone: 'Mars/Olympus' }, 'time_zone'],
    ['an unknown field', { is_staff: true }, 'is_staff'],
    ['a wrong type', { name: 7 }, 'name'],
    ['a name of nothing but control characters', { name: '\u202e\u0007' }, 'name'],
  ])('refuses %s and says where', async (_, fault, field) => {
    const problem = await answer(register({ ...JOHN, email: 'fault@example.com', ...fault }, '198.51.103.1'), 422)
    expect(problem.code).toBe('invalid_input')
    expect(problem.errors[field]).toHaveLength(1)
    expect(
      await env.DB.prepare("select count(*) as n from accounts where email_key = 'fault@example.com'").first('n'),
    ).toBe(0)
  })

  it('strips direction overrides from a name and keeps every script', async () => {
    const name = 'مها \u202eevil علي 🧑🏽‍🚀'
    const person = await student({ name })
    expect(person.user.name).toBe('مها evil علي 🧑🏽‍🚀')
  })

  it('allows ten registrations an hour from one network, and others go on', async () => {
    const tries = await Promise.all(
      Array.from({ length: 11 }, (_, i) =>
        register({ ...JOHN, email: `crowd${i}@example.com`, password: 'short' }, '203.0.113.9'),
      ),
    )
    expect(tries.map(({ status }) => status).every((status) => status === 422)).toBe(true)
    const flood = await Promise.all(
      Array.from({ length: 11 }, (_, i) => register({ ...JOHN, email: `flood${i}@example.com` }, `203.0.114.${i}`)),
    )
    expect(flood.filter(({ status }) => status === 429)).toHaveLength(1)
    expect(flood.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/)
    await answer(register({ ...JOHN, email: 'elsewhere@example.com' }, '203.0.115.1'), 201)
  })

  it('adds the mentor role to an account that is signed in, once', async () => {
    const person = await student()
    const add = () => api('POST', '/auth/mentor/register/', { as: person, body: { accepted_terms: true } })
    const made = await answer(add(), 201)
    expect(made.user.roles).toEqual(['student', 'mentor'])
    expect((await answer(add(), 201)).mentor_id).toBe(made.mentor_id)
    await answer(api('POST', '/auth/mentor/register/', { body: { accepted_terms: true } }), 401)
  })
})

describe('signing in', () => {
  it('works by e-mail and by either display id, and answers the same words to every failure', async () => {
    const person = await applicant()
    for (const by of [
      { email: person.email.toUpperCase() },
      { id: person.user.student_id },
      { id: person.mentor_id },
    ]) {
      expect(
        (await answer(api('POST', '/auth/login/', { body: { ...by, password: person.password } }), 200)).user.id,
      ).toBe(person.user.id)
    }
    const wrong = await answer(
      api('POST', '/auth/login/', { body: { email: person.email, password: 'not this one' } }),
      401,
    )
    const unknown = await answer(
      api('POST', '/auth/login/', { body: { email: 'nobody@example.com', password: 'not this one' } }),
      401,
    )
    expect({ ...wrong, request_id: '' }).toEqual({ ...unknown, request_id: '' })
    await answer(
      api('POST', '/auth/login/', { body: { email: person.email, id: person.mentor_id, password: 'x' } }),
      422,
    )
  })

  it('does not lock the owner out when a stranger fails', async () => {
    const person = await student()
    const login = (password: string, from: string) =>
      api('POST', '/auth/login/', { body: { email: person.email, password }, headers: { 'cf-connecting-ip': from } })
    const tries = await Promise.all(Array.from({ length: 12 }, () => login('a guess', '203.0.120.5')))
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(2)
    await answer(login(person.password, '203.0.121.5'), 200)
  })

  it('does the same work for an address that nobody has, in similar time', async () => {
    const { email } = await student()
    const timed = async (whom: string, i: number): Promise<[number, string | null]> => {
      const from = performance.now()
      const headers = { 'cf-connecting-ip': `203.0.${122 + i}.5` }
      const response = await api('POST', '/auth/login/', { body: { email: whom, password: 'a guess' }, headers })
      await answer(response, 401)
      return [performance.now() - from, response.headers.get('x-trips')?.split(' ')[0] ?? null]
    }
    const median = (times: [number, unknown][]) => times.map(([ms]) => ms).toSorted((a, b) => a - b)[4] ?? 0
    const [known, unknown]: [number, string | null][][] = [[], []]
    for (let i = 0; i < 9; i++) {
      known!.push(await timed(email, i))
      unknown!.push(await timed(`nobody${i}@example.com`, i))
    }
    expect(known!.map(([, trips]) => trips)).toEqual(unknown!.map(([, trips]) => trips))
    // Without the hash of nobody's password it would be about a tenth.
    expect(median(unknown!)).toBeGreaterThan(median(known!) / 3)
  })

  it('is refused to a network that tried sixty times, whomever it tried, and to no other', async () => {
    const person = await student()
    const guess = (i: number) =>
      api('POST', '/auth/login/', guessAt(`victim${i}@example.com`, 'a guess', '203.0.140.5'))
    const statuses = (await Promise.all(Array.from({ length: 61 }, (_, i) => guess(i)))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    await answer(api('POST', '/auth/login/', guessAt(person.email, person.password, '203.0.140.77')), 429)
    await answer(api('POST', '/auth/login/', guessAt(person.email, person.password, '203.0.141.5')), 200)
  })
  const guessAt = (email: string, password: string, from: string) => ({
    body: { email, password },
    headers: { 'cf-connecting-ip': from },
  })

  it('stores neither password nor token', async () => {
    const person = await student()
    const rows = await env.DB.prepare(
      'select * from sessions join accounts on accounts.id = account_id where account_id = ?',
    )
      .bind(person.user.id)
      .all()
    const dump = JSON.stringify(rows.results)
    expect(dump).not.toContain(person.token)
    expect(dump).not.toContain(person.password)
    expect(dump).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  it('makes a hash of older parameters anew at the next login', async () => {
    const person = await student()
    const hash = () =>
      env.DB.prepare('select password_hash from accounts where id = ?')
        .bind(person.user.id)
        .first<string>('password_hash')
    // argon2id with m=4096, t=1 of the same password, as an earlier edition might have stored it.
    const argon2 = new Argon2(await WebAssembly.instantiate(wasm, {}))
    const { encoded } = argon2.hash(person.password, { memoryCost: 4096, timeCost: 1, parallelism: 1 })
    await env.DB.prepare('update accounts set password_hash = ? where id = ?').bind(encoded, person.user.id).run()
    const login = () => api('POST', '/auth/login/', { body: { email: person.email, password: person.password } })
    await answer(login(), 200)
    expect(await hash()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    await answer(login(), 200)
  })

  it('takes a cookie from our own pages and lets Authorization win over it', async () => {
    const [asha, ben] = [await student(), await student()]
    const cookie = `__Host-session=${asha.token}`
    expect((await answer(api('GET', '/auth/me/', { headers: { cookie } }), 200)).id).toBe(asha.user.id)
    expect((await answer(api('GET', '/auth/me/', { as: ben, headers: { cookie } }), 200)).id).toBe(ben.user.id)
    const change = (origin?: string) =>
      api('PUT', '/student/profile/', { headers: { cookie, ...(origin && { origin }) }, body: { college: 'COEP' } })
    await answer(change(ORIGIN), 200)
    expect((await answer(change('https://evil.example.com'), 403)).code).toBe('foreign_origin')
    expect((await answer(change(), 403)).code).toBe('foreign_origin')
  })

  it('ends one session or all of them', async () => {
    const person = await student()
    const again = async () =>
      ({
        token: (
          await answer(api('POST', '/auth/login/', { body: { email: person.email, password: person.password } }), 200)
        ).token,
      }) as never
    const [phone, desk] = [await again(), await again()]
    await answer(api('POST', '/auth/logout/', { as: phone }), 204)
    await answer(api('GET', '/auth/me/', { as: phone }), 401)
    await answer(api('GET', '/auth/me/', { as: desk }), 200)
    await answer(api('POST', '/auth/logout/?everywhere=true', { as: desk }), 204)
    await answer(api('GET', '/auth/me/', { as: person }), 401)
  })

  it('refuses a session that has expired', async () => {
    const person = await student()
    await env.DB.prepare('update sessions set expires_at = 1 where account_id = ?').bind(person.user.id).run()
    expect((await answer(api('GET', '/auth/me/', { as: person }), 401)).code).toBe('not_signed_in')
  })
})

describe('a person', () => {
  const today = now()
  const born = (years: number, days: number): string => {
    const day = new Date(today.getTime() + 5.5 * 3_600_000 + days * 86_400_000)
    day.setUTCFullYear(day.getUTCFullYear() - years)
    return day.toISOString().slice(0, 10)
  }

  it.each([
    ['turns 18 today in Kolkata', { date_of_birth: born(18, 0) }, { birth_date_known: true, is_minor: false }],
    ['turns 18 tomorrow', { date_of_birth: born(18, 1) }, { birth_date_known: true, is_minor: true }],
    ['has not said', { date_of_birth: undefined }, { birth_date_known: false, is_minor: true }],
  ])('who %s is told so', async (_, wish, expected) => {
    const person = await student(wish)
    expect(person.user).toMatchObject({ ...expected, staff_roles_waiting: false })
    expect(await answer(api('GET', '/auth/me/', { as: person }), 200)).toMatchObject(expected)
  })
})

it('moves the end of a session that is used, at most once an hour', async () => {
  const person = await student()
  const end = async () =>
    Number(
      await env.DB.prepare('select expires_at from sessions where account_id = ?')
        .bind(person.user.id)
        .first('expires_at'),
    )
  const first = await end()
  await answer(api('GET', '/auth/me/', { as: person }), 200)
  expect(await end()).toBe(first)
  await env.DB.prepare(
    'update sessions set seen_at = seen_at - 3700000, expires_at = expires_at - 3700000 where account_id = ?',
  )
    .bind(person.user.id)
    .run()
  const cookie = `__Host-session=${person.token}`
  const response = await api('GET', '/auth/me/', { headers: { cookie } })
  await response.body?.cancel()
  expect(cookieOf(response)).toBe(person.token)
  await eventually(async () => (await end()) >= first)
})

it('clears sessions that ran out away, and leaves the others', async () => {
  const [old, current] = [await student(), await student()]
  await env.DB.prepare('update sessions set expires_at = 1 where account_id = ?').bind(old.user.id).run()
  await runJobs(env, accountJobs)
  const left = await env.DB.prepare('select account_id from sessions where account_id in (?, ?)')
    .bind(old.user.id, current.user.id)
    .all()
  expect(left.results).toEqual([{ account_id: current.user.id }])
})
