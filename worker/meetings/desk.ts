import { SELF } from 'cloudflare:test'
import type { Attendance } from '../contract/meetings'
import { now } from '../lib/clock'
import { advance, checkout, pay, rows, verify } from '../payments/desk'
import { connect } from '../test/peer'
import { answer, api, hold, mentor, ORIGIN, student, type Person, type Teacher } from '../test/world'

// What tests of meetings do again and again, over HTTP and sockets like anybody else.

export const MINUTE = 60_000

export interface Appointment {
  asha: Person
  mira: Teacher
  id: string
  start: number
  end: number
}

/** Two people and the session they agreed on, which costs nothing. */
export async function appointment(offer: Record<string, unknown> = {}): Promise<Appointment> {
  const [asha, mira] = [await student(), await mentor({}, { amount_minor: 0, ...offer })]
  return about(asha, mira, (await hold(asha, mira)).booking)
}

/** The same, paid for. */
export async function paidAppointment(): Promise<Appointment & { order_id: string }> {
  const [asha, mira] = [await student(), await mentor()]
  const { booking, order } = await checkout(asha, mira)
  await answer(verify(asha, await pay(order.razorpay_order_id)), 200)
  return { ...about(asha, mira, booking), order_id: order.id }
}

const about = (asha: Person, mira: Teacher, booking: { id: string; start_time: string; end_time: string }) => ({
  asha,
  mira,
  id: booking.id,
  start: Date.parse(booking.start_time),
  end: Date.parse(booking.end_time),
})

/** Moves the clock to an instant that lies ahead, with everything that the jobs do on the way there. */
export async function until(ms: number): Promise<void> {
  await advance(Math.max(1, Math.ceil((ms - now().getTime()) / 1000)))
}

export const enter = (who: Person, id: string) => connect(`/meetings/${id}/`, who)

/** In the room, and heard of. */
export async function present(who: Person, id: string) {
  const peer = await enter(who, id)
  const me = peer.hello.people.find(({ account_id }: { account_id: string }) => account_id === who.user.id)
  if (me?.here !== true) throw new Error('the room has not seen them')
  return peer
}

/** Goes on saying so for a while, as a page does. */
export async function stay(peer: { send: (frame: object) => void; settled: () => Promise<void> }, minutes: number) {
  const end = now().getTime() + minutes * MINUTE
  while (now().getTime() < end) {
    await SELF.fetch(`${ORIGIN}/sandbox/clock`, { method: 'POST', body: '{"advance_seconds":40}' })
    peer.send({ type: 'here' })
    await peer.settled()
  }
}

export const attendance = (who: Person, id: string): Promise<Attendance> =>
  answer(api('GET', `/mentor/meeting/attendance/?booking_id=${id}`, { as: who }), 200)

export const noticesOf = async (who: Person, kind: string): Promise<{ message: string; link: string }[]> => {
  const { items } = await answer(api('GET', '/notifications/?limit=100', { as: who }), 200)
  return items.filter((item: { kind: string }) => item.kind === kind)
}

export const refundsOf = (order_id: string) =>
  rows<{ amount_minor: number; reason: string }>(
    'select amount_minor, reason from refunds where order_id = ?',
    order_id,
  )
