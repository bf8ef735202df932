import { describe, expect, it } from 'vitest'
import { answer, api, admin, student, type Person } from '../test/world'
import { advance, rows } from '../payments/desk'
import {
  appointment,
  attendance,
  MINUTE,
  noticesOf,
  paidAppointment,
  present,
  refundsOf,
  stay,
  until,
  type Appointment,
} from './desk'

type Paid = Awaited<ReturnType<typeof paidAppointment>>

/** A session at which only some came, as it stands when its room has closed. */
async function attended(one: Appointment, came: { asha?: true; mira?: true }): Promise<void> {
  await until(one.start)
  const peers = [came.asha && (await present(one.asha, one.id)), came.mira && (await present(one.mira, one.id))]
  for (const peer of peers) if (peer) await stay(peer, peers.every(Boolean) ? 1 : 11)
  await until(one.end + 30 * MINUTE)
}
const contest = (who: Person, id: string, reason = 'I was there') =>
  api('POST', `/bookings/${id}/contest/`, { as: who, body: { reason } })
const decide = async (id: string, decision: string, as?: Person) =>
  api('POST', `/admin/contests/${id}/decision/`, {
    as: as ?? (await admin()),
    body: { decision, reason: 'Both sent a picture' },
  })
const contestOf = async (booking_id: string) => {
  const { items } = await answer(api('GET', '/admin/contests/?limit=100', { as: await admin() }), 200)
  return items.find(({ session }: { session: { booking_id: string } }) => session.booking_id === booking_id)
}
const afterwards = () => advance(72 * 3600 + 1)
const verdict = async (one: Appointment) => (await attendance(one.asha, one.id)).verdict

describe('the money of a session', () => {
  it.each<[string, { asha?: true; mira?: true }, string, boolean]>([
    ['that took place stays paid', { asha: true, mira: true }, 'completed', false],
    ['without its mentor goes back', { asha: true }, 'mentor_absent', true],
    ['without its student stays paid', { mira: true }, 'student_absent', false],
    ['without anybody goes back', {}, 'nobody_came', true],
  ])('%s, and not before it can no longer be contested', async (_, came, expected, refunded) => {
    const one = await paidAppointment()
    await attended(one, came)
    expect(await verdict(one)).toBe(expected)
    const kind = expected === 'completed' ? 'session_completed' : 'absence_noted'
    for (const who of [one.asha, one.mira]) expect(await noticesOf(who, kind)).toHaveLength(1)
    await advance(71 * 3600)
    expect(await refundsOf(one.order_id)).toEqual([])
    await advance(3600 + 60)
    expect(await refundsOf(one.order_id)).toEqual(refunded ? [{ amount_minor: 150_000, reason: expected }] : [])
    await afterwards()
    expect(await refundsOf(one.order_id)).toHaveLength(refunded ? 1 : 0)
    const sums = await rows(
      'select sum(amount_minor) as sum from ledger_lines where order_id = ? group by cause',
      one.order_id,
    )
    expect(sums.every(({ sum }) => sum === 0)).toBe(true)
  })

  it('gives back only what a refund before has left', async () => {
    const one = await paidAppointment()
    await rows(
      `insert into refunds (id, razorpay_payment_id, order_id, amount_minor, currency, reason, state, created_at)
       select 'part-' || id, razorpay_payment_id, id, 50000, currency, 'goodwill', 'processed', 0 from orders where id = ?`,
      one.order_id,
    )
    await attended(one, {})
    await afterwards()
    expect(await refundsOf(one.order_id)).toContainEqual({ amount_minor: 100_000, reason: 'nobody_came' })
  })
})

