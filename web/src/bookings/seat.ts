import { useQueryClient } from '@tanstack/solid-query'
import type { Accessor } from 'solid-js'
import { useQuery } from '../lib/query'
import type { Offer, Slot } from '../mentors/mentors.calls'
import { slotsQuery } from '../mentors/mentors.queries'

type Slots = { items: Slot[]; time_zone: string }

/** Of a group: how many seats this time has left and what the next one costs; what the list of times said until we know. */
export function createSeat(
  mentorId: Accessor<string>,
  offer: Accessor<Offer | undefined>,
  start: Accessor<string | undefined>,
): Accessor<Slot | undefined> {
  const client = useQueryClient()
  const isThis = (slot: Slot) => slot.start_time === start()
  const listed = (): Slots | undefined =>
    client
      .getQueriesData<Slots>({ queryKey: ['slots', mentorId(), offer()?.id] })
      .map(([, slots]) => slots)
      .find((slots) => slots?.items.some(isThis))
  const slots = useQuery(() => {
    const from = Date.parse(start() ?? '') || 0
    const [at, after] = [from, from + 60_000].map((instant) => new Date(instant).toISOString()) as [string, string]
    return {
      ...slotsQuery(mentorId(), offer()?.id ?? '', at, after),
      enabled: offer()?.kind === 'group' && from > 0,
      placeholderData: listed,
    }
  })
  return () => (offer()?.kind === 'group' ? slots.data?.items.find(isThis) : undefined)
}
