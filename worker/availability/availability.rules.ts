import type { BusyTime, SlotPolicy } from '../bookings/slots.rules'
import type { offers, weekly_rules } from './availability.schema'

export type OfferRow = typeof offers.$inferSelect
type RuleRow = Pick<typeof weekly_rules.$inferSelect, 'weekday' | 'start' | 'end'>

/** How far ahead the directory looks for the soonest free time. */
export const SOONEST_DAYS = 14

export interface Week {
  offer: SlotPolicy
  rules: readonly RuleRow[]
  busy: readonly BusyTime[]
  booked: readonly number[]
  zone: string
}

/** The question to the slot function from the rows as they are stored. */
export const slotQuery = ({ offer, rules, busy, booked, zone }: Week, now: number, from: number, until: number) => ({
  rules,
  overrides: [],
  busy,
  booked,
  policy: offer,
  zone,
  now,
  from,
  until,
})

/** An offer as everybody may see it. */
export const offerView = ({ mentor_account_id: _, created_at: __, archived_at: ___, ...offer }: OfferRow) => offer
