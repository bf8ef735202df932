import { For, Index, Show } from 'solid-js'
import PlusIcon from '~icons/lucide/plus'
import XIcon from '~icons/lucide/x'
import { SEATS } from '../../../worker/contract/availability.constants'
import { seatTiers, tierWords } from '../bookings/seats'
import { m } from '../lib/messages'
import { minorOf } from '../lib/money'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import type { OfferPart } from './OfferBasics'
import { amountOf } from './offer-draft'

const MOST_STEPS = 5

/** How many may come, and what a seat costs once others are taken. */
export function OfferSeats(props: OfferPart) {
  const add = () =>
    props.change('seat_prices', (steps) => [
      ...steps,
      { seat: String(Number(steps.at(-1)?.seat ?? 1) + 2), amount: steps.at(-1)?.amount ?? props.draft.amount },
    ])
  return (
    <fieldset class="stack stack--3">
      <legend class="sr">{m.offer_seats_legend()}</legend>
      <TextField
        label={m.offer_seats()}
        type="number"
        inputmode="numeric"
        required
        min={SEATS.least}
        max={SEATS.most}
        value={props.draft.seats}
        onInput={(event) => props.change('seats', event.currentTarget.value)}
        error={props.fault('seats')}
      />
      <Index each={props.draft.seat_prices}>{(_, i) => <Step {...props} i={i} />}</Index>
      <p class="field__error" hidden={!props.fault('seat_prices')} role="alert">
        {props.fault('seat_prices')}
      </p>
      <Show when={props.draft.seat_prices.length > 0}>
        <SeatsInWords {...props} />
      </Show>
      <Show when={props.draft.seat_prices.length < MOST_STEPS}>
        <div>
          <Button kind="quiet" size="sm" onClick={add}>
            <PlusIcon class="i" aria-hidden="true" />
            {m.offer_seat_add()}
          </Button>
        </div>
      </Show>
    </fieldset>
  )
}

function Step(props: OfferPart & { i: number }) {
  const step = () => props.draft.seat_prices[props.i]!
  return (
    <div class="grid grid-cols-[5.5rem_minmax(0,1fr)_auto] items-start gap-2">
      <TextField
        label={m.offer_seat_from()}
        type="number"
        inputmode="numeric"
        required
        min="2"
        max={props.draft.seats}
        value={step().seat}
        onInput={(event) => props.change('seat_prices', props.i, 'seat', event.currentTarget.value)}
        error={props.fault(`seat_prices/${props.i}/taken`)}
      />
      <TextField
        label={m.offer_seat_price({ currency: props.currency })}
        inputmode="decimal"
        required
        value={step().amount}
        onInput={(event) => props.change('seat_prices', props.i, 'amount', event.currentTarget.value)}
        error={props.fault(`seat_prices/${props.i}/amount_minor`)}
      />
      <Button
        kind="quiet"
        icon
        class="mt-6.5"
        aria-label={m.offer_seat_remove({ seat: step().seat })}
        onClick={() => props.change('seat_prices', (steps) => steps.filter((_, i) => i !== props.i))}
      >
        <XIcon class="i" aria-hidden="true" />
      </Button>
    </div>
  )
}

/** What students will be asked for, seat by seat, as far as it can be read. */
function SeatsInWords(props: OfferPart) {
  const amount = () => amountOf(props.draft, props.currency)
  const read = () =>
    props.draft.seat_prices.flatMap(({ seat, amount: typed }) => {
      const amount_minor = minorOf(typed, props.currency)
      return amount_minor === undefined ? [] : [{ taken: Number(seat) - 1, amount_minor }]
    })
  const tiers = () =>
    seatTiers({ amount_minor: amount() ?? 0, seats: Number(props.draft.seats), seat_prices: read() }).filter(
      ({ from, to }) => from <= to,
    )
  return (
    <Show when={props.currency !== '' && amount() !== undefined}>
      <ul class="t-sm t-2">
        <For each={tiers()}>{(tier) => <li class="num">{tierWords(tier, props.currency)}</li>}</For>
      </ul>
    </Show>
  )
}
