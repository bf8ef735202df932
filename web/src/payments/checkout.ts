import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on, type Accessor } from 'solid-js'
import { useQuery } from '../lib/query'
import { bookingQuery, type Booking } from '../bookings/bookings.queries'
import { forgetDraft } from '../bookings/draft'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { isPassing, Problem, wordsOf } from '../lib/problem'
import { useAccount } from '../lib/session'
import type { Method } from './methods'
import { createOnItsWay } from './on-its-way'
import { openOrder, verifyPayment, type Order, type Proof } from './payments.calls'
import { payWithRazorpay } from './razorpay'
import { isSandbox, payInSandbox, type Outcome } from './sandbox'
import { stageOf, type Stage } from './stage'

const LOOK_EVERY_MS = 3000

/**
 * One payment, from the open order to the confirmed session. Whatever the browser misses, the server knows: a page that
 * was closed after paying shows the right thing when it is opened again.
 */
export function createCheckout(bookingId: string) {
  const client = useQueryClient()
  const me = useAccount()
  const now = createNow(1000)
  const [isLooking, setLooking] = createSignal(false)
  const booking = useQuery(() => ({
    ...bookingQuery(bookingId),
    refetchInterval: isLooking() ? LOOK_EVERY_MS : false,
  }))
  const way = createOnItsWay(bookingId)
  const stage: Accessor<Stage | undefined> = () =>
    booking.data && stageOf(booking.data, now(), way.isOnItsWay(booking.data))

  const [order, setOrder] = createSignal<Order>()
  const [opening, setOpening] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>()
  /** Why the last try did not work, in plain words; the next try clears it. */
  const [failure, setFailure] = createSignal<string>()
  const [sheet, setSheet] = createSignal(false)

  async function open(): Promise<void> {
    if (opening()) return
    setOpening(true)
    setProblem(undefined)
    try {
      setOrder(await openOrder(bookingId))
    } catch (error) {
      setProblem(error)
    } finally {
      setOpening(false)
      void client.invalidateQueries({ queryKey: ['booking', bookingId] })
    }
  }

  createEffect(on(stage, (is) => is === 'paying' && !order() && void open()))
  createEffect(() => setLooking(stage() === 'waiting'))
  createEffect(
    on(stage, (is) => {
      if (is === undefined || is === 'paying' || is === 'waiting') return
      way.end()
      setSheet(false)
      if (is === 'booked' || is === 'asked') forgetDraft(booking.data!.mentor_id)
    }),
  )

  /** The server's word on a payment; where it cannot say yet, we keep looking. */
  async function tell(proof: Proof): Promise<void> {
    way.begin(booking.data!)
    try {
      const { booking: settled } = await verifyPayment(proof)
      client.setQueryData(bookingQuery(bookingId).queryKey, (known) => known && { ...known, ...settled })
      void client.invalidateQueries({ queryKey: ['bookings'] })
    } catch (error) {
      if (isPassing(error) || (error instanceof Problem && error.code === 'state_conflict')) return
      way.end()
      setFailure(wordsOf(error))
    }
  }

  async function attempt<Input>(act: (input: Input) => Promise<void>, input: Input): Promise<void> {
    if (busy()) return
    setBusy(true)
    setFailure(undefined)
    try {
      await act(input)
    } catch (error) {
      setFailure(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  /** With a real key Razorpay's sheet opens, in a development copy our own. */
  function pay(method: Method): void {
    setFailure(undefined)
    if (isSandbox(order()!)) setSheet(true)
    else void attempt(payAtProvider, method)
  }

  async function payAtProvider(method: Method): Promise<void> {
    const ended = await payWithRazorpay(order()!, booking.data!, me(), method)
    if (ended.end === 'paid') await tell(ended.proof)
    else if (ended.end === 'failed') setFailure(ended.reason ?? m.checkout_declined())
    else void booking.refetch()
  }

  async function payInSheet(outcome: Outcome): Promise<void> {
    const proof = await payInSandbox(order()!.razorpay_order_id!, outcome).finally(() => setSheet(false))
    if (outcome === 'captured') await tell(proof)
    else if (outcome === 'late') way.begin(booking.data!)
    else setFailure(m.checkout_declined())
  }

  return {
    booking,
    stage,
    order,
    opening,
    problem,
    open,
    busy,
    failure,
    pay,
    sheet,
    closeSheet: () => setSheet(false),
    payHere: (outcome: Outcome) => attempt(payInSheet, outcome),
    look: () => void booking.refetch(),
    /** The first try may still come through: then it is given back. */
    payAgain: () => way.end(),
  }
}

export type Checkout = ReturnType<typeof createCheckout>
export type CheckoutPart = { checkout: Checkout; booking: Booking }
