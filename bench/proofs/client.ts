import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'

export interface Person {
  token: string
  id: string
  email: string
  student_id: string
}
export interface Teacher extends Person {
  mentor_id: string
}
export interface Answer {
  status: number
  body: any
}
interface Asked {
  as?: Person | undefined
  body?: unknown
  key?: string
}

let called = 0

/** A client of the API at one address. Everything a proof does goes through here, as anybody else's request would. */
export function clientOf(url: () => string) {
  async function ask(method: string, path: string, { as, body, key }: Asked = {}): Promise<Answer> {
    called++
    const response = await fetch(`${url()}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(as && { authorization: `Token ${as.token}` }),
        ...(key !== undefined && { 'idempotency-key': key }),
        'cf-connecting-ip': `10.${(called >> 16) & 255}.${(called >> 8) & 255}.${called & 255}`,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }

  /** The body of an answer that must have this status. */
  async function must(status: number, method: string, path: string, asked: Asked = {}): Promise<any> {
    const answer = await ask(method, path, asked)
    if (answer.status !== status)
      throw new Error(`${method} ${path}: ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async function codeFor(email: string): Promise<string> {
    for (;;) {
      const { items } = await must(200, 'GET', `/sandbox/mailbox/?to=${encodeURIComponent(email)}`)
      const code = /\d{6}/.exec(items[0]?.subject ?? '')?.[0]
      if (code) return code
    }
  }

  async function register(role: 'student' | 'mentor', name: string): Promise<Teacher> {
    const email = `${randomUUID()}@example.com`
    const made = await must(201, 'POST', `/api/auth/${role}/register/`, {
      body: {
        name,
        email,
        password: randomUUID(),
        accepted_terms: true,
        date_of_birth: '2000-02-03',
        time_zone: 'Asia/Kolkata',
      },
    })
    const person = {
      token: made.token,
      id: made.user.id,
      email,
      student_id: made.user.student_id,
      mentor_id: made.mentor_id,
    }
    await must(200, 'POST', '/api/auth/verify-email/', { as: person, body: { code: await codeFor(email) } })
    return person
  }

  /** Of age, with a proven address. */
  const student = (name = 'Proof Student'): Promise<Person> => register('student', name)

  /** Approved, open all day and night, without an offer. */
  async function mentor(admin: Person, name = 'Proof Mentor'): Promise<Teacher> {
    const teacher = await register('mentor', name)
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' }))
    await must(200, 'PUT', '/api/mentor/availability/', { as: teacher, body: { time_zone: 'Asia/Kolkata', weekly } })
    await must(200, 'POST', `/api/admin/mentor-applications/${teacher.mentor_id}/decision/`, {
      as: admin,
      body: { decision: 'approve', reason: 'Needed for a proof' },
    })
    return teacher
  }

  const offer = (as: Person, wish: Record<string, unknown> = {}): Promise<any> =>
    must(201, 'POST', '/api/mentor/offers/', {
      as,
      body: { title: 'Proof', minutes: 60, amount_minor: 100_000, currency: 'INR', minimum_notice_minutes: 0, ...wish },
    })

  /** The seed world's admin, with the second factor that the sandbox tells. */
  async function admin(): Promise<Person> {
    await must(200, 'POST', '/sandbox/limits/', { body: { scale: 100_000 } })
    await must(200, 'POST', '/sandbox/cron/', { body: { job: 'plant_seed_world' } })
    const { accounts, now } = await must(200, 'GET', '/sandbox/')
    const { email, password, totp_secret } = accounts.find((one: any) => one.totp_secret)
    const { ticket } = await must(200, 'POST', '/api/auth/login/', { body: { email, password } })
    for (const offset of [-30_000, 0, 30_000]) {
      const code = new TOTP({ secret: totp_secret }).generate({ timestamp: Date.parse(now) + offset })
      const { status, body } = await ask('POST', '/api/auth/login/totp/', { body: { ticket, code } })
      if (status === 200) return { token: body.token, id: body.user.id, email, student_id: body.user.student_id }
    }
    throw new Error('every code of this minute was used')
  }

  const slots = async (
    teacher: Teacher,
    offer_id: string,
    days = 14,
  ): Promise<{ start_time: string; end_time: string }[]> => {
    const now = await clock()
    const query = new URLSearchParams({
      offer_id,
      from: new Date(now + 86_400_000).toISOString(),
      to: new Date(now + (1 + days) * 86_400_000).toISOString(),
    })
    return (await must(200, 'GET', `/api/mentors/${teacher.mentor_id}/slots/?${query}`)).items
  }

  const hold = (as: Person, teacher: Teacher, offer_id: string, start_time: string, key?: string): Promise<Answer> =>
    ask('POST', '/api/student/book-session/', {
      as,
      body: { mentor_id: teacher.mentor_id, offer_id, start_time, time_zone: 'Asia/Kolkata' },
      ...(key !== undefined && { key }),
    })

  /** Every booking of a person, on all pages. */
  async function bookings(as: Person): Promise<any[]> {
    const all = []
    for (const when of ['upcoming', 'past']) {
      for (let cursor = ''; ;) {
        const page = await must(200, 'GET', `/api/bookings/?when=${when}&limit=100${cursor}`, { as })
        all.push(...page.items)
        if (page.next_cursor === null) break
        cursor = `&cursor=${encodeURIComponent(page.next_cursor)}`
      }
    }
    return all
  }

  const clock = async (): Promise<number> => Date.parse((await must(200, 'GET', '/sandbox/')).now)
  const advance = (seconds: number): Promise<unknown> =>
    must(200, 'POST', '/sandbox/clock/', { body: { advance_seconds: seconds } })
  const pay = (razorpay_order_id: string, outcome = 'captured'): Promise<Answer> =>
    ask('POST', `/sandbox/razorpay/orders/${razorpay_order_id}/pay/`, { body: { outcome } })

  return { ask, must, student, mentor, offer, admin, slots, hold, bookings, clock, advance, pay }
}

export type Client = ReturnType<typeof clientOf>

/** Asks until it is so: what queues bring about comes within a moment. */
export async function until<T>(look: () => Promise<T | undefined | false>, seconds = 20): Promise<T> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > end) throw new Error('it did not come about')
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Bookings that keep their time, of which no two may overlap. */
const LIVE = ['held', 'pending', 'confirmed', 'in_progress', 'completed']
export function overlapsAmong(bookings: any[]): [any, any][] {
  const live = bookings
    .filter(({ state }) => LIVE.includes(state))
    .toSorted((a, b) => a.start_time.localeCompare(b.start_time))
  return live.flatMap((one, i) =>
    live[i + 1] && live[i + 1].start_time < one.end_time && live[i + 1].room_id !== one.room_id
      ? [[one, live[i + 1]] as [any, any]]
      : [],
  )
}
