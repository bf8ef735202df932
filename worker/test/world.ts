import { env, SELF } from 'cloudflare:test'
import type { User } from '../contract/accounts'
import type { Offer } from '../contract/availability'
import { now } from '../lib/clock'

export const ORIGIN = 'http://localhost:8787'

export interface Person {
  token: string
  user: User
  email: string
  password: string
}
export interface Teacher extends Person {
  mentor_id: string
  offer: Offer
}

interface Options {
  as?: Person | undefined
  body?: unknown
  headers?: Record<string, string>
}

/** People call from networks of their own, so that limits per network do not couple tests. */
const networkOf = ({ token }: Person) => ({
  'cf-connecting-ip': `172.${token.charCodeAt(0)}.${token.charCodeAt(1)}.1`,
})

/** Calls the API as a client does: `api('POST', '/student/book-session/', {as: student, body})`. */
export async function api(method: string, path: string, { as, body, headers }: Options = {}): Promise<Response> {
  return SELF.fetch(`${ORIGIN}/api${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(as && { authorization: `Token ${as.token}`, ...networkOf(as) }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

/** The JSON of an answer that must have this status. */
export async function answer<T = any>(response: Response | Promise<Response>, status: number): Promise<T> {
  const got = await response
  const text = await got.text()
  if (got.status !== status) throw new Error(`expected ${status}, got ${got.status}: ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

let people = 0
/** Each newcomer has a network of their own, so that limits per network do not couple tests. */
const network = (): Record<string, string> => ({ 'cf-connecting-ip': `10.${(people >> 8) & 255}.${people & 255}.1` })

/** What a person does by mail and with an authenticator, done at once. */
const settle = (sql: string, ...values: unknown[]): Promise<unknown> =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()

async function register(
  role: 'student' | 'mentor',
  wish: Record<string, unknown> = {},
  proven = true,
): Promise<Person & { mentor_id?: string }> {
  people++
  const email = `${role}${people}@example.com`
  const password = `correct horse ${people}`
  const body = {
    name: `${role === 'student' ? 'Ila' : 'Ravi'} ${people}`,
    email,
    password,
    accepted_terms: true,
    time_zone: 'Asia/Kolkata',
    date_of_birth: '2001-02-03',
    ...wish,
  }
  const made = await answer(api('POST', `/auth/${role}/register/`, { body, headers: network() }), 201)
  const person = { ...made, email: String(body.email), password }
  if (proven) {
    await settle('update accounts set email_verified_at = created_at where id = ?', person.user.id)
    person.user.email_verified = true
  }
  return person
}

/** Of age, with a proven address. */
export const student = (wish?: Record<string, unknown>): Promise<Person> => register('student', wish)
/** Sixteen today, wherever they are. */
export const minor = (): Promise<Person> =>
  student({ date_of_birth: `${now().getUTCFullYear() - 16}-01-01`, name: 'Young Yash' })
/** Signed up a moment ago; the code in the mail is not typed yet. */
export const newcomer = (wish?: Record<string, unknown>): Promise<Person> => register('student', wish, false)

export const OFFER = {
  title: 'Mock interview',
  minutes: 60,
  amount_minor: 150_000,
  currency: 'INR',
  minimum_notice_minutes: 0,
}
export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '09:00', end: '21:00' }))

/** Applied, not approved, with an offer and a week. */
export async function applicant(wish?: Record<string, unknown>, offer: Record<string, unknown> = {}): Promise<Teacher> {
  const person = await register('mentor', wish)
  await answer(
    api('PUT', '/mentor/availability/', { as: person, body: { time_zone: 'Asia/Kolkata', weekly: EVERY_DAY } }),
    200,
  )
  const made = await answer<Offer>(api('POST', '/mentor/offers/', { as: person, body: { ...OFFER, ...offer } }), 201)
  return { ...person, mentor_id: String(person.mentor_id), offer: made }
}

let staff: Promise<Person> | undefined
/** The database was emptied: nobody from before exists. */
export const newWorld = (): void => void (staff = undefined)

export function admin(): Promise<Person> {
  staff ??= student({ name: 'Staff' }).then(async (person) => {
    const at = now().getTime()
    await settle("insert into account_roles (account_id, role, granted_at) values (?, 'admin', ?)", person.user.id, at)
    // The session has shown a second factor, as staff must.
    await settle('update sessions set second_factor_at = ? where account_id = ?', at, person.user.id)
    return person
  })
  return staff
}

/** Listed and bookable every day from nine to nine in Kolkata. */
export async function mentor(wish?: Record<string, unknown>, offer: Record<string, unknown> = {}): Promise<Teacher> {
  const person = await applicant(wish, offer)
  const body = { decision: 'approve', reason: 'Evidence was read' }
  await answer(
    api('POST', `/admin/mentor-applications/${person.mentor_id}/decision/`, { as: await admin(), body }),
    200,
  )
  return person
}

/** Free times of a mentor's offer from tomorrow on. */
export async function freeSlots(teacher: Teacher, days = 7): Promise<{ start_time: string; end_time: string }[]> {
  const from = new Date(now().getTime() + 86_400_000)
  const to = new Date(from.getTime() + days * 86_400_000)
  const query = new URLSearchParams({ offer_id: teacher.offer.id, from: from.toISOString(), to: to.toISOString() })
  return (await answer(api('GET', `/mentors/${teacher.mentor_id}/slots/?${query}`), 200)).items
}

/** A hold of the mentor's `nth` free time: `{booking, order}`. */
export async function hold(who: Person, teacher: Teacher, nth = 0): Promise<any> {
  const slot = (await freeSlots(teacher))[nth]
  if (!slot) throw new Error('no free slot')
  const body = {
    mentor_id: teacher.mentor_id,
    offer_id: teacher.offer.id,
    start_time: slot.start_time,
    time_zone: 'Asia/Kolkata',
  }
  return answer(api('POST', '/student/book-session/', { as: who, body }), 201)
}

/** Waits for something that a queue or an object brings about; asks again rather than sleeping for a guess. */
export async function eventually<T>(ask: () => Promise<T | undefined | false | null>, within = 15_000): Promise<T> {
  const until = performance.now() + within
  for (;;) {
    const found = await ask()
    if (found) return found
    if (performance.now() > until) throw new Error('it did not happen')
    await scheduler.wait(20)
  }
}
