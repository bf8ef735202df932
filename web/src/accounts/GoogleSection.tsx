import { A } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { fromNow } from '../lib/time'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { securityQuery, type Security } from './accounts.calls'
import { connectGoogle, waysQuery } from './google.calls'
import { GoogleDisconnect } from './GoogleDisconnect'
import { GoogleMark } from './GoogleMark'
import { GoogleNote } from './GoogleNote'
import { PasswordField } from './PasswordField'
import { passwordError, RecentSignIn } from './proofs'
import { Section } from './Section'

/** The Google account that opens this one: connected after the password, disconnected where one is left. */
export default function GoogleSection() {
  const security = useQuery(securityQuery)
  const ways = useQuery(waysQuery)
  return (
    <Section id="google" title={m.settings_google()} words={m.google_section_words()}>
      <GoogleNote />
      <Loaded query={security} loading={<SkeletonRows count={1} />}>
        {(state) => (
          <Switch fallback={<Connect has_password={state().has_password} />}>
            <Match when={state().google}>
              {(google) => <Connected google={google()} has_password={state().has_password} />}
            </Match>
            <Match when={ways.data?.google === false}>
              <p class="card t-2">{m.google_section_off()}</p>
            </Match>
          </Switch>
        )}
      </Loaded>
    </Section>
  )
}

function Connect(props: { has_password: boolean }) {
  const connect = createSubmission(
    (form) => {
      const password = form.get('password')
      return connectGoogle(password === null ? {} : { password: String(password) })
    },
    ({ location: consent }) => location.assign(consent),
  )
  const wrong = () => passwordError(connect.error())
  return (
    <form class="card stack" onSubmit={(event) => void connect.submit(event)}>
      <p class="t-2">{m.google_section_none()}</p>
      <ProblemNote error={wrong() ? undefined : connect.error()}>
        <RecentSignIn error={connect.error()} />
      </ProblemNote>
      <Show when={props.has_password}>
        <PasswordField label={m.password_yours()} name="password" error={wrong()} />
      </Show>
      <div>
        <Button class="google" type="submit" busy={connect.busy()}>
          <GoogleMark />
          {m.google_connect()}
        </Button>
      </div>
    </form>
  )
}

function Connected(props: { google: NonNullable<Security['google']>; has_password: boolean }) {
  const now = createNow()
  return (
    <div class="card stack">
      <div class="row row--wrap">
        <GoogleMark />
        <p class="stack stack--1 min-w-0 flex-[1_1_12rem]">
          <bdi class="t-strong break-words">{props.google.email}</bdi>
          <span class="t-sm t-2">{m.google_section_since({ when: fromNow(props.google.linked_at, now()) })}</span>
        </p>
        <Show when={props.has_password}>
          <GoogleDisconnect email={props.google.email} />
        </Show>
      </div>
      <Show when={!props.has_password}>
        <p class="t-sm t-2">
          {m.google_needs_password()}{' '}
          <A class="link" href="/settings/security">
            {m.password_first()}
          </A>
        </p>
      </Show>
    </div>
  )
}
