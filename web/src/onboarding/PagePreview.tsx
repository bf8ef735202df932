import '../mentors/mentor.css'
import { Show } from 'solid-js'
import { availabilityQuery, ownMentorQuery, type OwnMentor } from '../availability/availability.queries'
import { hoursOf } from '../availability/hours'
import { Preview } from '../availability/Preview'
import { m, regionalLocale } from '../lib/messages'
import { useQuery } from '../lib/query'
import { usePlace, useZones } from '../lib/zones'
import { MentorAbout, MentorSkeleton } from '../mentors/MentorAbout'
import { ButtonLink } from '../ui/Button'
import { Loaded } from '../ui/List'

const hoursWords = (hours: number) =>
  new Intl.NumberFormat(regionalLocale(), { maximumFractionDigits: 1 }).format(hours)

/** The mentor's own page as students see it, and the one thing left to do. */
export function PagePreview() {
  const mentor = useQuery(ownMentorQuery)
  return (
    <Loaded query={mentor} loading={<MentorSkeleton />}>
      {(own) => <Page mentor={own()} />}
    </Loaded>
  )
}

function Page(props: { mentor: OwnMentor }) {
  const availability = useQuery(availabilityQuery)
  const zones = useZones()
  const theirs = usePlace(() => props.mentor.time_zone)
  const place = usePlace(() => availability.data?.time_zone)
  const isListed = () => props.mentor.application_state === 'approved'
  return (
    <Show when={theirs()} fallback={<MentorSkeleton />}>
      {(zone) => (
        <div class="stack stack--10">
          <div class="card">
            <MentorAbout mentor={props.mentor} theirs={zone()} isOwn heading="h2" />
          </div>
          <Show
            when={isListed() && props.mentor.offers.length > 0 && place() && zones()}
            fallback={
              <Show when={availability.data}>
                {(week) => <p class="t-2">{m.welcome_preview_hours({ hours: hoursWords(hoursOf(week().weekly)) })}</p>}
              </Show>
            }
          >
            <Preview mentorId={props.mentor.mentor_id} offers={props.mentor.offers} place={place()!} zones={zones()!} />
          </Show>
          <div class="row row--wrap row--2">
            <ButtonLink kind="primary" size="lg" href="/application">
              {m.welcome_preview_send()}
            </ButtonLink>
            <ButtonLink size="lg" href="/settings/profile">
              {m.welcome_preview_profile()}
            </ButtonLink>
          </div>
        </div>
      )}
    </Show>
  )
}
