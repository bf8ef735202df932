import { For, Match, Show, Switch } from 'solid-js'
import CheckIcon from '~icons/lucide/circle-check'
import CircleIcon from '~icons/lucide/circle-dashed'
import { LEAST } from '../../../worker/contract/applications.constants'
import { reachOthers } from '../accounts/reach'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { Button, ButtonLink } from '../ui/Button'
import type { Missing } from './application.queries'

const WORDS: Record<Missing, () => string> = {
  headline: m.application_missing_headline,
  bio: () => m.application_missing_bio({ count: LEAST.bio }),
  skills: m.application_missing_skills,
  experience: () => m.application_missing_experience({ count: LEAST.experience }),
  motivation: () => m.application_missing_motivation({ count: LEAST.motivation }),
  email: m.application_missing_email,
  birth_date: m.application_missing_birth_date,
  age: m.application_missing_age,
}
const OF_PROFILE: Missing[] = ['headline', 'bio', 'skills']
const OF_PERSON: Missing[] = ['email', 'birth_date']
const OF_THIS_PAGE: Missing[] = ['experience', 'motivation']

const writeIn = (field: Missing) => document.querySelector<HTMLElement>(`textarea[name="${field}"]`)?.focus()

/** Each thing with the way to it. */
export function MissingList(props: { missing: Missing[]; me: Me }) {
  return (
    <Show
      when={props.missing.length > 0}
      fallback={
        <p class="row row--2">
          <CheckIcon class="i" aria-hidden="true" />
          {m.application_nothing_missing()}
        </p>
      }
    >
      <div class="stack stack--1">
        <h3 class="legend">{m.application_missing_title()}</h3>
        <ul class="apply__missing">
          <For each={props.missing}>
            {(one) => (
              <li>
                <CircleIcon class="i" aria-hidden="true" />
                <span class="grow">{WORDS[one]()}</span>
                <Way to={one} me={props.me} />
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}

function Way(props: { to: Missing; me: Me }) {
  return (
    <Switch>
      <Match when={OF_PROFILE.includes(props.to)}>
        <ButtonLink
          size="sm"
          href="/settings/profile#teaching"
          aria-label={`${m.application_missing_go_profile()}: ${WORDS[props.to]()}`}
        >
          {m.application_missing_go_profile()}
        </ButtonLink>
      </Match>
      <Match when={OF_THIS_PAGE.includes(props.to)}>
        <Button
          size="sm"
          onClick={() => writeIn(props.to)}
          aria-label={`${m.application_missing_go_write()}: ${WORDS[props.to]()}`}
        >
          {m.application_missing_go_write()}
        </Button>
      </Match>
      <Match when={OF_PERSON.includes(props.to)}>
        <Button size="sm" onClick={() => reachOthers(props.me, () => undefined)}>
          {props.to === 'email' ? m.application_missing_go_confirm() : m.application_missing_go_say()}
        </Button>
      </Match>
    </Switch>
  )
}
