import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import CompassIcon from '~icons/lucide/compass'
import { useQuery } from '../lib/query'
import { studentQuery } from '../accounts/profile.queries'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import type { ListedMentor } from '../mentors/mentors.calls'
import { mentorHitsQuery } from '../mentors/mentors.queries'
import { Avatar } from '../ui/Avatar'
import { Price } from '../ui/Price'
import { Soonest } from '../ui/Time'

const LOOKED_AT = 24
const SHOWN = 3

type Suggestion = { mentor: ListedMentor; reason: string | undefined }

/** Who teaches what one said one wants to learn comes first, then whoever is free soonest. */
function suggest(mentors: ListedMentor[], wishes: string[]): Suggestion[] {
  const wanted = new Set(wishes.map((wish) => wish.toLocaleLowerCase()))
  return mentors
    .filter((mentor) => mentor.soonest_free)
    .map((mentor) => ({ mentor, reason: mentor.skills.find((skill) => wanted.has(skill.toLocaleLowerCase())) }))
    .sort(
      (a, b) =>
        Number(b.reason !== undefined) - Number(a.reason !== undefined) ||
        a.mentor.soonest_free!.localeCompare(b.mentor.soonest_free!),
    )
    .slice(0, SHOWN)
}

/** Mentors for me, each with its reason where there is one. */
export function HomeMentors(props: { mine: Place | undefined }) {
  const mentors = useQuery(() => mentorHitsQuery('', LOOKED_AT))
  const student = useQuery(studentQuery)
  const suggestions = () => suggest(mentors.data?.items ?? [], student.data?.interests ?? [])
  return (
    <Show when={suggestions().length > 0}>
      <section aria-labelledby="forme">
        <div class="section-head">
          <h2 id="forme" class="t-section">
            {m.home_mentors()}
          </h2>
          <A class="link" href="/mentors">
            {m.home_mentors_all()}
          </A>
        </div>
        <ul class="forme">
          <For each={suggestions()}>
            {({ mentor, reason }) => (
              <li class="card pm">
                <div class="row">
                  <Avatar name={mentor.name} picture={mentor.picture_url} size="lg" />
                  <div class="grow">
                    <h3 class="t-strong">
                      <A class="cover-link" href={`/mentors/${mentor.mentor_id}`}>
                        <bdi>{mentor.name}</bdi>
                      </A>
                    </h3>
                    <p class="t-sm t-2 line-clamp-2">{mentor.headline}</p>
                  </div>
                </div>
                <Show when={reason}>
                  {(skill) => (
                    <p class="t-sm why">
                      <CompassIcon class="i i--sm" aria-hidden="true" />
                      {m.home_mentors_why({ skill: skill() })}
                    </p>
                  )}
                </Show>
                <div class="pm__f">
                  <Soonest at={mentor.soonest_free} place={props.mine} />
                  <Show when={mentor.from_offer}>
                    {(offer) => (
                      <Price minor={offer().amount_minor} currency={offer().currency} minutes={offer().minutes} />
                    )}
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
