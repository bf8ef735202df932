import '../goals/goals.css'
import { For, Show } from 'solid-js'
import { Progress } from '../goals/Progress'
import { SeenSteps } from '../goals/SeenSteps'
import { isolate, m } from '../lib/messages'
import type { MyStudentPage } from './my-students.queries'

/** The goals that a student shares with me, with their steps. */
export function GoalsShared(props: { student: MyStudentPage }) {
  return (
    <section class="card stack" aria-labelledby="goals">
      <h2 id="goals" class="t-section">
        {m.students_goals()}
      </h2>
      <Show
        when={props.student.goals.length > 0}
        fallback={<p class="t-2">{m.students_goals_none({ name: isolate(props.student.name) })}</p>}
      >
        <ul class="list">
          <For each={props.student.goals}>
            {(goal) => (
              <li class="stack stack--3 py-3">
                <h3 class="t-strong" dir="auto">
                  {goal.title}
                </h3>
                <Show when={goal.note}>
                  <p class="prose t-2" dir="auto">
                    {goal.note}
                  </p>
                </Show>
                <Progress steps={goal.steps} />
                <SeenSteps goal={goal} student={props.student.name} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
