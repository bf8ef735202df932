import { env } from 'cloudflare:test'
import { now } from '../lib/clock'
import { answer, api, mentor, type Person, type Teacher } from '../test/world'

const HOUR = 3_600_000

export const freeMentor = (): Promise<Teacher> => mentor({}, { amount_minor: 0 })

let taught = 0
/** A session that took place and was judged `hours` ago: what the clock and the room do, done at once. */
export async function session(who: Person, teacher: Teacher, state = 'completed', hours = 1): Promise<{ id: string }> {
  const days = ++taught
  const from = new Date(now().getTime() + 24 * HOUR).toISOString()
  const to = new Date(now().getTime() + 8 * 24 * HOUR).toISOString()
  const query = new URLSearchParams({ offer_id: teacher.offer.id, from, to })
  const { items } = await answer(api('GET', `/mentors/${teacher.mentor_id}/slots/?${query}`), 200)
  const body = {
    mentor_id: teacher.mentor_id,
    offer_id: teacher.offer.id,
    start_time: items[0].start_time,
    time_zone: 'Asia/Kolkata',
  }
  const { booking } = await answer(api('POST', '/student/book-session/', { as: who, body }), 201)
  const end = now().getTime() - hours * HOUR
  await env.DB.prepare(
    `update bookings set state = ?1, judged_at = ?2, start_time = ?3, end_time = ?2, busy_from = ?3, busy_until = ?2,
      updated_at = ?2 where id = ?4`,
  )
    .bind(state, end, end - days * HOUR, booking.id)
    .run()
  return booking
}

export const review = (as: Person, { id }: { id: string }, body: object): Promise<Response> =>
  api('POST', `/bookings/${id}/reviews/`, { as, body })
export const seen = (as: Person, { id }: { id: string }) => answer(api('GET', `/bookings/${id}/reviews/`, { as }), 200)
export const publicly = ({ mentor_id }: Teacher, query = '') =>
  answer(api('GET', `/mentors/${mentor_id}/reviews/${query}`), 200)

export const told = async (as: Person): Promise<string[]> => {
  const { items } = await answer(api('GET', '/notifications/?limit=100', { as }), 200)
  return items.map(({ kind }: { kind: string }) => kind)
}

/** A published review: both sides have spoken. */
export async function reviewed(
  who: Person,
  teacher: Teacher,
  stars: number,
  text = 'Clear and kind.',
): Promise<string> {
  const booking = await session(who, teacher)
  await answer(review(teacher, booking, { text: 'Came prepared.' }), 201)
  const { mine } = await answer(review(who, booking, { stars, text }), 201)
  return mine.id
}
