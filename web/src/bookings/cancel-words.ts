import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { SessionParts } from './other'
import { isPaid, stateAt } from './words'

type Words = { question: string; consequence: string; act: string; done: string }
type Cancelled = SessionParts & { isGroup: boolean; back: number }

/** How ending a session is asked, what follows from it, how the button is called, and what is said once it is done. */
export function cancelWords(cancelled: Cancelled): Words {
  if (cancelled.isGroup) return groupWords(cancelled)
  const state = stateAt(cancelled.booking, cancelled.now)
  if (state === 'held') return heldWords(cancelled)
  return state === 'pending' && cancelled.other.role === 'mentor' ? requestWords(cancelled) : sessionWords(cancelled)
}

const whenOf = ({ booking, mine }: SessionParts) =>
  m.booking_weekday_time({ day: mine.day(booking.start_time), time: mine.time(booking.start_time) })

const groupWords = (cancelled: Cancelled): Words => ({
  question: m.cancel_group_question({ when: whenOf(cancelled) }),
  consequence: m.cancel_group_says({ count: cancelled.booking.seats_taken ?? 1 }),
  act: m.cancel_group_act(),
  done: m.cancel_group_done(),
})

const heldWords = (cancelled: Cancelled): Words => ({
  question: m.booking_cancel_question_held({ when: whenOf(cancelled) }),
  consequence: m.booking_cancel_says_held(),
  act: cancelled.other.role === 'mentor' ? m.booking_cancel_held() : m.booking_cancel_plain(),
  done: m.booking_cancelled(),
})

function requestWords(cancelled: Cancelled): Words {
  const name = isolate(cancelled.other.name)
  const { booking, back } = cancelled
  return {
    question: m.cancel_withdraw_question({ when: whenOf(cancelled) }),
    consequence:
      back > 0 && isPaid(booking)
        ? m.cancel_withdraw_says({ amount: money(back, booking.currency), name })
        : m.cancel_withdraw_says_free({ name }),
    act: m.session_withdraw(),
    done: m.cancel_withdraw_done(),
  }
}

function sessionWords(cancelled: Cancelled): Words {
  const { booking, other, mine, back } = cancelled
  const [name, amount] = [isolate(other.name), money(back, booking.currency)]
  const iPay = other.role === 'mentor'
  const said = { name, amount, time: mine.time(booking.start_time) }
  const consequence = () => {
    if (!iPay) return back === 0 ? m.session_cancel_says_free({ name }) : m.booking_cancel_says_mentor(said)
    if (back === 0) return m.booking_cancel_says_nothing(said)
    return back === booking.amount_minor ? m.booking_cancel_says_all(said) : m.booking_cancel_says_part(said)
  }
  return {
    question: m.booking_cancel_question({ when: whenOf(cancelled) }),
    consequence: consequence(),
    act: back === 0 ? m.booking_cancel_plain() : m.booking_cancel_refund({ amount }),
    done: back > 0 && iPay ? m.booking_cancelled_refund({ amount }) : m.booking_cancelled(),
  }
}
