import './site.css'
import { Match, Show, Switch } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { browserPlace } from '../lib/time'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { statusQuery } from './status.queries'

/** What the server says of itself right now, and nothing about yesterday. */
export default function StatusPage() {
  createTitle(m.status_title)
  const place = browserPlace()
  const status = useQuery(statusQuery)
  const at = () => (status.error ? status.errorUpdatedAt : status.data?.at)
  return (
    <div class="mx-auto grid max-w-read gap-6 py-6">
      <header class="stack stack--2">
        <h1 class="t-page">{m.status_title()}</h1>
        <p class="t-lead">{m.status_lead()}</p>
      </header>
      <div class="card stack" role="status" aria-busy={status.isPending}>
        <Switch fallback={<p class="t-section">{m.status_asking()}</p>}>
          <Match when={status.error}>
            <State kind="down" title={m.status_down()} words={m.status_down_words()} />
          </Match>
          <Match when={status.data?.site.maintenance_mode}>
            <State
              kind="work"
              title={m.status_maintenance()}
              words={status.data!.site.message ?? m.status_maintenance_words()}
            />
            <Show when={status.data!.site.until}>
              {(until) => (
                <p class="t-2">
                  {m.status_until({
                    day: place.day(until()),
                    time: place.time(until()),
                    zone: place.label(until()),
                  })}
                </p>
              )}
            </Show>
          </Match>
          <Match when={status.data}>
            <State kind="up" title={m.status_up()} />
          </Match>
        </Switch>
        <dl class="bill">
          <dt>{m.status_api()}</dt>
          <dd>
            <Switch fallback="–">
              <Match when={status.error}>{m.status_api_down()}</Match>
              <Match when={status.data}>{(said) => m.status_api_up({ count: said().took })}</Match>
            </Switch>
          </dd>
          <dt>{m.status_site()}</dt>
          <dd>
            <Show when={!status.error && status.data} fallback="–">
              {(said) => (said().site.maintenance_mode ? m.status_site_on() : m.status_site_none())}
            </Show>
          </dd>
        </dl>
        <div class="row row--wrap">
          <Button onClick={() => void status.refetch()} busy={status.isFetching}>
            {m.status_again()}
          </Button>
          <Show when={at()}>
            {(asked) => (
              <span class="t-sm t-3 num">
                {m.status_checked({ time: place.time(asked()), zone: place.label(asked()) })}
              </span>
            )}
          </Show>
        </div>
      </div>
      <p class="t-sm t-2">{m.status_honest()}</p>
    </div>
  )
}

const DOTS = { up: 'bg-success', work: 'bg-warning', down: 'bg-danger' } as const

const State = (props: { kind: keyof typeof DOTS; title: string; words?: string }) => (
  <div class="stack stack--1">
    <p class="row row--2 t-section t-strong">
      <span class={`dot ${DOTS[props.kind]}`} aria-hidden="true" />
      {props.title}
    </p>
    <Show when={props.words}>
      <p class="t-2">{props.words}</p>
    </Show>
  </div>
)
