import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import LanguagesIcon from '~icons/lucide/languages'
import { languageName, m, regionalLocale } from '../lib/messages'
import { FavouriteButton } from '../favourites/FavouriteButton'
import { BadgeMarks } from '../reviews/BadgeMarks'
import type { Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'
import { Badge, Chip } from '../ui/Badge'
import { Price } from '../ui/Price'
import { Rating } from '../ui/Rating'
import { Soonest } from '../ui/Time'
import type { ListedMentor, MentorSearch } from './mentors.calls'

const SKILLS_SHOWN = 4

/** Lit skills first, so that what one searched for is never among the hidden. */
function skillsFor(mentor: ListedMentor, search: MentorSearch): { skill: string; lit: boolean }[] {
  const words = search.q?.toLocaleLowerCase()
  return mentor.skills
    .map((skill) => {
      const name = skill.toLocaleLowerCase()
      const sought = words !== undefined && words.length > 1 && (name.includes(words) || words.includes(name))
      return { skill, lit: sought || (search.skill?.includes(skill) ?? false) }
    })
    .sort((a, b) => Number(b.lit) - Number(a.lit))
    .slice(0, SKILLS_SHOWN)
}

export const languagesOf = (codes: string[]): string =>
  new Intl.ListFormat(regionalLocale(), { style: 'short', type: 'unit' }).format(codes.map(languageName))

/** Face, words, soonest; the whole row is one link. */
export function MentorRow(props: { mentor: ListedMentor; search: MentorSearch; place: Place | undefined }) {
  return (
    <li class="mrow">
      <Avatar name={props.mentor.name} picture={props.mentor.picture_url} size="xl" />
      <div class="mrow__a">
        <div class="mrow__n">
          <h2 class="t-section">
            <A class="cover-link" href={`/mentors/${props.mentor.mentor_id}`}>
              <bdi>{props.mentor.name}</bdi>
            </A>
          </h2>
          <Rating
            rating={props.mentor.rating}
            count={props.mentor.rating_count}
            sessions={props.mentor.total_sessions}
          />
          <Show when={props.mentor.new_students === 'by_request'}>
            <Badge>{m.mentor_by_request()}</Badge>
          </Show>
        </div>
        <p class="t-2">{props.mentor.headline}</p>
        <BadgeMarks badges={props.mentor.badges} />
        <div class="chips">
          <For each={skillsFor(props.mentor, props.search)}>{(one) => <Chip lit={one.lit}>{one.skill}</Chip>}</For>
          <Show when={props.mentor.languages.length > 0}>
            <span class="lang t-sm t-3">
              <LanguagesIcon class="i i--sm" aria-hidden="true" />
              <span class="sr">{m.mentors_speaks()}</span> {languagesOf(props.mentor.languages)}
            </span>
          </Show>
        </div>
      </div>
      <div class="mrow__b">
        <div class="mrow__heart">
          <FavouriteButton mentorId={props.mentor.mentor_id} name={props.mentor.name} />
        </div>
        <Show when={props.mentor.new_students !== 'paused'} fallback={<Badge>{m.mentor_paused()}</Badge>}>
          <Soonest at={props.mentor.soonest_free} place={props.place} />
        </Show>
        <Show when={props.mentor.from_offer}>
          {(offer) => <Price minor={offer().amount_minor} currency={offer().currency} minutes={offer().minutes} />}
        </Show>
      </div>
    </li>
  )
}

export function MentorRowSkeleton() {
  return (
    <li class="mrow min-h-44 md:min-h-0" aria-hidden="true">
      <span class="sk avatar avatar--xl" />
      <div class="mrow__a gap-3">
        <span class="sk sk--title" />
        <span class="sk sk--w80" />
        <span class="sk sk--w60" />
      </div>
      <div class="mrow__b min-h-16">
        <span class="sk sk--w80" />
        <span class="sk sk--w60" />
      </div>
    </li>
  )
}
