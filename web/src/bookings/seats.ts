import type { Offer } from '../mentors/mentors.calls'
import { m } from '../lib/messages'
import { money } from '../lib/money'

type Priced = Pick<Offer, 'amount_minor' | 'currency' | 'seats' | 'seat_prices'>
export type SeatTier = { from: number; to: number; amount_minor: number }

/** Which seats cost what, the first one first. */
export function seatTiers({ amount_minor, seats, seat_prices }: Omit<Priced, 'currency'>): SeatTier[] {
  const steps = [{ taken: 0, amount_minor }, ...seat_prices]
  return steps.map((step, i) => ({
    from: step.taken + 1,
    to: steps[i + 1]?.taken ?? seats ?? 1,
    amount_minor: step.amount_minor,
  }))
}

/** "Seats 1 to 3: ₹300 each". */
export function tierWords({ from, to, amount_minor }: SeatTier, currency: string): string {
  const amount = money(amount_minor, currency)
  return from === to ? m.offer_seat_one({ seat: from, amount }) : m.offer_seat_range({ from, to, amount })
}
