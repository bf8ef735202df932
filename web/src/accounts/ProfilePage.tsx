import { For, Show } from 'solid-js'
import { useQuery } from '../lib/query'
import { ownMentorQuery } from '../availability/availability.queries'
import { m } from '../lib/messages'
import { isMentor, useAccount } from '../lib/session'
import { chooseTheme, theme, THEMES, type Theme } from '../lib/theme'
import { createTitle } from '../lib/title'
import { Avatar } from '../ui/Avatar'
import { ButtonLink } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { AccountSection } from './AccountSection'
import { BecomeMentor } from './BecomeMentor'
import { DevicesSection } from './DevicesSection'
import { MentorSection } from './MentorSection'
import { Section } from './Section'
import { StudentSection } from './StudentSection'
import { studentQuery } from './profile.queries'

/** Sections that each save by themselves and say so. */
export default function ProfilePage() {
  createTitle(m.nav_profile)
  const me = useAccount()
  const student = useQuery(studentQuery)
  const mentor = useQuery(() => ({ ...ownMentorQuery(), enabled: isMentor(me()) }))
  return (
    <div class="mx-auto grid max-w-read gap-10">
      <header class="row row--wrap">
        <Avatar name={me().name} picture={me().picture_url} size="xl" eager />
        <div class="grow">
          <h1 class="t-page">
            <bdi>{me().name}</bdi>
          </h1>
          <p class="t-2">
            {me().mentor_id ? m.profile_ids({ student: me().student_id, mentor: me().mentor_id! }) : me().student_id}
          </p>
        </div>
        <Show when={me().mentor_id && mentor.data?.application_state === 'approved'}>
          <ButtonLink href={`/mentors/${me().mentor_id}`}>{m.profile_see_page()}</ButtonLink>
        </Show>
      </header>
      <AccountSection me={me()} />
      <Show when={isMentor(me())} fallback={<BecomeMentor />}>
        <Loaded query={mentor} loading={<SkeletonRows />}>
          {(own) => <MentorSection mentor={own()} />}
        </Loaded>
      </Show>
      <Loaded query={student} loading={<SkeletonRows />}>
        {(own) => <StudentSection student={own()} />}
      </Loaded>
      <ThemeSection />
      <DevicesSection />
    </div>
  )
}

const THEME_NAMES: Record<Theme, () => string> = { system: m.theme_system, light: m.theme_light, dark: m.theme_dark }

function ThemeSection() {
  return (
    <Section id="theme" title={m.theme_label()} words={m.profile_theme_words()}>
      <div class="segment justify-self-start" role="group" aria-label={m.theme_label()}>
        <For each={THEMES}>
          {(one) => (
            <button type="button" aria-pressed={theme() === one} onClick={() => chooseTheme(one)}>
              {THEME_NAMES[one]()}
            </button>
          )}
        </For>
      </div>
    </Section>
  )
}
