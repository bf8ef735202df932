import { For, Show } from 'solid-js'
import CheckIcon from '~icons/lucide/circle-check'
import CircleIcon from '~icons/lucide/circle'
import { isolate, m } from '../lib/messages'
import { Badge } from '../ui/Badge'
import type { SharedGoal } from './goals.queries'
import { isOwn } from './Progress'

/** Steps as somebody reads them who does not tick them. `student` is the one whose yes a proposal waits for. */
export function SeenSteps(props: { goal: SharedGoal; student: string }) {
  return (
    <Show when={props.goal.steps.length > 0}>
      <ol class="goal__steps" aria-label={m.goals_steps({ title: isolate(props.goal.title) })}>
        <For each={props.goal.steps}>
          {(step) => (
            <li class="goal__step">
              <Show
                when={step.done_at}
                fallback={<CircleIcon class="i t-3" role="img" aria-label={m.goals_not_done()} />}
              >
                <CheckIcon class="i" role="img" aria-label={m.goals_done()} />
              </Show>
              <span class="grow" dir="auto" classList={{ 't-3': step.done_at !== null }}>
                {step.title}
              </span>
              <Show when={!isOwn(step)}>
                <Badge>{m.goals_session_waits({ name: isolate(props.student) })}</Badge>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}
