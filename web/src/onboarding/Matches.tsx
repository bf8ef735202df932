import '../mentors/mentors.css'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import { MOST_SKILLS_SOUGHT } from '../../../worker/contract/mentors.constants'
import { isolate, m } from '../lib/messages'
import { useQuery } from '../lib/query'
import type { Place } from '../lib/time'
import { useMyPlace } from '../lib/zones'
import { MentorRowSkeleton } from '../mentors/MentorRow'
import { Avatar } from '../ui/Avatar'
import { ButtonLink } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty, Loaded } from '../ui/List'
import { Price } from '../ui/Price'
import { Rating } from '../ui/Rating'
import { Soonest } from '../ui/Time'
import { reasonWords } from './reasons'
import { matchesQuery, type Match } from './welcome.queries'
import { addressOf } from './welcome-flow'

function directoryFor(skills: string[]): string {
  const search = new URLSearchParams(skills.slice(0, MOST_SKILLS_SOUGHT).map((skill) => ['skill', skill]))
  return skills.length > 0 ? `/mentors?${search}` : '/mentors'
}

/** Three mentors for the answers, each with its reasons in words. */
export function Matches(props: { skills: string[] }) {
  const matches = useQuery(matchesQuery)
  const place = useMyPlace()
  return (
    <Loaded
      query={matches}
      loading={
        <div role="status" aria-label={m.loading()}>
          <ul class="stack stack--3">
            <For each={[1, 2, 3]}>{() => <MentorRowSkeleton />}</For>
          </ul>
        </div>
      }
      isEmpty={(page) => page.items.length === 0}
      empty={
        <div class="card">
          <Empty
            art={<Scope />}
            title={m.welcome_matches_none()}
            act={
              <div class="row row--wrap row--2 justify-center">
                <ButtonLink kind="primary" href="/mentors">
                  {m.welcome_matches_all()}
                </ButtonLink>
                <ButtonLink href={addressOf('skills')}>{m.welcome_change()}</ButtonLink>
              </div>
            }
          >
            {m.welcome_matches_none_words()}
          </Empty>
        </div>
      }
    >
      {(page) => (
        <div class="stack">
          <ul class="stack stack--3">
            <For each={page().items}>{(match) => <MatchRow match={match} place={place()} />}</For>
          </ul>
          <div class="row row--wrap row--2">
            <ButtonLink size="lg" href={directoryFor(props.skills)}>
              {m.welcome_matches_all()}
            </ButtonLink>
            <ButtonLink kind="quiet" size="lg" href={addressOf('goal')}>
              {m.welcome_change()}
            </ButtonLink>
          </div>
        </div>
      )}
    </Loaded>
  )
}

/** The directory's row, with the reasons in place of the skills. */
function MatchRow(props: { match: Match; place: Place | undefined }) {
  const mentor = () => props.match.mentor
  const page = () => `/mentors/${mentor().mentor_id}`
  return (
    <li class="mrow">
      <Avatar name={mentor().name} picture={mentor().picture_url} size="xl" />
      <div class="mrow__a">
        <div class="mrow__n">
          <h2 class="t-section">
            <A href={page()}>
              <bdi>{mentor().name}</bdi>
            </A>
          </h2>
          <Rating rating={mentor().rating} count={mentor().rating_count} sessions={mentor().total_sessions} />
        </div>
        <p class="t-2">{mentor().headline}</p>
        <ul class="welcome__why t-sm" aria-label={m.welcome_matches_why({ name: isolate(mentor().name) })}>
          <For each={props.match.reasons}>
            {(reason) => (
              <li>
                <CheckIcon class="i i--sm" aria-hidden="true" />
                <span>{reasonWords(reason, mentor())}</span>
              </li>
            )}
          </For>
        </ul>
      </div>
      <div class="mrow__b">
        <div>
          <Soonest at={mentor().soonest_free} place={props.place} />
          <Show when={mentor().from_offer}>
            {(offer) => <Price minor={offer().amount_minor} currency={offer().currency} minutes={offer().minutes} />}
          </Show>
        </div>
        <ButtonLink kind="primary" class="max-w-full" href={page()}>
          <span class="ellipsis">{m.welcome_matches_see({ name: isolate(mentor().name) })}</span>
        </ButtonLink>
      </div>
    </li>
  )
}
