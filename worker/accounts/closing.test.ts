import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { checkout, pay, rows, verify } from '../payments/desk'
import { answer, api, eventually, freeSlots, hold, mentor, student, type Person, type Teacher } from '../test/world'

const closingOf = (as: Person) => answer(api('GET', '/account/closing/', { as }), 200)
const close = (as: Person, body: object = { password: as.password }) => api('POST', '/account/closing/', { as, body })
const reopen = (as: Person) => api('DELETE', '/account/closing/', { as })
const bookingOf = (as: Person, id: string) => answer(api('GET', `/bookings/${id}/`, { as }), 200)
const noticesOf = async (as: Person, kind: string) =>
  (await answer(api('GET', '/notifications/?limit=100', { as }), 200)).items.filter((item: any) => item.kind === kind)

/** A session that is paid for, in the mentor's `nth` free time. */
async function paid(who: Person, teacher: Teacher, nth: number): Promise<string> {
  const { booking, order } = await checkout(who, teacher, nth)
  await answer(verify(who, await pay(order.razorpay_order_id)), 200)
  return booking.id
}
const refundOf = async (booking_id: string): Promise<number> => {
  const [row] = await rows<{ total: number }>(
    'select coalesce(sum(amount_minor), 0) as total from refunds where order_id = (select id from orders where booking_id = ?)',
    booking_id,
  )
  return row?.total ?? 0
}
/** As if the booking had been made long ago, for a start in six hours: half of it comes back. */
const bringNear = (id: string) =>
  env.DB.prepare(
    `update bookings set start_time = x, busy_from = x, end_time = x + 3600000, busy_until = x + 3600000
     from (select ? as x) where id = ?`,
  )
    .bind(now().getTime() + 6 * 3_600_000, id)
    .run()

let asha: Person
let mira: Teacher

beforeAll(async () => {
  ;[asha, mira] = [await student(), await mentor()]
})

describe('a student who closes the account', () => {
  it('gets back what was shown, session by session, and is told until when it can be taken back', async () => {
    const [far, near] = [await paid(asha, mira, 30), await paid(asha, mira, 3)]
    const held = (await hold(asha, mira, 35)).booking.id
    await bringNear(near)
    const shown = await closingOf(asha)
    expect(shown).toMatchObject({ closing_at: null, proof: 'password', refunds_by_me: [], earnings: [] })
    expect(shown.sessions).toMatchObject([
      { booking_id: near, side: 'student', other_name: mira.user.name, refund_minor: 75_000 },
      { booking_id: expect.any(String) },
      { booking_id: expect.any(String) },
    ])
    expect(shown.refunds_to_me).toEqual([{ amount_minor: 225_000, currency: 'INR' }])

    const closed = await answer(close(asha), 200)
    expect(closed).toMatchObject({ sessions: [], refunds_to_me: [] })
    expect(Date.parse(closed.until) - Date.parse(closed.closing_at)).toBe(30 * 86_400_000)
    expect(await closingOf(asha)).toEqual(closed)
    for (const { booking_id, refund_minor } of shown.sessions) {
      expect((await bookingOf(asha, booking_id)).state).toBe('cancelled')
      expect(await refundOf(booking_id)).toBe(refund_minor)
    }
    expect(shown.sessions.map((one: any) => one.booking_id).toSorted()).toEqual([far, near, held].toSorted())
    expect(await noticesOf(mira, 'booking_cancelled')).toHaveLength(2)
    expect(await noticesOf(asha, 'account_closing')).toHaveLength(1)
    await eventually(
      () =>
        env.DB.prepare("select 1 from mailbox where recipient = ? and kind = 'account_closing'")
          .bind(asha.email)
          .first(),
      15_000,
    )
  })

  it('books and writes nothing while it is being closed', async () => {
    expect((await answer(api('GET', '/auth/me/', { as: asha }), 200)).is_closing).toBe(true)
    await expect(hold(asha, mira, 12)).rejects.toThrow(/409.*state_conflict/)
    const body = { with: mira.mentor_id }
    expect(await answer(api('POST', '/chat/conversations/', { as: asha, body }), 409)).toMatchObject({
      code: 'state_conflict',
    })
  })

  it('keeps the account by taking it back; what was cancelled stays so', async () => {
    const kept = await answer(reopen(asha), 200)
    expect(kept).toMatchObject({ closing_at: null, sessions: [] })
    expect(await noticesOf(asha, 'account_reopened')).toHaveLength(1)
    await answer(reopen(asha), 409)
    await hold(asha, mira, 12)
  })
})

