import { For, Show } from 'solid-js'
import { languageName, m } from '../lib/messages'
import { money } from '../lib/money'
import { Checkbox } from '../ui/Field'
import type { Facets } from './facets'
import type { MentorSearching } from './search'

const CURRENCY = 'INR'
const PRICES = [50_000, 100_000, 150_000, 250_000]

/** A quiet column on a desk, a sheet on a phone. It offers what the mentors seen so far really have. */
export function MentorFilters(props: { searching: MentorSearching; facets: Facets; class?: string }) {
  const search = () => props.searching.search()
  return (
    <div class={`filters ${props.class ?? ''}`}>
      <fieldset>
        <legend class="legend">{m.mentors_filter_price()}</legend>
        <For each={[undefined, ...PRICES]}>
          {(price) => (
            <label class="check">
              <input
                type="radio"
                name="price"
                checked={search().price_max_minor === price}
                onChange={() => props.searching.setPrice(price)}
              />
              {price === undefined
                ? m.mentors_filter_any()
                : m.mentors_filter_up_to({ amount: money(price, CURRENCY) })}
            </label>
          )}
        </For>
      </fieldset>
      <Show when={props.facets.languages.length > 0}>
        <fieldset>
          <legend class="legend">{m.mentors_filter_speaks()}</legend>
          <For each={props.facets.languages}>
            {(code) => (
              <Checkbox
                checked={search().language?.includes(code) ?? false}
                onChange={() => props.searching.toggleLanguage(code)}
              >
                {languageName(code)}
              </Checkbox>
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={props.facets.skills.length > 0}>
        <fieldset>
          <legend class="legend">{m.mentors_filter_skills()}</legend>
          <div class="chips">
            <For each={props.facets.skills}>
              {(skill) => (
                <button
                  type="button"
                  class="chip"
                  aria-pressed={search().skill?.includes(skill) ?? false}
                  onClick={() => props.searching.toggleSkill(skill)}
                >
                  {skill}
                </button>
              )}
            </For>
          </div>
        </fieldset>
      </Show>
    </div>
  )
}
