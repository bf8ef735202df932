import { createMemo, createSignal, type Accessor } from 'solid-js'
import { useQuery } from '../lib/query'
import { dateOfDay, dayOfDate, nextValidInstant } from '../../../worker/contract/zone'
import { now } from '../lib/clock'
import type { Place } from '../lib/time'
import { useZones } from '../lib/zones'
import type { Mentor, Offer, Slot } from './mentors.calls'
import { slotsQuery } from './mentors.queries'
import { createStanding } from './standing'

const WEEK = 7
const datesFrom = (first: number) => Array.from({ length: WEEK }, (_, i) => dateOfDay(first + i))

/** What a visitor most likely came for: a session of their own, not a seat or an intro, where there is one. */
const firstOffer = ({ offers }: Mentor): Offer | undefined =>
  offers.find(({ kind }) => kind === 'one_to_one') ?? offers[0]

export type Day = { date: string; noon: number; slots: Slot[] }

/** What for, which week, which day, which time: one choice, shown as a panel on a desk and as a sheet on a phone. */
export function createSlotChoice(mentor: Accessor<Mentor>, place: Accessor<Place>) {
  const zones = useZones()
  const today = () => dayOfDate(place().date(now()))
  const firstWeek = () => {
    const soonest = mentor().soonest_free
    return soonest ? Math.max(0, Math.floor((dayOfDate(place().date(soonest)) - today()) / WEEK)) : 0
  }

  const standing = createStanding(mentor)
  const [offerId, setOfferId] = createSignal(firstOffer(mentor())?.id)
  const [week, setWeek] = createSignal(firstWeek())
  const [date, setDate] = createSignal<string>()
  const [start, setStart] = createSignal<string>()

  const offer = createMemo<Offer | undefined>(() => mentor().offers.find((one) => one.id === offerId()))
  const dates = createMemo(() => datesFrom(today() + week() * WEEK))
  const midnight = (day: string) => nextValidInstant(zones()!.zone(place().zone), day, 0)
  const span = () => {
    const after = dateOfDay(today() + (week() + 1) * WEEK)
    return [midnight(dates()[0]!), midnight(after)].map((instant) => new Date(instant).toISOString()) as [
      string,
      string,
    ]
  }

  const slots = useQuery(() => {
    const [from, to] = span()
    return { ...slotsQuery(mentor().mentor_id, offerId() ?? '', from, to), enabled: offerId() !== undefined }
  })
  const days = createMemo<Day[]>(() =>
    dates().map((day) => ({
      date: day,
      noon: nextValidInstant(zones()!.zone(place().zone), day, 12 * 60),
      slots: (slots.data?.items ?? []).filter((slot) => place().date(slot.start_time) === day),
    })),
  )
  const day = createMemo(
    () =>
      days().find((one) => one.date === date() && one.slots.length > 0) ?? days().find((one) => one.slots.length > 0),
  )

  /** The chosen time, as long as it is among those that are free. */
  const chosen = () =>
    slots.isPlaceholderData || slots.data?.items.some((slot) => slot.start_time === start()) ? start() : undefined
  const slot = () => slots.data?.items.find((one) => one.start_time === chosen())

  return {
    ...standing,
    offer,
    /** Of the chosen time, for each seat of a group has its own; else of the offer. */
    price: () => slot()?.amount_minor ?? offer()?.amount_minor ?? 0,
    chooseOffer(id: string) {
      setOfferId(id)
      setStart(undefined)
    },
    slots,
    days,
    day,
    chooseDay: (wanted: string) => setDate(wanted),
    week,
    firstWeek,
    isLastWeek: () => (week() + 1) * WEEK > (offer()?.horizon_days ?? WEEK),
    turnTo(wanted: number) {
      setWeek(wanted)
      setDate(undefined)
    },
    start: chosen,
    chooseStart: (wanted: string) => setStart(wanted),
  }
}

export type SlotChoice = ReturnType<typeof createSlotChoice>
