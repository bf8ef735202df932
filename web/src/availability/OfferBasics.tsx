import { For, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { MINUTES, OFFER_KINDS, type OfferKind } from '../../../worker/contract/availability.constants'
import { m } from '../lib/messages'
import { Select, TextArea, TextField } from '../ui/Field'
import type { OfferDraft } from './offer-draft'
import { OfferSeats } from './OfferSeats'

export type OfferPart = {
  draft: OfferDraft
  change: SetStoreFunction<OfferDraft>
  currency: string
  /** What is wrong with a field, by its name on the wire. */
  fault: (field: string) => string | undefined
}

const KINDS: Record<OfferKind, { name: () => string; words: () => string }> = {
  one_to_one: { name: m.offer_kind_one, words: m.offer_kind_one_words },
  intro: { name: m.offer_kind_intro, words: m.offer_kind_intro_words },
  group: { name: m.offer_kind_group, words: m.offer_kind_group_words },
}

/** What a new offer begins with, and all that many of them ever need. */
export function OfferBasics(props: OfferPart & { isNew: boolean; currencies: readonly string[] }) {
  return (
    <>
      <Show when={props.isNew}>
        <Kinds {...props} />
      </Show>
      <TextField
        label={m.offer_title()}
        placeholder={m.offer_title_example()}
        required
        maxlength="80"
        value={props.draft.title}
        onInput={(event) => props.change('title', event.currentTarget.value)}
        error={props.fault('title')}
      />
      <TextArea
        label={m.offer_description()}
        rows="2"
        maxlength="500"
        value={props.draft.description}
        onInput={(event) => props.change('description', event.currentTarget.value)}
        error={props.fault('description')}
      />
      <div class="grid grid-cols-3 gap-3">
        <TextField
          label={m.offer_minutes()}
          type="number"
          inputmode="numeric"
          required
          min={MINUTES.least}
          max={MINUTES.most}
          step="5"
          value={props.draft.minutes}
          onInput={(event) => props.change('minutes', event.currentTarget.value)}
          error={props.fault('minutes')}
        />
        <Show when={props.draft.kind !== 'intro'} fallback={<p class="t-2 t-sm col-span-2 pt-8">{m.offer_free()}</p>}>
          <TextField
            label={props.draft.kind === 'group' ? m.offer_price_seat() : m.offer_price()}
            inputmode="decimal"
            required
            value={props.draft.amount}
            onInput={(event) => props.change('amount', event.currentTarget.value)}
            error={props.fault('amount_minor')}
          />
          <Currencies {...props} />
        </Show>
      </div>
      <Show when={props.draft.kind === 'group'}>
        <OfferSeats {...props} />
      </Show>
    </>
  )
}

/** Chosen once: what is booked already goes on being what it was. */
function Kinds(props: OfferPart) {
  return (
    <fieldset>
      <legend class="legend">{m.offer_kind()}</legend>
      <For each={OFFER_KINDS}>
        {(kind) => (
          <label class="offer">
            <input
              type="radio"
              name="kind"
              checked={props.draft.kind === kind}
              onChange={() => props.change('kind', kind)}
            />
            <span class="grow t-strong">
              {KINDS[kind].name()}
              <span class="t-sm t-2 block font-normal">{KINDS[kind].words()}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

/** The currencies that the platform enables, and the offer's own. */
function Currencies(props: OfferPart & { currencies: readonly string[] }) {
  const all = () => [...new Set([...(props.draft.currency ? [props.draft.currency] : []), ...props.currencies])]
  return (
    <Select
      label={m.offer_currency()}
      required
      onChange={(event) => props.change('currency', event.currentTarget.value)}
      error={props.fault('currency')}
    >
      <For each={all()}>
        {(code) => (
          <option value={code} selected={code === props.currency}>
            {code}
          </option>
        )}
      </For>
    </Select>
  )
}
