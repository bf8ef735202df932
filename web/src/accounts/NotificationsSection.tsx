import { For } from 'solid-js'
import { GROUPS } from '../../../worker/contract/notifications.constants'
import { m } from '../lib/messages'
import { isMentor, useAccount, type Me } from '../lib/session'
import { NewsletterChoice } from '../newsletter/NewsletterChoice'
import { ChoiceGroup } from '../notifications/ChoiceGroup'
import { QuietHours } from '../notifications/QuietHours'
import { chooseSound, soundIsOn } from '../notifications/sound'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { usePreferences } from './preferences.queries'
import { Section } from './Section'
import { SwitchRow } from './SwitchRow'

const OF_MENTORS = /^(mentor_(approved|refused)|application_|check_|badge_|skill_learned$|withdrawal_|payout_)/

function concerns(me: Me, kind: string): boolean {
  if (kind.startsWith('guardian_')) return me.is_minor
  return isMentor(me) || !OF_MENTORS.test(kind)
}

/** What is told where, when it is quiet, and whether it rings. What concerns security, money or a session always comes. */
export default function NotificationsSection() {
  const me = useAccount()
  const preferences = usePreferences()
  return (
    <Section id="notifications" title={m.settings_notifications()} words={m.settings_notifications_words()}>
      <ProblemNote error={preferences.error()} />
      <Loaded query={preferences.query} loading={<SkeletonRows />}>
        {(chosen) => (
          <>
            <QuietHours hours={chosen().quiet_hours} />
            <ul class="card card--flush list">
              <SwitchRow label={m.sound_title()} words={m.sound_words()} checked={soundIsOn()} onChange={chooseSound} />
            </ul>
            <For each={GROUPS}>
              {(group) => (
                <ChoiceGroup
                  group={group}
                  concerns={(kind) => concerns(me(), kind)}
                  chosen={chosen()}
                  change={(part) => void preferences.change(part)}
                />
              )}
            </For>
            <NewsletterChoice />
          </>
        )}
      </Loaded>
    </Section>
  )
}
