import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { STEP_TITLE_LENGTH } from '../../../worker/contract/goals.constants'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { proposeStep, sharedGoalsQuery, type SharedGoal } from './goals.queries'
import { Progress } from './Progress'
import { SeenSteps } from './SeenSteps'

/** What a student shares with their mentor, who proposes steps. */
export function TheirGoals(props: { bookingId: string; other: string; goals: SharedGoal[] }) {
  const name = () => isolate(props.other)
  return (
    <section class="card stack" aria-labelledby="session-goals">
      <h2 id="session-goals" class="t-section">
        {m.goals_session_theirs({ name: name() })}
      </h2>
      <Show when={props.goals.length > 0} fallback={<p class="t-2">{m.goals_session_theirs_none({ name: name() })}</p>}>
        <ul class="list">
          <For each={props.goals.map(({ id }) => id)}>
            {(id) => (
              <Show when={props.goals.find((one) => one.id === id)}>
                {(goal) => (
                  <li class="stack stack--3 py-3">
                    <h3 class="t-strong" dir="auto">
                      {goal().title}
                    </h3>
                    <Show when={goal().note}>
                      <p class="prose t-2" dir="auto">
                        {goal().note}
                      </p>
                    </Show>
                    <Progress steps={goal().steps} />
                    <SeenSteps goal={goal()} student={props.other} />
                    <Propose bookingId={props.bookingId} goal={goal()} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function Propose(props: { bookingId: string; goal: SharedGoal }) {
  const client = useQueryClient()
  const [title, setTitle] = createSignal('')
  const form = createSubmission(
    () => proposeStep(props.bookingId, props.goal.id, title()),
    (goal) => {
      client.setQueryData(
        sharedGoalsQuery(props.bookingId).queryKey,
        (data) => data && { ...data, items: data.items.map((one) => (one.id === goal.id ? goal : one)) },
      )
      setTitle('')
    },
  )
  return (
    <form class="stack stack--2" onSubmit={(event) => void form.submit(event)}>
      <div class="row row--2">
        <input
          class="input goal__field"
          aria-label={m.goals_session_propose({ title: isolate(props.goal.title) })}
          placeholder={m.goals_session_propose_placeholder()}
          required
          maxlength={STEP_TITLE_LENGTH}
          dir="auto"
          value={title()}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <Button kind="soft" type="submit" busy={form.busy()}>
          {m.goals_session_propose_act()}
        </Button>
      </div>
      <ProblemNote error={form.error()} />
    </form>
  )
}
