import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import { answerBy } from '../../../worker/contract/terms'
import { reachOthers } from '../accounts/reach'
import { useQuery } from '../lib/query'
import { now } from '../lib/clock'
import { isPassing, Problem } from '../lib/problem'
import { useMe } from '../lib/session'
import type { Place } from '../lib/time'
import type { Mentor, Offer } from '../mentors/mentors.calls'
import { createStanding } from '../mentors/standing'
import { openQuestions } from './AnswerFields'
import { bookingQuery, cancelBooking, holdSlot, type Booking, type Wish } from './bookings.queries'
import { createDraft, forgetDraft, GOAL } from './draft'
import { createSeat } from './seat'
import { stateAt } from './words'

export const STEPS = ['time', 'goal', 'review'] as const
export type Step = (typeof STEPS)[number]

/**
 * Booking as a path: offer, time and step live in the address, so that back, reload and a log-in on the way lose
 * nothing; the words and the hold live in the draft.
 */
export function createBookingFlow(mentor: Accessor<Mentor>) {
  const params = useParams<{ mentor_id: string }>()
  const [query, setQuery] = useSearchParams<{ offer_id?: string; start?: string; step?: string }>()
  const navigate = useNavigate()
  const client = useQueryClient()
  const me = useMe()
  const { draft, change } = createDraft(params.mentor_id)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const [tried, setTried] = createSignal(false)
  const standing = createStanding(mentor)

  const offer = createMemo<Offer | undefined>(() => mentor().offers.find((one) => one.id === query.offer_id))
  const start = () => (query.start && !Number.isNaN(Date.parse(query.start)) ? query.start : undefined)
  const isChosen = () => offer() !== undefined && start() !== undefined
  const step = (): Step => {
    if (!isChosen()) return 'time'
    return STEPS.find((one) => one === query.step) ?? 'goal'
  }
  const end = () => new Date(Date.parse(start()!) + offer()!.minutes * 60_000).toISOString()

  const booking = useQuery(() => ({
    ...bookingQuery(draft().booking_id ?? ''),
    enabled: draft().booking_id !== undefined && me.data !== null,
  }))

  const seat = createSeat(() => mentor().mentor_id, offer, start)
  const held = () => (draft().booking_id && booking.data?.id === draft().booking_id ? booking.data : undefined)
  /** What one pays: of the hold, else of the next seat, else of the offer. */
  const price = () => held()?.amount_minor ?? seat()?.amount_minor ?? offer()?.amount_minor ?? 0
  const isRequest = () => held()?.needs_confirmation ?? standing.isRequest(offer())
  const questions = () => offer()?.questions ?? []

  function answersNow(): Record<string, string> {
    const said = [
      [GOAL, draft().goal] as const,
      ...questions().map(({ id }) => [id, draft().answers[id] ?? ''] as const),
    ]
    return Object.fromEntries(said.map(([id, words]) => [id, words.trim()]).filter(([, words]) => words !== ''))
  }
  const wishNow = (): Wish => ({
    mentor_id: mentor().mentor_id,
    offer_id: offer()!.id,
    start_time: start()!,
    time_zone: me.data!.time_zone,
    answers: answersNow(),
  })

  /** Gives the time back at once instead of letting it run out. */
  async function release(): Promise<void> {
    const id = draft().booking_id
    if (!id) return
    const known = client.getQueryData(bookingQuery(id).queryKey)
    change({ booking_id: undefined, wish: undefined, key: undefined })
    if (known && stateAt(known, now()) !== 'held') return
    await cancelBooking(id, crypto.randomUUID()).catch(() => undefined)
    for (const key of ['slots', 'bookings']) void client.invalidateQueries({ queryKey: [key] })
  }

  /** The hold made for exactly this wish, if it still stands. */
  async function standingFor(wish: Wish): Promise<Booking | undefined> {
    const { booking_id, wish: held_for } = draft()
    if (!booking_id) return undefined
    const found = await client.fetchQuery({ ...bookingQuery(booking_id), staleTime: 0 }).catch(() => undefined)
    if (!found || stateAt(found, now()) !== 'held') return undefined
    if (held_for === JSON.stringify(wish)) return found
    await release()
    return undefined
  }

  async function makeHold(wish: Wish): Promise<Booking> {
    const words = JSON.stringify(wish)
    const key = draft().wish === words && draft().key ? draft().key! : crypto.randomUUID()
    change({ wish: words, key, booking_id: undefined })
    try {
      const { booking: held } = await holdSlot(wish, key)
      change({ key: undefined, booking_id: held.id })
      client.setQueryData(bookingQuery(held.id).queryKey, held)
      return held
    } catch (failure) {
      if (!isPassing(failure)) change({ key: undefined })
      throw failure
    } finally {
      for (const stale of ['slots', 'bookings']) void client.invalidateQueries({ queryKey: [stale] })
    }
  }

  /** Or asks first for what is missing, in place, and then holds. */
  const hold = () => reachOthers(me.data!, () => void holdNow())

  async function holdNow(): Promise<void> {
    if (busy()) return
    setBusy(true)
    setError(undefined)
    try {
      const wish = wishNow()
      const made = (await standingFor(wish)) ?? (await makeHold(wish))
      if (made.state !== 'held') leaveFor(made)
      else if (step() === 'time') await release()
      else setQuery({ step: 'review' })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  /** It is booked: paid, or free. */
  function leaveFor(booked: Booking): void {
    forgetDraft(params.mentor_id)
    navigate(`/sessions/${booked.id}`, { replace: true })
  }

  return {
    step,
    offer,
    start,
    end,
    goal: () => draft().goal,
    write: (goal: string) => change({ goal }),
    questions,
    answers: () => draft().answers,
    answer: (id: string, words: string) => change({ answers: { ...draft().answers, [id]: words } }),
    /** Somebody wanted to go on, so what is open may be named. */
    tried,
    /** Whether every required question has an answer; from then on the open ones are named. */
    isAnswered() {
      setTried(true)
      return openQuestions(questions(), draft().answers).length === 0
    },
    booking: held,
    price,
    seat,
    isRequest,
    /** Until when the mentor answers a request that is made now. */
    answersBy: () => answerBy(Date.parse(start()!), offer()!.minimum_notice_minutes, now()),
    isLoading: () => draft().booking_id !== undefined && booking.isPending,
    busy,
    error,
    /** A minor whose guardian has not agreed to this mentor yet. */
    needsGuardian: () => {
      const failure = error()
      return failure instanceof Problem && failure.code === 'guardian_consent_required'
    },
    /** Somebody was quicker: the times that are still free. */
    taken: () => {
      const failure = error()
      return failure instanceof Problem && failure.code === 'slot_taken' ? failure.alternatives : undefined
    },
    choose(offerId: string, startTime: string) {
      setError(undefined)
      setQuery({ offer_id: offerId, start: startTime, step: 'goal' })
    },
    go(to: Step) {
      setError(undefined)
      setQuery({ step: to })
    },
    hold,
    release,
    leaveFor,
    here: () =>
      `/book/${params.mentor_id}?${new URLSearchParams({ offer_id: offer()!.id, start: start()!, step: 'goal' })}`,
  }
}

export type BookingFlow = ReturnType<typeof createBookingFlow>
export type StepProps = { flow: BookingFlow; mentor: Mentor; mine: Place; theirs: Place }
