import { For, Show } from 'solid-js'
import CloseIcon from '~icons/lucide/x'
import { languageName, m } from '../lib/messages'
import { money } from '../lib/money'
import { PART_NAMES, ratingFrom } from './MentorFilters'
import type { MentorSearching } from './search'

type InUse = { name: string; drop: () => void }

function priceName(from: number | undefined, to: number | undefined, currency: string): string {
  if (from !== undefined && to !== undefined)
    return m.mentors_price_between({ from: money(from, currency), to: money(to, currency) })
  return from === undefined
    ? m.mentors_filter_up_to({ amount: money(to ?? 0, currency) })
    : m.mentors_price_from({ amount: money(from, currency) })
}

/** Every filter in use with its way out, over the results. */
export function FilterChips(props: { searching: MentorSearching; currency: string }) {
  const inUse = (): InUse[] => {
    const is = props.searching.search()
    const { price_min_minor: from, price_max_minor: to } = is
    return [
      ...(is.available ? [{ name: m.mentors_filter_week(), drop: () => props.searching.setAvailable(false) }] : []),
      ...(is.available_part ?? []).map((part) => ({
        name: PART_NAMES[part](),
        drop: () => props.searching.togglePart(part),
      })),
      ...(from !== undefined || to !== undefined
        ? [{ name: priceName(from, to, props.currency), drop: () => props.searching.setPrice(undefined, undefined) }]
        : []),
      ...(is.free_intro ? [{ name: m.mentors_filter_intro(), drop: () => props.searching.setFreeIntro(false) }] : []),
      ...(is.rating_min ? [{ name: ratingFrom(is.rating_min), drop: () => props.searching.setRating(undefined) }] : []),
      ...(is.skill ?? []).map((skill) => ({ name: skill, drop: () => props.searching.toggleSkill(skill) })),
      ...(is.experience_min
        ? [
            {
              name: m.mentors_filter_years({ count: is.experience_min }),
              drop: () => props.searching.setExperience(undefined),
            },
          ]
        : []),
      ...(is.language ?? []).map((code) => ({
        name: languageName(code),
        drop: () => props.searching.toggleLanguage(code),
      })),
    ]
  }
  return (
    <Show when={inUse().length > 0}>
      <div class="chips mb-3" role="group" aria-label={m.mentors_filters_now()}>
        <For each={inUse()}>
          {(one) => (
            <button
              type="button"
              class="chip"
              aria-label={m.mentors_filter_drop({ name: one.name })}
              onClick={() => one.drop()}
            >
              {one.name}
              <CloseIcon class="i i--sm" aria-hidden="true" />
            </button>
          )}
        </For>
        <button type="button" class="btn btn--quiet btn--sm" onClick={() => props.searching.clear()}>
          {m.mentors_clear_filters()}
        </button>
      </div>
    </Show>
  )
}
