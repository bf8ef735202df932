import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { moveClock, now } from '../lib/clock'
import { runJobs } from '../lib/jobs'
import { answer, api, applicant, freeSlots, hold, mentor, student } from '../test/world'
import { meetingJobs } from '../meetings/meetings.jobs'
import { connect } from '../test/peer'
import { bookingJobs } from './bookings.jobs'

const wish = (teacher: Awaited<ReturnType<typeof mentor>>, start_time: string, more: Record<string, unknown> = {}) => ({
  mentor_id: teacher.mentor_id,
  offer_id: teacher.offer.id,
  start_time,
  time_zone: 'Europe/Lisbon',
  ...more,
})
const book = (as: Awaited<ReturnType<typeof student>>, body: unknown, headers?: Record<string, string>) =>
  api('POST', '/student/book-session/', { as, body, ...(headers && { headers }) })

describe('holding a slot', () => {
  it('books a mentor who signed up today, today', async () => {
    const [ila, ravi] = [await student(), await mentor()]
    const [slot] = await freeSlots(ravi)
    const made = await answer(book(ila, wish(ravi, slot!.start_time, { answers: { goal: 'ನಮಸ್ಕಾರ 🙏' } })), 201)
    expect(made.booking).toMatchObject({
      state: 'held',
      mentor_id: ravi.mentor_id,
      student_id: ila.user.student_id,
      amount_minor: 150_000,
      currency: 'INR',
      time_zone: 'Europe/Lisbon',
      answers: { goal: 'ನಮಸ್ಕಾರ 🙏' },
    })
    expect(made.order).toMatchObject({
      booking_id: made.booking.id,
      state: 'created',
      amount_minor: 150_000,
      razorpay_order_id: null,
      key_id: null,
    })
    expect(Date.parse(made.booking.hold_expires_at) - now().getTime()).toBeGreaterThan(595_000)
    for (const as of [ila, ravi]) {
      expect(await answer(api('GET', `/bookings/${made.booking.id}/`, { as }), 200)).toMatchObject(made.booking)
      expect((await answer(api('GET', '/bookings/?when=upcoming', { as }), 200)).items).toEqual([made.booking])
    }
    expect((await freeSlots(ravi)).map(({ start_time }) => start_time)).not.toContain(slot!.start_time)
  })

  it('gives one of many parallel requests the slot and the others the three nearest free times', async () => {
    const ravi = await mentor()
    const racers = await Promise.all(Array.from({ length: 10 }, () => student()))
    const slot = (await freeSlots(ravi))[4]!
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => book(racers[i % racers.length]!, wish(ravi, slot.start_time))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const losers = await Promise.all(
      answers.filter(({ status }) => status !== 201).map((response) => answer(response, 409)),
    )
    for (const { code, alternatives } of losers) {
      expect(code).toBe('slot_taken')
      expect(alternatives).toHaveLength(3)
      expect(alternatives.map(({ start_time }: { start_time: string }) => start_time)).not.toContain(slot.start_time)
    }
    const [next] = losers[0].alternatives
    await answer(book(racers[0]!, wish(ravi, next.start_time)), 201)
  })

  it('lets no two sessions of one person overlap, on either side', async () => {
    const [ila, ravi, mina] = [await student(), await mentor(), await mentor()]
    const slot = (await freeSlots(ravi))[2]!
    await answer(book(ila, wish(ravi, slot.start_time)), 201)
    expect((await answer(book(ila, wish(mina, slot.start_time)), 409)).code).toBe('slot_taken')
    expect((await answer(book(ravi, wish(mina, slot.start_time)), 409)).code).toBe('slot_taken')
    await answer(book(ravi, wish(mina, slot.end_time)), 201)
    expect((await freeSlots(ravi)).map(({ start_time }) => start_time)).not.toContain(slot.end_time)
  })

  it('keeps buffers around a session, and back to back without them', async () => {
    const [ila, ben] = [await student(), await student()]
    const ravi = await mentor({}, { buffer_after_minutes: 15 })
    const slots = await freeSlots(ravi)
    await answer(book(ila, wish(ravi, slots[0]!.start_time)), 201)
    await answer(book(ben, wish(ravi, slots[0]!.end_time)), 409)
  })

  it('takes a time only where it was offered', async () => {
    const [ila, ravi] = [await student(), await mentor()]
    const slot = (await freeSlots(ravi))[0]!
    const minuteLater = new Date(Date.parse(slot.start_time) + 60_000).toISOString()
    for (const start of [minuteLater, '2020-01-01T10:00:00Z', '2099-01-01T10:00:00Z'])
      await answer(book(ila, wish(ravi, start)), 409)
    await answer(book(ila, { ...wish(ravi, slot.start_time), amount_minor: 1 }), 422)
    await answer(book(ila, { ...wish(ravi, slot.start_time), time_zone: 'Nowhere/Here' }), 422)
  })

  it('shows nobody an unapproved mentor, another mentor’s offer or an archived one', async () => {
    const [ila, ravi, waiting] = [await student(), await mentor(), await applicant()]
    const slot = (await freeSlots(ravi))[0]!
    await answer(book(ila, wish({ ...ravi, mentor_id: waiting.mentor_id }, slot.start_time)), 404)
    await answer(book(ila, wish({ ...waiting }, slot.start_time)), 404)
    await answer(api('GET', `/mentors/${waiting.mentor_id}/`), 404)
    await answer(api('DELETE', `/mentor/offers/${ravi.offer.id}/`, { as: waiting }), 404)
    await answer(api('DELETE', `/mentor/offers/${ravi.offer.id}/`, { as: ravi }), 204)
    await answer(book(ila, wish(ravi, slot.start_time)), 404)
  })

  it('counts at most so many a day', async () => {
    const ravi = await mentor({}, { most_per_day: 2 })
    const racers = await Promise.all([1, 2, 3, 4].map(() => student()))
    const slots = (await freeSlots(ravi, 3)).filter(
      ({ start_time }, _, all) => start_time.slice(0, 10) === all[20]!.start_time.slice(0, 10),
    )
    const answers = await Promise.all(racers.map((who, i) => book(who, wish(ravi, slots[i * 2]!.start_time))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
  })

  it('confirms a free session at once, without a provider', async () => {
    const [ila, ravi] = [await student(), await mentor({}, { amount_minor: 0 })]
    const made = await hold(ila, ravi)
    expect(made).toMatchObject({
      booking: { state: 'confirmed', hold_expires_at: null },
      order: { state: 'captured', amount_minor: 0 },
    })
  })
})

describe('an idempotency key', () => {
  it('replays the answer, also of parallel requests, and refuses another body', async () => {
    const [ila, ravi] = [await student(), await mentor()]
    const slots = await freeSlots(ravi)
    const key = { 'idempotency-key': 'the same click'.replaceAll(' ', '-') }
    const answers = await Promise.all(Array.from({ length: 8 }, () => book(ila, wish(ravi, slots[0]!.start_time), key)))
    const bodies = await Promise.all(answers.map((response) => answer(response, 201)))
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    const problem = await answer(book(ila, wish(ravi, slots[3]!.start_time), key), 422)
    expect(problem.code).toBe('idempotency_key_reused')
    expect((await answer(api('GET', '/bookings/', { as: ila }), 200)).items).toHaveLength(1)
  })

  it('replays a refusal as well', async () => {
    const [ila, ben, ravi] = [await student(), await student(), await mentor()]
    const slot = (await freeSlots(ravi))[0]!
    const key = { 'idempotency-key': 'k1' }
    const race = await Promise.all([
      book(ila, wish(ravi, slot.start_time), key),
      book(ben, wish(ravi, slot.start_time), key),
    ])
    const loser = race[0].status === 409 ? ila : ben
    const lost = await answer(
      race.find(({ status }) => status === 409)!,
      409,
    )
    expect(await answer(book(loser, wish(ravi, slot.start_time), key), 409)).toMatchObject({ code: lost.code })
  })
})

describe('the clock', () => {
  it('ends a hold at its instant, before any job has run, and gives the time back', async () => {
    const [ila, ben, ravi] = [await student(), await student(), await mentor()]
    const { booking } = await hold(ila, ravi, 3)
    await moveClock(env, new Date(Date.parse(booking.hold_expires_at) - 30_000))
    await answer(book(ben, wish(ravi, booking.start_time)), 409)
    await moveClock(env, new Date(Date.parse(booking.hold_expires_at)))
    expect(await answer(api('GET', `/bookings/${booking.id}/`, { as: ila }), 200)).toMatchObject({
      state: 'expired',
      hold_expires_at: null,
    })
    expect((await freeSlots(ravi)).map(({ start_time }) => start_time)).toContain(booking.start_time)
    await answer(book(ben, wish(ravi, booking.start_time)), 201)
  })

  it('begins and completes a session, and counts it for the mentor and the platform', async () => {
    const [ila, ravi] = [await student(), await mentor({}, { amount_minor: 0 })]
    const { booking } = await hold(ila, ravi)
    const state = async () => (await answer(api('GET', `/bookings/${booking.id}/`, { as: ila }), 200)).state
    await moveClock(env, new Date(booking.start_time))
    await runJobs(env, bookingJobs)
    expect(await state()).toBe('in_progress')
    for (const who of [ila, ravi]) await connect(`/meetings/${booking.id}/`, who)
    await moveClock(env, new Date(booking.end_time))
    await runJobs(env, { ...bookingJobs, ...meetingJobs })
    expect(await state()).toBe('completed')
    const recount = await env.DB.prepare("select count(*) as n from bookings where state = 'completed'").first('n')
    expect((await answer(api('GET', '/platform-stats/'), 200)).total_sessions).toBe(recount)
    expect((await answer(api('GET', `/mentors/${ravi.mentor_id}/`), 200)).total_sessions).toBe(1)
    expect((await answer(api('GET', '/bookings/?when=past', { as: ila }), 200)).items[0].id).toBe(booking.id)
  })
})

describe('cancelling', () => {
  it('frees the time at once and is told to both', async () => {
    const [ila, ravi] = [await student(), await mentor({}, { amount_minor: 0 })]
    const { booking } = await hold(ila, ravi)
    const cancelled = await answer(
      api('POST', `/bookings/${booking.id}/cancel/`, { as: ila, body: { reason: 'Ill' } }),
      200,
    )
    expect(cancelled.state).toBe('cancelled')
    expect((await freeSlots(ravi)).map(({ start_time }) => start_time)).toContain(booking.start_time)
    for (const as of [ila, ravi]) {
      const { items } = await answer(api('GET', '/notifications/', { as }), 200)
      expect(items.filter(({ kind }: { kind: string }) => kind === 'booking_cancelled')).toHaveLength(1)
    }
    expect((await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: ila, body: {} }), 409)).code).toBe(
      'state_conflict',
    )
  })

  it('is nobody else’s to do or to see, byte for byte as if it did not exist', async () => {
    const [ila, ravi, stranger] = [await student(), await mentor(), await student()]
    const { booking } = await hold(ila, ravi)
    const same = async (path: string, method = 'GET') => {
      const strip = (text: string) => text.replace(/"request_id":"\w+"/, '')
      const body = method === 'POST' ? { body: {} } : {}
      const theirs = await api(method, path.replace('ID', booking.id), { as: stranger, ...body })
      const missing = await api(method, path.replace('ID', 'does-not-exist'), { as: stranger, ...body })
      expect([theirs.status, strip(await theirs.text())]).toEqual([404, strip(await missing.text())])
    }
    await same('/bookings/ID/')
    await same('/bookings/ID/cancel/', 'POST')
    expect((await answer(api('GET', `/bookings/${booking.id}/`, { as: ila }), 200)).state).toBe('held')
  })
})

it('refuses overlapping rows even where the statements forgot to ask', async () => {
  const [ila, ravi] = [await student(), await mentor()]
  const { booking } = await hold(ila, ravi)
  const names = await env.DB.prepare("select name from pragma_table_info('bookings')").all<{ name: string }>()
  const columns = names.results.map(({ name }) => name)
  const copied = columns.map((name) => (name === 'id' ? "'copy'" : name))
  const copy = env.DB.prepare(
    `insert into bookings (${columns.join(', ')}) select ${copied.join(', ')} from bookings where id = ?`,
  ).bind(booking.id)
  await expect(copy.run()).rejects.toThrow(/bookings overlap/)
})
