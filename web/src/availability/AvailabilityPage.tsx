import './availability.css'
import { Show } from 'solid-js'
import { now } from '../lib/clock'
import { useQuery } from '../lib/query'
import { BecomeMentor } from '../accounts/BecomeMentor'
import { ApplicationNote } from '../applications/ApplicationNote'
import { m } from '../lib/messages'
import { isMentor, useAccount, type Me } from '../lib/session'
import { createTitle } from '../lib/title'
import { MeetingLinkForm } from '../meetings/MeetingLinkForm'
import { usePlace, useZones } from '../lib/zones'
import { ButtonLink } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { availabilityQuery, offersQuery, ownMentorQuery } from './availability.queries'
import { BusyCalendars } from './BusyCalendars'
import { DaysThatDiffer } from './DaysThatDiffer'
import { IntakeSettings } from './IntakeSettings'
import { Offers } from './Offers'
import { Preview } from './Preview'
import { WeeklyHours } from './WeeklyHours'

/** What can be booked and when; beside it what students see of it. */
export default function AvailabilityPage() {
  createTitle(m.nav_availability)
  const me = useAccount()
  return (
    <Show
      when={isMentor(me())}
      fallback={
        <div class="mx-auto max-w-read">
          <BecomeMentor />
        </div>
      }
    >
      <Editor me={me()} />
    </Show>
  )
}

function Editor(props: { me: Me }) {
  const mentor = useQuery(ownMentorQuery)
  const offers = useQuery(offersQuery)
  const availability = useQuery(availabilityQuery)
  const place = usePlace(() => availability.data?.time_zone)
  const zones = useZones()
  const isListed = () => mentor.data?.application_state === 'approved'
  const hasOffers = () => (offers.data?.items.length ?? 0) > 0

  return (
    <>
      <div class="page-head">
        <div class="grow">
          <h1 class="t-page">{m.nav_availability()}</h1>
          <p class="t-2">{m.availability_lead()}</p>
        </div>
        <Show when={isListed()}>
          <ButtonLink href={`/mentors/${props.me.mentor_id}`}>{m.profile_see_page()}</ButtonLink>
        </Show>
      </div>
      <div class="avail">
        <div class="stack stack--10">
          <Show when={mentor.data && !isListed()}>
            <ApplicationNote mentor={mentor.data!} />
          </Show>
          <Offers />
          <IntakeSettings />
          <MeetingLinkForm />
          <Loaded query={availability} loading={<SkeletonRows count={7} />}>
            {(week) => (
              <>
                <WeeklyHours availability={week()} sheet />
                <Show when={place()}>
                  {(mine) => <DaysThatDiffer week={week().weekly} today={mine().date(now())} />}
                </Show>
              </>
            )}
          </Loaded>
          <BusyCalendars />
        </div>
        <Show when={isListed() && hasOffers() && place() && zones()}>
          <aside aria-label={m.preview_title()}>
            <Preview mentorId={props.me.mentor_id!} offers={offers.data!.items} place={place()!} zones={zones()!} />
          </aside>
        </Show>
      </div>
    </>
  )
}
