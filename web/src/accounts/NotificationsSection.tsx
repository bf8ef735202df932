import { For } from 'solid-js'
import { MAIL_CHOICES, type MailChoice } from '../../../worker/contract/preferences.constants'
import { m } from '../lib/messages'
import { isMentor, useAccount } from '../lib/session'
import { Loaded, SkeletonRows } from '../ui/List'
import { MAIL_WORDS } from '../notifications/mail-words'
import { ProblemNote } from '../ui/Note'
import { usePreferences } from './preferences.queries'
import { Section } from './Section'
import { SwitchRow } from './SwitchRow'

const OF_MENTORS: MailChoice[] = ['mentor_approved', 'mentor_refused', 'application_submitted']

/** Which mails come. What concerns security, money or a session always does. */
export default function NotificationsSection() {
  const me = useAccount()
  const preferences = usePreferences()
  const kinds = () => MAIL_CHOICES.filter((kind) => isMentor(me()) || !OF_MENTORS.includes(kind))
  return (
    <Section id="notifications" title={m.settings_notifications()} words={m.settings_notifications_words()}>
      <ProblemNote error={preferences.error()} />
      <Loaded query={preferences.query} loading={<SkeletonRows />}>
        {(chosen) => (
          <ul class="card card--flush list">
            <For each={kinds()}>
              {(kind) => (
                <SwitchRow
                  label={MAIL_WORDS[kind].label()}
                  words={MAIL_WORDS[kind].words()}
                  checked={chosen().mail[kind] ?? true}
                  onChange={(wanted) => void preferences.change({ mail: { [kind]: wanted } })}
                />
              )}
            </For>
          </ul>
        )}
      </Loaded>
      <p class="t-sm t-2">{m.settings_mail_always()}</p>
    </Section>
  )
}
