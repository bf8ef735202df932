import { createSignal, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useAccount } from '../lib/session'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { AddressChange } from './AddressChange'
import { securityQuery } from './accounts.calls'
import { EmailCode } from './EmailCode'
import { MailSuspended } from './MailSuspended'
import { preferencesQuery } from './preferences.queries'

/** The address: proven here where it is not, and changed by a link that goes to the new one. */
export function EmailSection() {
  const me = useAccount()
  const security = useQuery(securityQuery)
  const preferences = useQuery(preferencesQuery)
  const isSuspended = () => preferences.data?.mail_suspended ?? false
  const [changing, setChanging] = createSignal(false)
  return (
    <section class="card stack" aria-label={m.field_email()}>
      <div class="row row--wrap row--2">
        <div class="grow">
          <span class="field__label block">{m.field_email()}</span>
          <span class="row row--wrap row--2">
            <bdi class="t-strong break-all">{me().email}</bdi>
            <Show when={me().email_verified} fallback={<Badge kind="warning">{m.profile_email_open()}</Badge>}>
              <Badge kind="success">{m.profile_email_done()}</Badge>
            </Show>
          </span>
        </div>
        <Show when={me().email_verified && !changing()}>
          <Button onClick={() => setChanging(true)}>{m.address_change()}</Button>
        </Show>
      </div>
      <Show
        when={!me().email_verified}
        fallback={
          <Show
            when={changing()}
            fallback={
              <Show when={isSuspended()}>
                <MailSuspended me={me()} />
              </Show>
            }
          >
            <AddressChange hasPassword={security.data?.has_password} onBack={() => setChanging(false)} />
          </Show>
        }
      >
        <EmailCode me={me()} />
      </Show>
    </section>
  )
}
