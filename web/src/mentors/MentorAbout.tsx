import { For, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import ClockIcon from '~icons/lucide/clock'
import LanguagesIcon from '~icons/lucide/languages'
import MessageIcon from '~icons/lucide/message-circle'
import CheckIcon from '~icons/lucide/calendar-check'
import { CheckList } from '../applications/CheckList'
import { OfferBadges, priceOf } from '../bookings/OfferBadges'
import { createWriteTo } from '../chat/write-to'
import { FavouriteButton } from '../favourites/FavouriteButton'
import { createNow } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import type { Place } from '../lib/time'
import { BadgeMarks } from '../reviews/BadgeMarks'
import { OwnLinks } from '../ui/OwnLinks'
import { Avatar } from '../ui/Avatar'
import { Chip } from '../ui/Badge'
import { Button, ButtonLink } from '../ui/Button'
import { Note, ProblemNote } from '../ui/Note'
import { Rating } from '../ui/Rating'
import type { Mentor } from './mentors.calls'
import { answersWords } from './answers'
import { languagesOf } from './MentorRow'

/** All that is said here; a mentor's own page lacks the rest of it. */
type Shown = Omit<Mentor, 'soonest_free' | 'searchable'>

/** Who it is: face, words, what they offer. */
export function MentorAbout(props: {
  mentor: Shown
  theirs: Place
  isOwn: boolean
  /** Where the page around it has a heading of its own. */
  heading?: 'h2'
  children?: JSX.Element
}) {
  return (
    <article class="prof__l">
      <Show when={props.isOwn}>
        <Note kind="info">{m.mentor_own_page()}</Note>
      </Show>
      <header class="prof__h">
        <Avatar name={props.mentor.name} picture={props.mentor.picture_url} size="2xl" eager />
        <div class="prof__id">
          <Dynamic component={props.heading ?? 'h1'} class="display prof__n">
            <bdi>{props.mentor.name}</bdi>
          </Dynamic>
          <Show when={props.mentor.headline}>
            <p class="t-lead">{props.mentor.headline}</p>
          </Show>
          <Facts mentor={props.mentor} theirs={props.theirs} />
          <BadgeMarks badges={props.mentor.badges} linked />
          <Show when={!props.isOwn}>
            <div class="row row--2 row--wrap">
              <WriteTo mentor={props.mentor} />
              <FavouriteButton mentorId={props.mentor.mentor_id} name={props.mentor.name} />
            </div>
          </Show>
        </div>
      </header>
      <Show when={props.mentor.promise}>
        <p class="promise display">{m.mentor_promise({ words: props.mentor.promise! })}</p>
      </Show>
      <Show when={props.mentor.bio || props.mentor.skills.length > 0}>
        <section aria-labelledby="about" class="stack stack--3">
          <h2 id="about" class="t-big">
            {m.mentor_about()}
          </h2>
          <Show when={props.mentor.bio}>
            <p class="prose">{props.mentor.bio}</p>
          </Show>
          <div class="chips">
            <For each={props.mentor.skills}>{(skill) => <Chip>{skill}</Chip>}</For>
          </div>
          <OwnLinks of={props.mentor} />
        </section>
      </Show>
      <Show when={props.mentor.checks.length > 0 || props.isOwn}>
        <section aria-labelledby="checked" class="stack stack--3">
          <h2 id="checked" class="t-big">
            {m.checks_public_title()}
          </h2>
          <CheckList checks={props.mentor.checks} />
          <Show when={props.isOwn}>
            <div>
              <ButtonLink size="sm" href="/application#checks">
                {m.checks_own_act()}
              </ButtonLink>
            </div>
          </Show>
        </section>
      </Show>
      <section aria-labelledby="offers" class="stack stack--3">
        <h2 id="offers" class="t-big">
          {m.mentor_offers()}
        </h2>
        <Show when={props.mentor.offers.length > 0} fallback={<p class="t-2">{m.mentor_no_offers()}</p>}>
          <ul class="list card card--flush">
            <For each={props.mentor.offers}>
              {(offer) => (
                <li class="list-row row--top">
                  <div class="list-row__main">
                    <h3 class="t-strong">
                      {offer.title} <span class="t-3 t-sm font-normal">{m.minutes({ count: offer.minutes })}</span>{' '}
                      <OfferBadges offer={offer} />
                    </h3>
                    <Show when={offer.description}>
                      <p class="t-2">{offer.description}</p>
                    </Show>
                  </div>
                  <b class="num nowrap">{priceOf(offer)}</b>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
      {props.children}
    </article>
  )
}

function Facts(props: { mentor: Shown; theirs: Place }) {
  const now = createNow()
  return (
    <ul class="facts t-sm">
      <li>
        <Rating rating={props.mentor.rating} count={props.mentor.rating_count} sessions={props.mentor.total_sessions} />
      </li>
      <Show when={props.mentor.rating !== null && props.mentor.total_sessions > 0}>
        <li>
          <CheckIcon class="i i--sm" aria-hidden="true" />
          {m.mentor_sessions({ count: props.mentor.total_sessions })}
        </li>
      </Show>
      <Show when={props.mentor.languages.length > 0}>
        <li>
          <LanguagesIcon class="i i--sm" aria-hidden="true" />
          <span class="sr">{m.mentors_speaks()}</span> {languagesOf(props.mentor.languages)}
        </li>
      </Show>
      <li>
        <ClockIcon class="i i--sm" aria-hidden="true" />
        <span class="num">{m.mentor_now({ time: props.theirs.time(now()), city: props.theirs.city })}</span>
      </li>
      <Show when={answersWords(props.mentor.answers_in)}>
        {(words) => (
          <li>
            <MessageIcon class="i i--sm" aria-hidden="true" />
            {words()}
          </li>
        )}
      </Show>
    </ul>
  )
}

function WriteTo(props: { mentor: Shown }) {
  const { writeTo, busy, error } = createWriteTo()
  return (
    <div class="stack stack--2 mt-2 items-start">
      <Button onClick={() => writeTo(props.mentor.mentor_id)} busy={busy()} class="max-w-full">
        <MessageIcon class="i" aria-hidden="true" />
        <span class="ellipsis">{m.mentor_write({ name: isolate(props.mentor.name) })}</span>
      </Button>
      <ProblemNote error={error()} />
    </div>
  )
}

export function MentorSkeleton() {
  return (
    <div class="prof" role="status" aria-label={m.loading()}>
      <div class="prof__l">
        <div class="prof__h">
          <span class="sk avatar avatar--2xl" />
          <div class="prof__id grow gap-4 pt-2">
            <span class="sk sk--title h-8" />
            <span class="sk sk--w80" />
            <span class="sk sk--w60" />
          </div>
        </div>
        <div class="stack">
          <span class="sk sk--w80 h-6" />
          <span class="sk sk--w60 h-6" />
        </div>
      </div>
      <div class="card hidden min-h-[36rem] min-[68rem]:block" />
    </div>
  )
}