describe('a contest', () => {
  it('is for each of the two, once, within 72 hours of a verdict', async () => {
    const one = await appointment()
    expect((await contest(one.asha, one.id)).status).toBe(409)
    await attended(one, { asha: true })
    expect((await contest(await student(), one.id)).status).toBe(404)
    expect((await contest(one.mira, one.id, ' ')).status).toBe(422)
    const mine = await answer(contest(one.mira, one.id, 'I was in the other room'), 201)
    expect(mine).toMatchObject({ contest_until: null, contests: [{ by: 'mentor', state: 'open' }] })
    expect((await contest(one.mira, one.id)).status).toBe(409)
    expect(await noticesOf(one.asha, 'contest_opened')).toHaveLength(1)
    expect(await noticesOf(one.mira, 'contest_opened')).toHaveLength(0)
    expect((await attendance(one.asha, one.id)).contest_until).not.toBeNull()
    await afterwards()
    expect((await attendance(one.asha, one.id)).contest_until).toBeNull()
    expect((await contest(one.asha, one.id)).status).toBe(409)
  })

  it('of many parallel ones of one side is one', async () => {
    const one = await appointment()
    await attended(one, {})
    const answers = await Promise.all(Array.from({ length: 8 }, () => contest(one.asha, one.id)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
  })

  it('keeps the money where it is until it is decided; then the decision counts', async () => {
    const one: Paid = await paidAppointment()
    await attended(one, { asha: true })
    await answer(contest(one.mira, one.id, 'My clock was an hour off'), 201)
    await afterwards()
    await afterwards()
    expect(await refundsOf(one.order_id)).toEqual([])
    const open = await contestOf(one.id)
    expect(open).toMatchObject({
      by: 'mentor',
      reason: 'My clock was an hour off',
      session: { verdict: 'mentor_absent' },
    })
    expect(open.session.intervals).toMatchObject([{ side: 'student', by: 'room' }])
    expect((await decide(open.id, 'completed', one.mira)).status).toBe(403)
    expect(await answer(decide(open.id, 'mentor_absent'), 200)).toMatchObject({
      state: 'dismissed',
      verdict: 'mentor_absent',
    })
    await advance(60)
    expect(await refundsOf(one.order_id)).toEqual([{ amount_minor: 150_000, reason: 'mentor_absent' }])
    expect((await decide(open.id, 'completed')).status).toBe(409)
    expect(await contestOf(one.id)).toBeUndefined()
  })

  it('that is right changes the verdict, for both sides at once, and its history keeps both', async () => {
    const one: Paid = await paidAppointment()
    const total = async () => (await answer(api('GET', '/platform-stats/'), 200)).total_sessions
    await attended(one, { asha: true, mira: true })
    const before = await total()
    await answer(contest(one.asha, one.id, 'The mentor left after a minute'), 201)
    await answer(contest(one.mira, one.id, 'It was a good session'), 201)
    const { id } = await contestOf(one.id)
    expect(await answer(decide(id, 'mentor_absent'), 200)).toMatchObject({ state: 'upheld' })
    expect(await total()).toBe(before - 1)
    const after = await attendance(one.asha, one.id)
    expect(after.verdict).toBe('mentor_absent')
    expect(after.contests.map(({ state, decision_reason }) => [state, decision_reason])).toEqual([
      ['upheld', 'Both sent a picture'],
      ['upheld', 'Both sent a picture'],
    ])
    const history = await rows(
      'select state, actor_id from booking_history where booking_id = ? order by at, id',
      one.id,
    )
    expect(history.slice(-2).map(({ state }) => state)).toEqual(['completed', 'mentor_absent'])
    expect(history.at(-1)?.actor_id).toBe((await admin()).user.id)
    for (const who of [one.asha, one.mira]) expect(await noticesOf(who, 'contest_decided')).toHaveLength(1)
    expect(await refundsOf(one.order_id)).toEqual([])
    await afterwards()
    expect(await refundsOf(one.order_id)).toEqual([{ amount_minor: 150_000, reason: 'mentor_absent' }])
  })

  it('of somebody whose absence was none leaves the money with the mentor', async () => {
    const one: Paid = await paidAppointment()
    await attended(one, {})
    await answer(contest(one.mira, one.id), 201)
    await answer(decide((await contestOf(one.id)).id, 'completed'), 200)
    await afterwards()
    expect(await refundsOf(one.order_id)).toEqual([])
    expect(await verdict(one)).toBe('completed')
  })
})
