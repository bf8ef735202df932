import { useQuery } from '../lib/query'
import { createEffect, createSignal, For, on, Show, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { minorOf, typedAmount } from '../lib/money'
import { currenciesQuery } from '../lib/currencies'
import { Checkbox, Select, TextField } from '../ui/Field'
import type { MentorSearching } from './search'

/** Prices are compared within one currency; leaving a field, or Enter, asks. */
export function PriceFilter(props: { searching: MentorSearching; currency: string }) {
  const currencies = useQuery(currenciesQuery)
  const all = () => currencies.data?.items ?? []
  const search = () => props.searching.search()
  const currency = () => search().currency ?? props.currency
  const typed = (minor: number | undefined) => (minor === undefined ? '' : typedAmount(minor, currency()))
  const [from, setFrom] = createSignal(untrack(() => typed(search().price_min_minor)))
  const [to, setTo] = createSignal(untrack(() => typed(search().price_max_minor)))
  // Back, forward and "clear" change the address without the fields.
  createEffect(
    on(
      () => search().price_min_minor,
      (minor) => setFrom(typed(minor)),
      { defer: true },
    ),
  )
  createEffect(
    on(
      () => search().price_max_minor,
      (minor) => setTo(typed(minor)),
      { defer: true },
    ),
  )
  const amount = (words: string) => (words.trim() === '' ? undefined : (minorOf(words, currency()) ?? undefined))
  const ask = () => props.searching.setPrice(amount(from()), amount(to()))

  return (
    <fieldset>
      <legend class="legend">{m.mentors_filter_price()}</legend>
      <form
        class="stack stack--2"
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <Show when={all().length > 1}>
          <Select
            label={m.mentors_filter_currency()}
            value={currency()}
            onChange={(event) => props.searching.setCurrency(event.currentTarget.value)}
          >
            <For each={all()}>{(code) => <option value={code}>{code}</option>}</For>
          </Select>
        </Show>
        <div class="grid grid-cols-2 gap-2">
          <TextField
            label={m.mentors_filter_from()}
            inputmode="decimal"
            value={from()}
            onInput={(event) => setFrom(event.currentTarget.value)}
            onChange={ask}
          />
          <TextField
            label={m.mentors_filter_to()}
            inputmode="decimal"
            value={to()}
            onInput={(event) => setTo(event.currentTarget.value)}
            onChange={ask}
          />
        </div>
        <button type="submit" class="sr">
          {m.mentors_show()}
        </button>
      </form>
      <div class="mt-2">
        <Checkbox
          checked={search().free_intro === 'true'}
          onChange={(event) => props.searching.setFreeIntro(event.currentTarget.checked)}
        >
          {m.mentors_filter_intro()}
        </Checkbox>
      </div>
    </fieldset>
  )
}
