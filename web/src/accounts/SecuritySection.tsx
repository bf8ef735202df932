import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Loaded, SkeletonRows } from '../ui/List'
import { Note } from '../ui/Note'
import { securityQuery } from './accounts.calls'
import { PasswordCard } from './PasswordCard'
import { Section } from './Section'
import { TotpCard } from './TotpCard'

export default function SecuritySection() {
  const security = useQuery(securityQuery)
  return (
    <Section id="security" title={m.settings_security()} words={m.settings_security_words()}>
      <Loaded query={security} loading={<SkeletonRows />}>
        {(state) => (
          <>
            <Show when={state().staff_needs_totp && !state().totp_enabled}>
              <Note kind="warning">{m.totp_staff()}</Note>
            </Show>
            <PasswordCard security={state()} />
            <TotpCard security={state()} />
          </>
        )}
      </Loaded>
    </Section>
  )
}
