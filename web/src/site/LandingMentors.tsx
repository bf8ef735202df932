import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import type { ListedMentor } from '../mentors/mentors.calls'
import { Chip } from '../ui/Badge'
import { ErrorState } from '../ui/List'
import { Portrait } from '../ui/Portrait'
import { Price } from '../ui/Price'
import { Rating } from '../ui/Rating'
import { Soonest } from '../ui/Time'

type SoonProps = { mentors: ListedMentor[]; place: Place; failed: unknown; retry: () => void }

export function SoonMentors(props: SoonProps) {
  return (
    <section class="wrap sec" aria-labelledby="soon">
      <div class="section-head">
        <h2 id="soon" class="t-page">
          {m.landing_soon()}
        </h2>
        <A class="link nowrap" href="/mentors">
          {m.landing_see_all()}
        </A>
      </div>
      <Show
        when={props.mentors.length > 0 || !props.failed}
        fallback={<ErrorState error={props.failed} retry={() => props.retry()} />}
      >
        <ul class="three">
          <For each={props.mentors.slice(0, 3)} fallback={<For each={[1, 2, 3]}>{() => <CardSkeleton />}</For>}>
            {(mentor) => <MentorCard mentor={mentor} place={props.place} />}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function MentorCard(props: { mentor: ListedMentor; place: Place }) {
  return (
    <li class="card mcard">
      <Portrait class="mcard__pic" name={props.mentor.name} picture={props.mentor.picture_url} />
      <div class="mcard__b">
        <div class="row">
          <h3 class="t-section grow">
            <A class="cover-link" href={`/mentors/${props.mentor.mentor_id}`}>
              <bdi>{props.mentor.name}</bdi>
            </A>
          </h3>
          <Rating
            rating={props.mentor.rating}
            count={props.mentor.rating_count}
            sessions={props.mentor.total_sessions}
          />
        </div>
        <p class="t-2">{props.mentor.headline}</p>
        <div class="chips mt-1">
          <For each={props.mentor.skills.slice(0, 3)}>{(skill) => <Chip>{skill}</Chip>}</For>
        </div>
        <div class="mcard__f">
          <Soonest at={props.mentor.soonest_free} place={props.place} />
          <Show when={props.mentor.from_offer}>
            {(offer) => <Price minor={offer().amount_minor} currency={offer().currency} minutes={offer().minutes} />}
          </Show>
        </div>
      </div>
    </li>
  )
}

const CardSkeleton = () => (
  <li class="card mcard" aria-hidden="true">
    <div class="mcard__pic bg-sunken" />
    <div class="mcard__b min-h-[13.5rem]">
      <span class="sk sk--title" />
      <span class="sk sk--w80" />
      <span class="sk sk--w60" />
    </div>
  </li>
)
