import { For, Show } from 'solid-js'
import PauseIcon from '~icons/lucide/circle-pause'
import { OfferBadges, priceOf } from '../bookings/OfferBadges'
import { seatTiers, tierWords } from '../bookings/seats'
import { isolate, m } from '../lib/messages'
import type { Parts } from './SlotPanel'

/** The mentor takes nobody new. */
export function Closed(props: Parts) {
  return (
    <div class="note">
      <PauseIcon class="i" aria-hidden="true" />
      <p>
        <b class="t-strong">{m.closed_title({ name: isolate(props.mentor.name) })}</b> {m.closed_words()}
      </p>
    </div>
  )
}

/** What for, with its price. */
export function Offers(props: Parts) {
  return (
    <fieldset>
      <legend class="legend">{m.mentor_what_for()}</legend>
      <For each={props.mentor.offers}>
        {(offer) => (
          <label class="offer">
            <input
              type="radio"
              name="offer"
              checked={props.choice.offer()?.id === offer.id}
              disabled={props.choice.isTooYoung(offer)}
              onChange={() => props.choice.chooseOffer(offer.id)}
            />
            <span class="grow">
              <span class="t-strong">{offer.title}</span>{' '}
              <span class="t-sm t-2 ms-1 nowrap">{m.minutes({ count: offer.minutes })}</span>{' '}
              <OfferBadges offer={{ ...offer, needs_confirmation: props.choice.isRequest(offer) }} />
            </span>
            <b class="num nowrap">{priceOf(offer)}</b>
          </label>
        )}
      </For>
    </fieldset>
  )
}

/** Of a group: how many may come, and what each seat costs. */
export function Seats(props: Parts) {
  return (
    <Show when={props.choice.offer()?.kind === 'group' && props.choice.offer()}>
      {(offer) => (
        <p class="t-sm t-2">
          {m.seats_group({ count: offer().seats ?? 0 })}{' '}
          <For each={offer().seat_prices.length > 0 ? seatTiers(offer()) : []}>
            {(tier) => <span class="num block">{tierWords(tier, offer().currency)}</span>}
          </For>
        </p>
      )}
    </Show>
  )
}
