import { Show } from 'solid-js'
import { ownMentorQuery } from '../availability/availability.queries'
import { CvSection } from '../files/CvSection'
import { PictureSection } from '../files/PictureSection'
import { PortfolioSection } from '../files/PortfolioSection'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { isMentor, useAccount } from '../lib/session'
import { ButtonLink } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { BecomeMentor } from './BecomeMentor'
import { MentorSection } from './MentorSection'
import { studentQuery } from './profile.queries'
import { StudentSection } from './StudentSection'

/** What others read about one, as a student and as a mentor. */
export default function ProfileSection() {
  const me = useAccount()
  const student = useQuery(studentQuery)
  const mentor = useQuery(() => ({ ...ownMentorQuery(), enabled: isMentor(me()) }))
  const isListed = () => me().mentor_id && mentor.data?.application_state === 'approved'
  return (
    <>
      <header class="row row--wrap">
        <div class="grow">
          <h2 class="t-big">
            <bdi>{me().name}</bdi>
          </h2>
          <p class="t-2">
            {me().mentor_id ? m.profile_ids({ student: me().student_id, mentor: me().mentor_id! }) : me().student_id}
          </p>
        </div>
        <Show when={isListed()}>
          <ButtonLink href={`/mentors/${me().mentor_id}`}>{m.profile_see_page()}</ButtonLink>
        </Show>
      </header>
      <PictureSection me={me()} />
      <Show when={isMentor(me())}>
        <Loaded query={mentor} loading={<SkeletonRows />}>
          {(own) => <MentorSection mentor={own()} />}
        </Loaded>
      </Show>
      <Loaded query={student} loading={<SkeletonRows />}>
        {(own) => <StudentSection student={own()} />}
      </Loaded>
      <CvSection />
      <PortfolioSection />
      <Show when={!isMentor(me())}>
        <BecomeMentor />
      </Show>
    </>
  )
}