describe('closing', () => {
  it('asks for the password and ends every other device', async () => {
    const person = await student()
    const login = { email: person.email, password: person.password }
    const other = await answer(api('POST', '/auth/login/', { body: login }), 200)
    const wrong = await answer(close(person, { password: 'not mine at all' }), 422)
    expect(wrong.errors.password).toHaveLength(1)
    await answer(close(person, {}), 422)
    expect((await closingOf(person)).closing_at).toBeNull()
    await answer(close(person), 200)
    await answer(api('GET', '/auth/me/', { as: { ...person, token: other.token } }), 401)
    await answer(api('GET', '/auth/me/', { as: person }), 200)
  })

  it('without a password asks for a sign-in of the last minutes', async () => {
    const person = await student()
    await env.DB.prepare('update accounts set password_hash = null where id = ?').bind(person.user.id).run()
    expect((await closingOf(person)).proof).toBe('recent_sign_in')
    const age = (ms: number) =>
      env.DB.prepare('update sessions set created_at = created_at - ? where account_id = ?')
        .bind(ms, person.user.id)
        .run()
    await age(16 * 60_000)
    expect((await answer(close(person, {}), 403)).code).toBe('recent_sign_in_required')
    await age(-16 * 60_000)
    await answer(close(person, {}), 200)
  })

  it('twice at once, or again, happens once', async () => {
    const person = await student()
    const booking = await paid(person, mira, 22)
    await Promise.all([close(person), close(person)].map((one) => answer(one, 200)))
    await answer(close(person, {}), 200)
    expect(await refundOf(booking)).toBe(150_000)
    expect(await noticesOf(person, 'account_closing')).toHaveLength(1)
  })

  it('cancels more sessions than fit into one answer', async () => {
    const [person, teacher] = [await student(), await mentor({}, { amount_minor: 0 })]
    const { booking } = await hold(person, teacher)
    const columns = (await rows<{ name: string }>("select name from pragma_table_info('bookings')")).map(
      ({ name }) => name,
    )
    const moved: Record<string, string> = { id: "id || '-' || n.value" }
    for (const time of ['start_time', 'end_time', 'busy_from', 'busy_until'])
      moved[time] = `${time} + n.value * 86400000`
    await env.DB.prepare(
      `insert into bookings (${columns}) select ${columns.map((name) => moved[name] ?? name)} from bookings,
        (with n (value) as (select 1 union all select value + 1 from n where value < 26) select value from n) n where id = ?`,
    )
      .bind(booking.id)
      .run()
    expect((await closingOf(person)).sessions).toHaveLength(27)
    const { sessions } = await answer(close(person), 200)
    expect(sessions).toHaveLength(2)
    await eventually(async () => (await closingOf(person)).sessions.length === 0, 15_000)
    const cancelled = "select 1 from bookings where student_account_id = ? and state = 'cancelled'"
    expect(await rows(cancelled, person.user.id)).toHaveLength(27)
  })

  it('lets a person sign in again during the grace and take it back, and not after it', async () => {
    const person = await student()
    await answer(close(person), 200)
    const back = await answer(
      api('POST', '/auth/login/', { body: { email: person.email, password: person.password } }),
      200,
    )
    const again = { ...person, token: back.token }
    const shift = (days: number) =>
      env.DB.prepare('update accounts set closing_at = closing_at + ? where id = ?')
        .bind(days * 86_400_000, person.user.id)
        .run()
    await shift(-30)
    await answer(reopen(again), 409)
    await shift(1)
    await answer(reopen(again), 200)
  })
})

describe('a mentor who closes the account', () => {
  const skills = { expertise: ['Welding', 'Forging', 'Casting'] }
  const about = (who: Person, body: object) => answer(api('POST', '/mentor/detail/', { as: who, body }), 200)
  const isListed = async ({ mentor_id }: Teacher) => (await api('GET', `/mentors/${mentor_id}/`)).status === 200

  it('gives every student all of it back and names three similar mentors', async () => {
    const [leaver, like, liker, popular] = [await mentor(), await mentor(), await mentor(), await mentor()]
    await about(leaver, skills)
    await about(like, { expertise: ['Welding'] })
    await about(liker, { expertise: ['Welding', 'Forging'] })
    await env.DB.prepare('update mentors set total_sessions = 9 where mentor_id = ?').bind(popular.mentor_id).run()
    const [one, two] = [await student(), await student()]
    const sessions = [await paid(one, leaver, 0), await paid(two, leaver, 20)]
    await bringNear(sessions[0]!)

    const shown = await closingOf(leaver)
    expect(shown.refunds_by_me).toEqual([{ amount_minor: 300_000, currency: 'INR' }])
    expect(shown.sessions).toMatchObject([
      { side: 'mentor', other_name: one.user.name, refund_minor: 150_000 },
      { side: 'mentor', other_name: two.user.name, refund_minor: 150_000 },
    ])
    await answer(close(leaver), 200)
    for (const booking of sessions) expect(await refundOf(booking)).toBe(150_000)
    const [notice] = await noticesOf(one, 'mentor_left')
    expect(notice.message).toContain(`${leaver.user.name} left AspireX`)
    const [row] = await rows<{ data: string }>(
      "select data from notifications where account_id = ? and kind = 'mentor_left'",
      one.user.id,
    )
    const { alternatives } = JSON.parse(row?.data ?? '{}')
    expect(alternatives.map((other: any) => other.mentor_id)).toEqual([
      liker.mentor_id,
      like.mentor_id,
      popular.mentor_id,
    ])
  })

  it('is nowhere to be found or booked until the account is taken back', async () => {
    const leaver = await mentor()
    const [slot] = await freeSlots(leaver)
    expect(await isListed(leaver)).toBe(true)
    await answer(close(leaver), 200)
    expect(await isListed(leaver)).toBe(false)
    const wish = {
      mentor_id: leaver.mentor_id,
      offer_id: leaver.offer.id,
      start_time: slot?.start_time,
      time_zone: 'UTC',
    }
    await answer(api('POST', '/student/book-session/', { as: asha, body: wish }), 404)
    await answer(reopen(leaver), 200)
    expect(await isListed(leaver)).toBe(true)
    await answer(api('POST', '/student/book-session/', { as: asha, body: wish }), 201)
  })

  it('sees earnings that stay, without the sessions that are given back', async () => {
    const teacher = await mentor({}, { amount_minor: 100_000 })
    const who = await student()
    const [over] = [await paid(who, teacher, 0), await paid(who, teacher, 20)]
    await env.DB.prepare("update bookings set state = 'completed' where id = ?").bind(over).run()
    expect((await closingOf(teacher)).earnings).toEqual([{ amount_minor: 90_000, currency: 'INR' }])
    await answer(close(teacher), 200)
    expect((await closingOf(teacher)).earnings).toEqual([{ amount_minor: 90_000, currency: 'INR' }])
  })
})
