import { A } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { useQuery } from '../lib/query'
import { isMentor, useAccount } from '../lib/session'
import type { Place } from '../lib/time'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { CloseDialog } from './CloseDialog'
import { closingQuery, type Closing } from './closing.queries'
import { ClosingPending } from './ClosingPending'
import { Section } from './Section'
import { SessionsAhead } from './SessionsAhead'

/** What closing does, told before it is asked for; while it can be taken back, that one act. */
export default function CloseSection() {
  const closing = useQuery(closingQuery)
  const client = useQueryClient()
  const place = useMyPlace()
  const both = () => (closing.data && place() ? { closing: closing.data, place: place()! } : undefined)
  const arrived = (state: Closing) => {
    client.setQueryData(closingQuery().queryKey, state)
    for (const stale of ['me', 'bookings', 'booking', 'slots', 'mentors', 'mentor', 'notifications', 'devices'])
      void client.invalidateQueries({ queryKey: [stale] })
    // What was pressed is gone with what it stood in.
    requestAnimationFrame(() => body.focus())
  }
  let body!: HTMLDivElement
  return (
    <Section id="close" title={m.settings_close()} {...(closing.data?.closing_at ? {} : { words: m.closing_words() })}>
      <div tabindex="-1" ref={body}>
        <Loaded query={{ ...closing, data: both() }} loading={<SkeletonRows />}>
          {(state) => (
            <Show
              when={state().closing.closing_at}
              fallback={<Consequences closing={state().closing} place={state().place} onClosed={arrived} />}
            >
              <ClosingPending closing={state().closing} place={state().place} onKept={arrived} />
            </Show>
          )}
        </Loaded>
      </div>
    </Section>
  )
}

function Consequences(props: { closing: Closing; place: Place; onClosed: (state: Closing) => void }) {
  const me = useAccount()
  const [asking, setAsking] = createSignal(false)
  const until = () => ({
    day: props.place.longDay(props.closing.until),
    time: props.place.time(props.closing.until),
    zone: props.place.label(props.closing.until),
  })
  return (
    <div class="grid gap-8">
      <div class="stack">
        <h3 class="t-section">{m.closing_now_title()}</h3>
        <SessionsAhead sessions={props.closing.sessions} place={props.place} />
        <Totals closing={props.closing} />
        <Show when={isMentor(me())}>
          <p class="t-2">{m.closing_now_unlisted()}</p>
        </Show>
        <p class="t-2">{m.closing_now_devices()}</p>
      </div>
      <div class="stack stack--2">
        <h3 class="t-section">{m.closing_grace_title()}</h3>
        <p class="t-2">{m.closing_grace_words(until())}</p>
      </div>
      <div class="stack stack--2">
        <h3 class="t-section">{m.closing_after_title()}</h3>
        <p class="t-2">{m.closing_after_words()}</p>
      </div>
      <div class="row row--wrap row--2">
        <Button kind="danger" onClick={() => setAsking(true)}>
          {m.closing_act()}
        </Button>
        <A class="btn btn--quiet" href="/settings/data">
          {m.closing_data_first()}
        </A>
      </div>
      <CloseDialog
        open={asking()}
        onClose={() => setAsking(false)}
        closing={props.closing}
        day={until().day}
        onClosed={props.onClosed}
      />
    </div>
  )
}

/** One line for each amount, each currency by itself. */
function Totals(props: { closing: Closing }) {
  const lines = () => [
    ...props.closing.refunds_to_me.map((sum) => ({ label: m.closing_total_to_me(), ...sum })),
    ...props.closing.refunds_by_me.map((sum) => ({ label: m.closing_total_by_me(), ...sum })),
    ...props.closing.earnings.map((sum) => ({ label: m.closing_total_earnings(), ...sum })),
  ]
  return (
    <Show when={lines().length > 0}>
      <dl class="bill card">
        <For each={lines()}>
          {(line) => (
            <>
              <dt>{line.label}</dt>
              <dd>{money(line.amount_minor, line.currency, { exact: true })}</dd>
            </>
          )}
        </For>
      </dl>
    </Show>
  )
}
