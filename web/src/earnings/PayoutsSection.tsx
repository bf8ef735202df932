import { createSignal, Show } from 'solid-js'
import { Section } from '../accounts/Section'
import { now } from '../lib/clock'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { Note } from '../ui/Note'
import { profileQuery, type Profile } from './earnings.queries'
import { ProfileForm } from './ProfileForm'
import { createWhen } from './when'

/** Where a mentor's money goes: shown masked, and changed as a whole. */
export default function PayoutsSection() {
  const profile = useQuery(profileQuery)
  return (
    <Section id="payouts" title={m.settings_payouts()} words={m.payouts_words()}>
      <Loaded query={profile} loading={<SkeletonRows count={1} />}>
        {(data) => <Account profile={data().profile} />}
      </Loaded>
    </Section>
  )
}

function Account(props: { profile: Profile | null }) {
  const [changing, setChanging] = createSignal(false)
  const isOpen = () => props.profile === null || changing()
  return (
    <Show when={isOpen()} fallback={<Summary profile={props.profile!} onChange={() => setChanging(true)} />}>
      <ProfileForm before={props.profile} onDone={() => setChanging(false)} />
    </Show>
  )
}

function Summary(props: { profile: Profile; onChange: () => void }) {
  const when = createWhen()
  return (
    <section class="card stack" aria-label={m.settings_payouts()}>
      <div class="row row--wrap row--2">
        <p class="stack stack--1 min-w-0 flex-[1_1_14rem]">
          <span class="field__label">{m.payouts_to()}</span>
          <bdi class="t-strong num break-words">{props.profile.destination}</bdi>
          <bdi class="t-sm t-2">{props.profile.legal_name}</bdi>
          <span class="t-xs t-3">{m.payouts_since({ when: when(props.profile.changed_at) })}</span>
        </p>
        <Button onClick={() => props.onChange()}>{m.payouts_change()}</Button>
      </div>
      <Show when={Date.parse(props.profile.payable_from) > now()}>
        <Note kind="info">{m.payouts_waits({ when: when(props.profile.payable_from) })}</Note>
      </Show>
    </section>
  )
}
