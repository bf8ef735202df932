import { Show } from 'solid-js'
import { answer, api } from '../lib/api'
import { createFetched } from '../lib/fetched'
import { m, regionalLocale } from '../lib/messages'

/** What the system counted; nothing is shown while there is nothing to count. */
export function Numbers(props: { class?: string }) {
  const stats = createFetched(
    () => undefined,
    () => answer(api.GET('/api/platform-stats/')),
  )
  const written = (value: number) => new Intl.NumberFormat(regionalLocale()).format(value)
  return (
    <Show when={stats.data() && stats.data()!.total_mentors > 0 ? stats.data() : undefined}>
      {(totals) => (
        <section class={props.class} aria-labelledby="numbers">
          <h2 id="numbers" class="sr">
            {m.landing_numbers()}
          </h2>
          <dl class="sum">
            <div>
              <dd>
                <b class="num">{written(totals().total_mentors)}</b>
              </dd>
              <dt class="t-2">{m.landing_numbers_mentors({ count: totals().total_mentors })}</dt>
            </div>
            <div>
              <dd>
                <b class="num">{written(totals().total_students)}</b>
              </dd>
              <dt class="t-2">{m.landing_numbers_students({ count: totals().total_students })}</dt>
            </div>
            <div>
              <dd>
                <b class="num">{written(totals().total_sessions)}</b>
              </dd>
              <dt class="t-2">{m.landing_numbers_sessions({ count: totals().total_sessions })}</dt>
            </div>
          </dl>
        </section>
      )}
    </Show>
  )
}
