import { A, useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import ArrowIcon from '~icons/lucide/arrow-right'
import SearchIcon from '~icons/lucide/search'
import { now } from '../lib/clock'
import { createDebounced } from '../lib/debounced'
import { createFetched } from '../lib/fetched'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { wordsOf } from '../lib/problem'
import { relativeDay, type Place } from '../lib/time'
import { findMentors, type ListedMentor } from '../mentors/mentors.calls'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import { Portrait } from '../ui/Portrait'

const HITS = 3

/** The search field that answers while one types: the hits are the proof. */
export function Ask(props: { place: Place }) {
  const navigate = useNavigate()
  const [words, setWords] = createSignal('')
  const asked = createDebounced(() => words().trim())
  const hits = createFetched(asked, (q) => findMentors({ q, limit: HITS }))
  const directory = () => (words().trim() ? `/mentors?q=${encodeURIComponent(words().trim())}` : '/mentors')

  return (
    <form
      class="ask"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        navigate(directory())
      }}
    >
      <label class="sr" for="ask">
        {m.landing_ask()}
      </label>
      <div class="ask__q">
        <SearchIcon class="i i--lg" aria-hidden="true" />
        <input
          id="ask"
          type="text"
          placeholder={m.landing_ask()}
          autocomplete="off"
          enterkeyhint="search"
          value={words()}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <Button kind="primary" type="submit" aria-label={m.act_search()}>
          <ArrowIcon class="i i--flip" aria-hidden="true" />
        </Button>
      </div>
      <div class="ask__hits">
        <ul aria-live="polite" aria-busy={hits.loading()}>
          <Show when={!hits.error() || hits.data()} fallback={<li class="t-2 px-2.5 py-4">{wordsOf(hits.error())}</li>}>
            <Show when={hits.data()} fallback={<For each={[1, 2, 3]}>{() => <HitSkeleton />}</For>}>
              {(page) => (
                <For each={page().items} fallback={<li class="t-2 px-2.5 py-4">{m.landing_no_hit()}</li>}>
                  {(mentor) => <Hit mentor={mentor} place={props.place} />}
                </For>
              )}
            </Show>
          </Show>
        </ul>
        <p class="ask__all t-sm">
          <span class="t-3">{m.landing_zone({ zone: props.place.label(now()), city: props.place.city })}</span>
          <A class="link" href={directory()}>
            {words().trim() ? m.landing_all_hits() : m.landing_all()}
          </A>
        </p>
      </div>
    </form>
  )
}

function Hit(props: { mentor: ListedMentor; place: Place }) {
  return (
    <li>
      <A class="hit" href={`/mentors/${props.mentor.mentor_id}`}>
        <Avatar name={props.mentor.name} picture={props.mentor.picture_url} eager />
        <span class="grow">
          <bdi class="hit__n">{props.mentor.name}</bdi>
          <span class="hit__h t-2 t-sm">{props.mentor.headline}</span>
        </span>
        <span class="hit__s">
          <Show when={props.mentor.soonest_free}>
            {(at) => (
              <b class="num">
                {m.time_day_and_time({ day: relativeDay(props.place, at(), now()), time: props.place.time(at()) })}
              </b>
            )}
          </Show>
          <Show when={props.mentor.from_offer}>
            {(offer) => <span class="t-sm t-3 num">{money(offer().amount_minor, offer().currency)}</span>}
          </Show>
        </span>
      </A>
    </li>
  )
}

const HitSkeleton = () => (
  <li class="hit" aria-hidden="true">
    <span class="sk avatar" />
    <span class="grow stack stack--2">
      <span class="sk sk--title" />
      <span class="sk sk--w60" />
    </span>
  </li>
)

/** Portraits that climb with their next free time, as the logo's second path does. */
export function Rise(props: { mentors: ListedMentor[]; place: Place }) {
  const portrayed = () => props.mentors.filter((mentor) => mentor.picture_url && mentor.soonest_free)
  const four = () => (portrayed().length >= HITS + 4 ? portrayed().slice(HITS, HITS + 4) : portrayed().slice(0, 4))
  return (
    <div class="rise" aria-hidden="true">
      <For each={four()} fallback={<For each={[1, 2, 3, 4]}>{() => <div class="rise__col sk" />}</For>}>
        {(mentor) => (
          <Portrait class="rise__col" name={mentor.name} picture={mentor.picture_url} eager>
            <span class="rise__tag">
              <b class="num">{props.place.time(mentor.soonest_free!)}</b>
              <span>{relativeDay(props.place, mentor.soonest_free!, now())}</span>
              <span class="hidden lg:inline">{mentor.skills[0]}</span>
            </span>
          </Portrait>
        )}
      </For>
    </div>
  )
}
