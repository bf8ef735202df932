import { isolate, m } from '../lib/messages'
import type { BookingDetail } from './bookings.queries'
import { mySide, type SessionParts } from './other'

type Step = BookingDetail['history'][number]
type Told = Pick<SessionParts, 'booking' | 'other' | 'mine'>
type Words = (inputs: { name: string }) => string
/** `said` is what the person who did it wrote. */
export type LifeStep = { at: string; state: Step['state']; words: string; said: string | null }

/** What happened to a session, in the order in which it happened, in the words of the person who reads it. */
export const lifeOf = (told: Told): LifeStep[] =>
  told.booking.history.map((step, i, all) => ({
    at: step.at,
    state: step.state,
    words: wordsOf(step, all[i - 1]?.state, told),
    said: step.detail?.reason ?? (step.state === 'cancelled' ? told.booking.cancel_reason : null),
  }))

function wordsOf(step: Step, before: Step['state'] | undefined, told: Told): string {
  const name = isolate(told.other.name)
  const by = (me: () => string, other: Words) => (step.actor === mySide(told.other) ? me() : other({ name }))
  const side = (role: 'student' | 'mentor', me: Words, other: Words) =>
    (role === mySide(told.other) ? me : other)({ name })
  if (step.detail?.from && step.detail.to) return movedWords(step.detail.from, step.detail.to, step, told)
  switch (step.state) {
    case 'held':
      return step.actor === 'mentor'
        ? side('mentor', m.life_taken_me, m.life_taken_other)
        : by(m.life_held_me, m.life_held_other)
    case 'pending':
      return before === undefined
        ? by(m.life_proposed_me, m.life_proposed_other)
        : side('student', m.life_asked_me, m.life_asked_other)
    case 'confirmed':
      if (step.actor === 'mentor') return by(m.life_agreed_me, m.life_agreed_other)
      return told.booking.amount_minor === 0 ? m.life_booked() : m.life_paid()
    case 'in_progress':
      return m.life_begun()
    case 'completed':
      return m.life_completed()
    case 'student_absent':
      return side('student', m.life_absent_me, m.life_absent_other)
    case 'mentor_absent':
      return side('mentor', m.life_absent_me, m.life_absent_other)
    case 'nobody_came':
      return m.life_nobody()
    case 'expired':
      return before === 'pending' ? side('mentor', m.life_unanswered_me, m.life_unanswered_other) : m.life_unpaid()
    case 'cancelled':
      return cancelledWords(step, before, told, by)
  }
}

function movedWords(from: string, to: string, step: Step, { other, mine }: Told): string {
  const when = (at: string) => m.booking_weekday_time({ day: mine.day(at), time: mine.time(at) })
  const times = { from: when(from), to: when(to) }
  if (step.actor === mySide(other)) return m.life_moved_me(times)
  return step.actor === other.role ? m.life_moved_other({ ...times, name: isolate(other.name) }) : m.life_moved(times)
}

function cancelledWords(
  step: Step,
  before: Step['state'] | undefined,
  { booking }: Told,
  by: (me: () => string, other: Words) => string,
): string {
  if (step.actor === 'product') return m.life_cancelled()
  if (step.actor === 'staff') return m.life_cancelled_staff()
  if (before === 'held' && step.actor === 'student') return by(m.life_given_back_me, m.life_given_back_other)
  if (before !== 'pending') return by(m.life_cancelled_me, m.life_cancelled_other)
  if (step.actor === 'student') return by(m.life_withdrawn_me, m.life_withdrawn_other)
  return booking.proposed.some(({ state }) => !['pending', 'cancelled', 'expired'].includes(state))
    ? by(m.life_another_me, m.life_another_other)
    : by(m.life_declined_me, m.life_declined_other)
}
