import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import type { Offer } from '../mentors/mentors.calls'
import { Badge } from '../ui/Badge'

type Told = Pick<Offer, 'kind' | 'seats' | 'needs_confirmation' | 'adults_only'>

/** What is out of the usual about an offer, in a word each. */
export function OfferBadges(props: { offer: Told }) {
  return (
    <>
      <Show when={props.offer.kind === 'group'}>
        <Badge>{m.offer_badge_group({ count: props.offer.seats ?? 0 })}</Badge>{' '}
      </Show>
      <Show when={props.offer.kind === 'intro'}>
        <Badge>{m.offer_badge_intro()}</Badge>{' '}
      </Show>
      <Show when={props.offer.needs_confirmation}>
        <Badge>{m.offer_badge_asked()}</Badge>{' '}
      </Show>
      <Show when={props.offer.adults_only}>
        <Badge>{m.offer_adults_badge()}</Badge>
      </Show>
    </>
  )
}

type Priced = Pick<Offer, 'amount_minor' | 'currency' | 'seat_prices'>

/** The cheapest seat, said as such where later ones cost another price. */
export function priceOf(offer: Priced): string {
  if (offer.amount_minor === 0 && offer.seat_prices.length === 0) return m.offer_badge_free()
  const least = Math.min(offer.amount_minor, ...offer.seat_prices.map(({ amount_minor }) => amount_minor))
  const amount = money(least, offer.currency)
  return offer.seat_prices.length > 0 ? m.mentor_from({ amount }) : amount
}
