import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, on, Show } from 'solid-js'
import ArrowIcon from '~icons/lucide/arrow-right'
import { m, regionalLocale } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { Button } from '../ui/Button'
import { completenessQuery, type Completeness } from './completeness.queries'

type Side = 'student' | 'mentor'
type Step = NonNullable<NonNullable<Completeness[Side]>['next']>['step']

const percent = (of100: number): string =>
  new Intl.NumberFormat(regionalLocale(), { style: 'percent' }).format(of100 / 100)

const STEPS: Record<Step, (side: Side) => string> = {
  interests: () => m.complete_step_interests(),
  skills: () => m.complete_step_skills(),
  bio: (side) => (side === 'mentor' ? m.complete_step_mentor_bio() : m.complete_step_bio()),
  picture: () => m.complete_step_picture(),
  field_of_study: () => m.complete_step_field_of_study(),
  college: () => m.complete_step_college(),
  degree: () => m.complete_step_degree(),
  date_of_birth: () => m.complete_step_date_of_birth(),
  cv: () => m.complete_step_cv(),
  link: () => m.complete_step_link(),
  expertise: () => m.complete_step_expertise(),
  headline: () => m.complete_step_headline(),
  languages: () => m.complete_step_languages(),
  promise: () => m.complete_step_promise(),
  designation: () => m.complete_step_designation(),
  years_of_experience: () => m.complete_step_years_of_experience(),
}

/** Where a step is done: a field of this side's form, a part of the same page, or another page. */
function placeOf(side: Side, step: Step): HTMLElement | null {
  const field = document.querySelector<HTMLElement>(`[data-side="${side}"] [data-step="${step}"]`)
  return field ?? document.querySelector<HTMLElement>(`#${step} :is(button, input, a)`)
}

/** How whole one side of the profile is, and the one step that helps most; it leads there. */
export function CompletenessBar(props: { side: Side }) {
  const navigate = useNavigate()
  const completeness = useQuery(completenessQuery)
  const own = () => completeness.data?.[props.side]
  const client = useQueryClient()
  const me = useMe()
  // The picture is changed in a part of the page that does not know of this one.
  createEffect(
    on(
      () => me.data?.picture_url,
      () => void client.invalidateQueries({ queryKey: completenessQuery().queryKey }),
      { defer: true },
    ),
  )
  const title = (of100: number) =>
    props.side === 'mentor'
      ? m.complete_mentor({ percent: percent(of100) })
      : m.complete_student({ percent: percent(of100) })

  function lead(step: Step): void {
    const place = placeOf(props.side, step)
    if (!place) return navigate(step === 'date_of_birth' ? '/settings/account' : '/settings/profile')
    place.scrollIntoView?.({ block: 'center' })
    place.focus({ preventScroll: true })
  }

  return (
    <Show when={own()}>
      {(known) => (
        <div class="card card--well stack stack--3">
          <div class="row row--wrap">
            <p class="t-strong grow">{title(known().percent)}</p>
            <Show when={known().next} fallback={<p class="t-2">{m.complete_whole()}</p>}>
              {(next) => (
                <Button size="sm" class="whitespace-normal text-start" onClick={() => lead(next().step)}>
                  {STEPS[next().step](props.side)}
                  <span class="t-3 num">{m.complete_gain({ percent: percent(next().gain) })}</span>
                  <ArrowIcon class="i i--sm i--flip" aria-hidden="true" />
                </Button>
              )}
            </Show>
          </div>
          <progress class="bar" max="100" value={known().percent} aria-label={title(known().percent)} />
        </div>
      )}
    </Show>
  )
}
