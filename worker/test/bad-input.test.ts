import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { answer, api, hold, mentor, ORIGIN, student, type Person, type Teacher } from './world'

let ila: Person
let ravi: Teacher

beforeAll(async () => {
  ila = await student()
  ravi = await mentor()
})

const tables = [
  'accounts',
  'bookings',
  'orders',
  'payment_events',
  'ledger_lines',
  'conversations',
  'mentors',
  'offers',
]
const census = async () =>
  Promise.all(tables.map((table) => env.DB.prepare(`select count(*) as n from ${table}`).first('n')))

describe('bad input', () => {
  const json = { 'content-type': 'application/json' }
  const cases: [string, number, string, () => Promise<Response>][] = [
    ['malformed JSON', 400, 'malformed_json', () => api('POST', '/student/detail/', { as: ila, body: '{"bio": ' })],
    [
      'a body of another type',
      415,
      'unsupported_media_type',
      () =>
        api('POST', '/student/detail/', {
          as: ila,
          body: 'bio=x',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
    ],
    ['unknown fields', 422, 'invalid_input', () => api('POST', '/student/detail/', { as: ila, body: { admin: true } })],
    ['wrong types', 422, 'invalid_input', () => api('POST', '/student/detail/', { as: ila, body: { skills: 'Go' } })],
    ['an array for an object', 422, 'invalid_input', () => api('POST', '/student/detail/', { as: ila, body: [] })],
    [
      'a body of 300 KB',
      413,
      'body_too_large',
      () => api('POST', '/student/detail/', { as: ila, body: { bio: 'x'.repeat(300_000) } }),
    ],
    [
      'a lone surrogate',
      422,
      'invalid_input',
      () => api('POST', '/student/detail/', { as: ila, body: '{"bio": "\\ud800"}' }),
    ],
    ['a page of a thousand', 422, 'invalid_input', () => api('GET', '/mentors/?limit=1000')],
    ['an unknown query', 422, 'invalid_input', () => api('GET', '/mentors/?order=evil')],
    [
      'a key of spaces',
      422,
      'invalid_input',
      () => api('POST', '/student/book-session/', { as: ila, body: {}, headers: { 'idempotency-key': 'a b' } }),
    ],
    ['an id that is none', 404, 'not_found', () => api('GET', '/mentors/M1/')],
    ['a path that is none', 404, 'not_found', () => api('GET', '/nothing/at/all/')],
    ['a method that is none', 404, 'not_found', () => api('DELETE', '/auth/me/', { as: ila })],
    [
      'an order of somebody else',
      404,
      'not_found',
      async () => {
        const { booking } = await hold(await student(), ravi, 7)
        return api('POST', '/mentor/create-order/', { as: ila, body: { booking_id: booking.id } })
      },
    ],
    [
      'a forged webhook',
      400,
      'invalid_signature',
      () =>
        SELF.fetch(`${ORIGIN}/api/payments/webhook/`, {
          method: 'POST',
          headers: { ...json, 'x-razorpay-signature': 'f'.repeat(64) },
          body: '{"event":"payment.captured"}',
        }),
    ],
  ]

  it.each(cases)('%s is %i %s and changes nothing', async (name, status, code, send) => {
    const prepared = name.startsWith('an order') ? undefined : await census()
    const response = await send()
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = await answer(response, status)
    expect(problem).toMatchObject({ code, status, request_id: response.headers.get('x-request-id') })
    expect(JSON.stringify(problem)).not.toMatch(/sqlite|select |stack|at .*\.ts/i)
    if (prepared) expect(await census()).toEqual(prepared)
  })

  it('a cursor that is none begins at the beginning', async () => {
    for (const cursor of ['garbage', btoa('{"a":1}'), '%00']) {
      await answer(api('GET', `/mentors/?cursor=${encodeURIComponent(cursor)}`), 200)
      await answer(api('GET', `/bookings/?cursor=${encodeURIComponent(cursor)}`, { as: ila }), 200)
      await answer(api('GET', `/notifications/?cursor=${encodeURIComponent(cursor)}`, { as: ila }), 200)
      await answer(api('GET', `/chat/conversations/?cursor=${encodeURIComponent(cursor)}`, { as: ila }), 200)
    }
  })
})

describe('every answer', () => {
  it('carries the server’s time, a request id and headers that harm nobody', async () => {
    const response = await api('GET', '/site-status/')
    await response.body?.cancel()
    const headers = Object.fromEntries(response.headers)
    expect(Date.parse(headers['x-server-now'] ?? '')).toBeGreaterThan(0)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  })

  it('is the same with and without the trailing slash', async () => {
    for (const path of [
      '/site-status',
      '/platform-stats',
      `/mentors/${ravi.mentor_id}`,
      '/auth/me',
      '/student/profile',
    ]) {
      expect(await answer(api('GET', path, { as: ila }), 200)).toEqual(
        await answer(api('GET', `${path}/`, { as: ila }), 200),
      )
    }
  })
})

it('is described by an OpenAPI 3.1 document and a page to read it on', async () => {
  const document = await answer(api('GET', '/openapi.json'), 200)
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/student/book-session/')
  expect(document.paths['/api/bookings/{id}/cancel/'].post).toMatchObject({ operationId: 'cancelBooking' })
  const response = await api('GET', '/docs')
  const page = await response.text()
  expect(page).toContain('/api/student/book-session/')
  // The page's own policy must name its style, or browsers show it bare.
  const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? ''
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  const named = btoa(String.fromCharCode(...new Uint8Array(hash)))
  expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${named}'`)
})
