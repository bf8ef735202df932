import { For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import type { SessionParts } from './other'

/** What the student wants from it, and the mentor's questions with what was answered. */
export function SessionAnswers(props: SessionParts) {
  const goal = () => props.booking.answers.goal?.trim()
  const title = () =>
    props.other.role === 'mentor' ? m.booking_goal() : m.booking_goal_of({ name: isolate(props.booking.student.name) })
  return (
    <>
      <Show when={goal()}>
        {(words) => (
          <section class="card stack stack--3" aria-labelledby="goal">
            <h2 id="goal" class="t-section">
              {title()}
            </h2>
            <p class="t-2 prose" dir="auto">
              {words()}
            </p>
          </section>
        )}
      </Show>
      <Show when={props.booking.questions.length > 0}>
        <section class="card stack stack--3" aria-labelledby="questions">
          <h2 id="questions" class="t-section">
            {m.session_questions()}
          </h2>
          <dl class="stack stack--3">
            <For each={props.booking.questions}>
              {(question) => (
                <div>
                  <dt class="t-strong" dir="auto">
                    {question.text}
                  </dt>
                  <dd class="t-2 prose" dir="auto">
                    {props.booking.answers[question.id]?.trim() || m.session_no_answer()}
                  </dd>
                </div>
              )}
            </For>
          </dl>
        </section>
      </Show>
    </>
  )
}
