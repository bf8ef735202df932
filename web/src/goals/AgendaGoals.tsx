import './goals.css'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { sharedGoalsQuery } from './goals.queries'
import { SeenSteps } from './SeenSteps'

/** The goals that were shared with a session, as part of its agenda; nothing where none was. `student` is their name. */
export function AgendaGoals(props: { bookingId: string; student: string }) {
  const shared = useQuery(() => sharedGoalsQuery(props.bookingId))
  return (
    <Show when={shared.data && shared.data.items.length > 0 && shared.data.items}>
      {(goals) => (
        <div class="stack stack--2">
          <h3 class="t-sm t-2">{m.goals_session()}</h3>
          <For each={goals()}>
            {(goal) => (
              <div class="stack stack--1">
                <p class="t-strong" dir="auto">
                  {goal.title}
                </p>
                <SeenSteps goal={goal} student={props.student} />
              </div>
            )}
          </For>
        </div>
      )}
    </Show>
  )
}
