import { createUniqueId, For, Show } from 'solid-js'
import { DAY_PARTS, type DayPart } from '../../../worker/contract/mentors.constants'
import { RATINGS_SOUGHT } from '../../../worker/contract/reviews.constants'
import { now } from '../lib/clock'
import { languageName, m, regionalLocale } from '../lib/messages'
import type { Place } from '../lib/time'
import { Checkbox } from '../ui/Field'
import type { Facets } from './facets'
import { PriceFilter } from './PriceFilter'
import type { MentorSearching } from './search'
import { SkillFinder } from './SkillFinder'

export const PART_NAMES: Record<DayPart, () => string> = {
  morning: m.mentors_part_morning,
  afternoon: m.mentors_part_afternoon,
  evening: m.mentors_part_evening,
  night: m.mentors_part_night,
}
const YEARS = [3, 5, 10, 15]

type Parts = { searching: MentorSearching; facets: Facets; place: Place | undefined; currency: string }

/** A quiet column on a desk, a sheet on a phone. */
export function MentorFilters(props: Parts & { class?: string }) {
  return (
    <div class={`filters ${props.class ?? ''}`}>
      <When {...props} />
      <PriceFilter searching={props.searching} currency={props.currency} />
      <RatingFilter searching={props.searching} />
      <Skills {...props} />
      <Experience searching={props.searching} />
      <Languages {...props} />
    </div>
  )
}

function When(props: Parts) {
  const search = () => props.searching.search()
  return (
    <fieldset>
      <legend class="legend">{m.mentors_filter_when()}</legend>
      <Checkbox
        checked={search().available === 'true'}
        onChange={(event) => props.searching.setAvailable(event.currentTarget.checked)}
      >
        {m.mentors_filter_week()}
      </Checkbox>
      <div class="chips mt-2">
        <For each={DAY_PARTS}>
          {(part) => (
            <button
              type="button"
              class="chip"
              aria-pressed={search().available_part?.includes(part) ?? false}
              onClick={() => props.searching.togglePart(part)}
            >
              {PART_NAMES[part]()}
            </button>
          )}
        </For>
      </div>
      <Show when={props.place}>
        {(here) => <p class="t-xs t-3 mt-2">{m.mentors_part_hint({ zone: here().label(now()) })}</p>}
      </Show>
    </fieldset>
  )
}

function Experience(props: { searching: MentorSearching }) {
  const name = createUniqueId()
  return (
    <fieldset>
      <legend class="legend">{m.mentors_filter_experience()}</legend>
      <For each={[undefined, ...YEARS]}>
        {(years) => (
          <label class="check">
            <input
              type="radio"
              name={name}
              checked={props.searching.search().experience_min === years}
              onChange={() => props.searching.setExperience(years)}
            />
            {years === undefined ? m.mentors_filter_any_years() : m.mentors_filter_years({ count: years })}
          </label>
        )}
      </For>
    </fieldset>
  )
}

/** "4.5 stars or more", as ratings are written. */
export const ratingFrom = (rating: number): string =>
  m.mentors_filter_rating_from({
    rating: new Intl.NumberFormat(regionalLocale(), { minimumFractionDigits: 1 }).format(rating),
  })

function RatingFilter(props: { searching: MentorSearching }) {
  const name = createUniqueId()
  return (
    <fieldset>
      <legend class="legend">{m.mentors_filter_rating()}</legend>
      <For each={[undefined, ...RATINGS_SOUGHT]}>
        {(rating) => (
          <label class="check">
            <input
              type="radio"
              name={name}
              checked={props.searching.search().rating_min === rating}
              onChange={() => props.searching.setRating(rating)}
            />
            {rating === undefined ? m.mentors_filter_any_rating() : ratingFrom(rating)}
          </label>
        )}
      </For>
    </fieldset>
  )
}

function Languages(props: Parts) {
  return (
    <Show when={props.facets.languages.length > 0}>
      <fieldset>
        <legend class="legend">{m.mentors_filter_speaks()}</legend>
        <For each={props.facets.languages}>
          {(code) => (
            <Checkbox
              checked={props.searching.search().language?.includes(code) ?? false}
              onChange={() => props.searching.toggleLanguage(code)}
            >
              {languageName(code)}
            </Checkbox>
          )}
        </For>
      </fieldset>
    </Show>
  )
}

/** Any skill by its name, and those that the mentors seen so far teach most. */
function Skills(props: Parts) {
  const chosen = () => props.searching.search().skill ?? []
  return (
    <fieldset>
      <legend class="legend">{m.mentors_filter_skills()}</legend>
      <SkillFinder searching={props.searching} />
      <div class="chips mt-2">
        <For each={props.facets.skills.filter((skill) => !chosen().includes(skill))}>
          {(skill) => (
            <button type="button" class="chip" onClick={() => props.searching.toggleSkill(skill)}>
              {skill}
            </button>
          )}
        </For>
      </div>
    </fieldset>
  )
}
