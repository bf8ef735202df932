import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import type { Earnings } from './earnings.queries'
import { createWhen } from './when'

const FIRST = 6
type Release = Earnings['releases'][number]
const STATES: Record<Release['state'], () => string> = {
  ahead: m.earnings_release_ahead,
  waiting: m.earnings_release_waiting,
  contested: m.earnings_release_contested,
}

/** What is held, by session, and when it becomes the mentor's. */
export function Releases(props: { releases: Release[]; currency: string }) {
  return (
    <section class="stack stack--3" aria-labelledby="releases-title">
      <h2 id="releases-title" class="t-section">
        {m.earnings_releases()}
      </h2>
      <Show when={props.releases.length > 0} fallback={<p class="card t-sm t-2">{m.earnings_releases_none()}</p>}>
        <ul class="card card--flush list">
          <For each={props.releases.slice(0, FIRST)}>{(one) => <Row release={one} currency={props.currency} />}</For>
        </ul>
        <Show when={props.releases.length > FIRST}>
          <details>
            <summary class="link">{m.earnings_more()}</summary>
            <ul class="card card--flush list">
              <For each={props.releases.slice(FIRST)}>{(one) => <Row release={one} currency={props.currency} />}</For>
            </ul>
          </details>
        </Show>
      </Show>
    </section>
  )
}

function Row(props: { release: Release; currency: string }) {
  const when = createWhen()
  return (
    <li class="list-row list-row--link">
      <div class="list-row__main">
        <A class="cover-link t-strong" href={`/sessions/${props.release.booking_id}`}>
          <bdi>{props.release.student_name}</bdi>
        </A>
        <p class="t-sm t-2">
          <bdi>{props.release.offer_title}</bdi>
        </p>
        <p class="t-xs t-3">
          <Show when={props.release.state !== 'contested'}>
            {m.earnings_release_at({ when: when(props.release.release_at) })}.{' '}
          </Show>
          {STATES[props.release.state]()}
        </p>
      </div>
      <span class="num t-strong">{money(props.release.amount_minor, props.currency)}</span>
    </li>
  )
}
