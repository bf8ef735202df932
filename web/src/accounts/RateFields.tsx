import { For, Show } from 'solid-js'
import type { OwnMentor } from '../availability/availability.queries'
import { currenciesQuery } from '../lib/currencies'
import { m } from '../lib/messages'
import { minorOf, typedAmount } from '../lib/money'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { Select, TextField } from '../ui/Field'
import { textOrNull } from './form-values'

/** The amount with its currency, both null where it is left empty. */
export function rateOf(form: FormData) {
  const [typed, currency] = [textOrNull(form, 'hourly_rate'), textOrNull(form, 'hourly_rate_currency')]
  if (typed === null) return { hourly_rate_minor: null, hourly_rate_currency: null }
  // The currencies could not be read yet: what was typed is not to be lost for that.
  if (currency === null) throw new Problem('unreachable', 0)
  const hourly_rate_minor = minorOf(typed, currency)
  if (hourly_rate_minor === undefined)
    throw new Problem('invalid_input', 422, { hourly_rate_minor: [m.offer_amount_fault()] })
  return { hourly_rate_minor, hourly_rate_currency: currency }
}

/** What an hour costs, in one of the currencies there are; nothing to choose where there is one. */
export function RateFields(props: { own: OwnMentor; errorOf: (field: string) => string | undefined }) {
  const currencies = useQuery(currenciesQuery)
  const own = () => props.own.hourly_rate_currency
  const all = () => [...new Set([...(currencies.data?.items ?? []), ...(own() === null ? [] : [own()!])])]
  const amount = () => {
    const { hourly_rate_minor: minor, hourly_rate_currency: currency } = props.own
    return minor === null || currency === null ? '' : typedAmount(minor, currency)
  }
  return (
    <div class="grid grid-cols-2 gap-4">
      <TextField
        name="hourly_rate"
        label={m.profile_rate()}
        hint={m.profile_rate_words()}
        inputmode="decimal"
        maxlength="16"
        value={amount()}
        error={props.errorOf('hourly_rate_minor')}
      />
      <Show when={all().length > 0}>
        <Select name="hourly_rate_currency" label={m.offer_currency()} error={props.errorOf('hourly_rate_currency')}>
          <For each={all()}>
            {(code) => (
              <option value={code} selected={code === (own() ?? all()[0])}>
                {code}
              </option>
            )}
          </For>
        </Select>
      </Show>
    </div>
  )
}
