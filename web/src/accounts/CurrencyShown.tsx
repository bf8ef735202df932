import { For, Show } from 'solid-js'
import { currenciesQuery } from '../lib/currencies'
import { m, regionalLocale } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Select } from '../ui/Field'
import type { usePreferences } from './preferences.queries'

const currencyName = (code: string): string =>
  `${new Intl.DisplayNames(regionalLocale(), { type: 'currency' }).of(code) ?? code} (${code})`

/** In which of the enabled currencies prices are searched and sorted; nothing to choose where there is one. */
export function CurrencyShown(props: { preferences: ReturnType<typeof usePreferences> }) {
  const currencies = useQuery(currenciesQuery)
  const all = () => currencies.data?.items ?? []
  return (
    <Show when={all().length > 1 && props.preferences.query.data}>
      {(chosen) => (
        <Select
          label={m.currency_label()}
          hint={m.currency_words()}
          onChange={(event) => void props.preferences.change({ currency: event.currentTarget.value })}
        >
          <For each={all()}>
            {(code) => (
              <option value={code} selected={code === chosen().currency}>
                {currencyName(code)}
              </option>
            )}
          </For>
        </Select>
      )}
    </Show>
  )
}
