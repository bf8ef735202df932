import { For } from 'solid-js'
import { MAIL_CHOICES, type MailChoice } from '../../../worker/contract/preferences.constants'
import { m } from '../lib/messages'
import { isMentor, useAccount } from '../lib/session'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { usePreferences } from './preferences.queries'
import { Section } from './Section'
import { SwitchRow } from './SwitchRow'

const WORDS: Record<MailChoice, { label: () => string; words: () => string }> = {
  mentor_approved: { label: m.mail_approved, words: m.mail_approved_words },
  mentor_refused: { label: m.mail_refused, words: m.mail_refused_words },
  application_submitted: { label: m.mail_submitted, words: m.mail_submitted_words },
  export_ready: { label: m.mail_export, words: m.mail_export_words },
  review_visible: { label: m.mail_review, words: m.mail_review_words },
}

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
                  label={WORDS[kind].label()}
                  words={WORDS[kind].words()}
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
