import './goals.css'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { goalsQuery } from './goals.queries'
import { isOwn, Progress } from './Progress'

const A_FEW = 3

/** The first goals of a student, with how far along they are. */
export function GoalsGlance() {
  const goals = useQuery(goalsQuery)
  const open = () => (goals.data ?? []).filter((goal) => goal.done_at === null).slice(0, A_FEW)
  return (
    <Show when={goals.data}>
      <section aria-labelledby="glance-goals">
        <div class="section-head">
          <h2 id="glance-goals" class="t-section">
            {m.goals_title()}
          </h2>
          <A class="link" href="/goals">
            {m.goals_all()}
          </A>
        </div>
        <Show when={open().length > 0} fallback={<p class="t-2">{m.goals_glance_none()}</p>}>
          <ul class="stack">
            <For each={open()}>
              {(goal) => (
                <li class="stack stack--1">
                  <p class="t-strong goal__glance" dir="auto">
                    {goal.title}
                  </p>
                  <Progress steps={goal.steps} />
                  <Show when={goal.steps.find((step) => isOwn(step) && step.done_at === null)}>
                    {(next) => (
                      <p class="t-sm t-2 goal__glance" dir="auto">
                        {m.goals_next({ title: isolate(next().title) })}
                      </p>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  )
}
