import { For, Show } from 'solid-js'
import { m, regionalLocale } from '../lib/messages'
import type { Progress } from './my-students.queries'
import { spanOf } from './span'

type Week = Progress['weeks'][number]

/** A calendar date as it is, whatever zone the browser is in. */
const dayOf = (date: string) =>
  new Intl.DateTimeFormat(regionalLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  )

/** Sessions of the last twelve weeks, drawn and, beneath, in numbers. */
export function ProgressWeeks(props: { weeks: Week[] }) {
  const count = () => props.weeks.reduce((sum, { sessions }) => sum + sessions, 0)
  return (
    <section class="card stack" aria-labelledby="weeks">
      <h2 id="weeks" class="t-section">
        {m.progress_weeks()}
      </h2>
      <Show when={count() > 0} fallback={<p class="t-2">{m.progress_weeks_none()}</p>}>
        <Bars weeks={props.weeks} label={m.progress_chart({ count: count() })} />
        <details>
          <summary class="link">{m.progress_table()}</summary>
          <WeekTable weeks={props.weeks} />
        </details>
      </Show>
    </section>
  )
}

function Bars(props: { weeks: Week[]; label: string }) {
  const most = () => Math.max(1, ...props.weeks.map(({ sessions }) => sessions))
  const isNamed = (i: number) => i === 0 || i === props.weeks.length - 1
  return (
    <div class="weeks" role="img" aria-label={props.label}>
      <For each={props.weeks}>
        {(week, i) => (
          <span class="weeks__w" title={`${dayOf(week.from)}: ${m.students_sessions({ count: week.sessions })}`}>
            <Show when={week.sessions > 0}>
              <b class="num">{week.sessions}</b>
            </Show>
            <i
              classList={{ 'weeks__b--none': week.sessions === 0 }}
              style={{ '--share': String(week.sessions / most()) }}
            />
            <Show when={isNamed(i())}>
              <small>{dayOf(week.from)}</small>
            </Show>
          </span>
        )}
      </For>
    </div>
  )
}

function WeekTable(props: { weeks: Week[] }) {
  return (
    <div class="table-wrap">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{m.progress_week_of()}</th>
            <th class="num" scope="col">
              {m.students_k_sessions()}
            </th>
            <th class="num" scope="col">
              {m.progress_time()}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.weeks.toReversed()}>
            {(week) => (
              <tr>
                <th scope="row">{dayOf(week.from)}</th>
                <td class="num">{week.sessions}</td>
                <td class="num">{spanOf(week.minutes)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
