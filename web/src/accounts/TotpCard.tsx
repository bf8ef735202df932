import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { m } from '../lib/messages'
import { useSession } from '../lib/session'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { toast } from '../ui/Toast'
import { securityQuery, type Security } from './accounts.calls'
import { RecoveryCodes } from './RecoveryCodes'
import { TotpEnd } from './TotpEnd'
import { TotpRenewal } from './TotpRenewal'
import { TotpSetup } from './TotpSetup'

type Act = 'set-up' | 'renew' | 'end'

/** Two-step sign-in: off, being set up, on. Recovery codes are shown in the moment they are made and never again. */
export function TotpCard(props: { security: Security }) {
  const client = useQueryClient()
  const session = useSession()
  const [act, setAct] = createSignal<Act>()
  const [codes, setCodes] = createSignal<string[]>()
  const stop = () => setAct(undefined)
  const refresh = () => {
    void client.invalidateQueries({ queryKey: securityQuery().queryKey })
    // Staff roles begin to count with the second factor.
    void session.refresh()
  }
  const show = (made: string[]) => {
    setCodes(made)
    stop()
    refresh()
  }
  const ended = () => {
    stop()
    refresh()
    toast(m.totp_ended())
  }

  return (
    <section class="card stack" aria-labelledby="totp-title">
      <div class="row row--wrap row--2">
        <h3 id="totp-title" class="t-section grow">
          {m.totp_title()}
        </h3>
        <Show when={props.security.totp_enabled} fallback={<Badge>{m.totp_off()}</Badge>}>
          <Badge kind="success">{m.totp_on()}</Badge>
        </Show>
      </div>
      <Switch fallback={<Overview security={props.security} choose={setAct} />}>
        <Match when={codes()}>{(made) => <RecoveryCodes codes={made()} onKept={() => setCodes(undefined)} />}</Match>
        <Match when={act() === 'set-up'}>
          <TotpSetup security={props.security} onDone={show} onCancel={stop} />
        </Match>
        <Match when={act() === 'renew'}>
          <TotpRenewal onDone={show} onCancel={stop} />
        </Match>
        <Match when={act() === 'end'}>
          <TotpEnd security={props.security} onDone={ended} onCancel={stop} />
        </Match>
      </Switch>
    </section>
  )
}

function Overview(props: { security: Security; choose: (act: Act) => void }) {
  return (
    <>
      <p class="t-2">{props.security.totp_enabled ? m.totp_words_on() : m.totp_words()}</p>
      <Show
        when={props.security.totp_enabled}
        fallback={
          <div>
            <Button kind="primary" onClick={() => props.choose('set-up')}>
              {m.totp_begin()}
            </Button>
          </div>
        }
      >
        <p class="t-sm t-2">{m.recovery_left({ count: props.security.recovery_codes_left })}</p>
        <div class="row row--wrap row--2">
          <Button onClick={() => props.choose('renew')}>{m.recovery_renew()}</Button>
          <Button onClick={() => props.choose('set-up')}>{m.totp_move()}</Button>
          <Show when={!props.security.staff_needs_totp}>
            <Button kind="quiet" onClick={() => props.choose('end')}>
              {m.totp_end()}
            </Button>
          </Show>
        </div>
      </Show>
    </>
  )
}
