import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import { Loaded, SkeletonRows } from '../ui/List'
import { Note, ProblemNote } from '../ui/Note'
import { usePreferences } from './preferences.queries'
import { Section } from './Section'
import { SwitchRow } from './SwitchRow'

/** Who sees one. A minor is hidden and not found, whatever was chosen (A7). */
export default function PrivacySection() {
  const me = useAccount()
  const preferences = usePreferences()
  return (
    <Section id="privacy" title={m.settings_privacy()} words={m.settings_privacy_words()}>
      <Show when={me().is_minor}>
        <Note kind="info">{me().birth_date_known ? m.privacy_minor() : m.privacy_unknown_age()}</Note>
      </Show>
      <ProblemNote error={preferences.error()} />
      <Loaded query={preferences.query} loading={<SkeletonRows />}>
        {(chosen) => (
          <ul class="card card--flush list">
            <SwitchRow
              label={m.privacy_presence()}
              words={m.privacy_presence_words()}
              checked={!chosen().presence_hidden}
              disabled={me().is_minor}
              onChange={(seen) => void preferences.change({ presence_hidden: !seen })}
            />
            <SwitchRow
              label={m.privacy_page()}
              words={m.privacy_page_words()}
              checked={chosen().public_page}
              disabled={me().is_minor}
              onChange={(open) => void preferences.change({ public_page: open })}
            />
            <SwitchRow
              label={m.privacy_search()}
              words={m.privacy_search_words()}
              checked={chosen().searchable}
              disabled={me().is_minor}
              onChange={(found) => void preferences.change({ searchable: found })}
            />
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
