import { A } from '@solidjs/router'
import { For } from 'solid-js'
import PlusIcon from '~icons/lucide/plus'
import { CONTEST_HOURS } from '../../../worker/contract/meetings.constants'
import { m } from '../lib/messages'

const QUESTIONS = [
  { asked: m.landing_q_who, answered: m.landing_a_who },
  { asked: m.landing_q_cancel, answered: m.landing_a_cancel },
  { asked: m.landing_q_absent, answered: () => m.landing_a_absent({ hours: CONTEST_HOURS }) },
  { asked: m.landing_q_write, answered: m.landing_a_write },
  { asked: m.landing_q_zone, answered: m.landing_a_zone },
]

export function Questions() {
  return (
    <section class="wrap sec qa" aria-labelledby="questions">
      <div class="stack stack--2">
        <h2 id="questions" class="t-page">
          {m.landing_questions()}
        </h2>
        <p>
          <A class="link" href="/help">
            {m.landing_questions_more()}
          </A>
        </p>
      </div>
      <div class="list">
        <For each={QUESTIONS}>
          {(question, index) => (
            <details open={index() === 0}>
              <summary>
                {question.asked()}
                <PlusIcon class="i" aria-hidden="true" />
              </summary>
              <p class="t-2">{question.answered()}</p>
            </details>
          )}
        </For>
      </div>
    </section>
  )
}
