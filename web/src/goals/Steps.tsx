import { createSignal, For, Show } from 'solid-js'
import { MOST_STEPS, STEP_TITLE_LENGTH } from '../../../worker/contract/goals.constants'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import type { GoalActs } from './acts'
import type { Goal } from './goals.queries'
import { isOwn } from './Progress'
import { Proposal } from './Proposal'
import { StepRow } from './StepRow'

/** The steps of a goal in their order, what mentors propose, and a field for the next one. */
export function Steps(props: { goal: Goal; acts: GoalActs }) {
  const [told, setTold] = createSignal('')
  const step = (id: string) => props.goal.steps.find((one) => one.id === id)
  return (
    <>
      <Show when={props.goal.steps.length > 0}>
        <ol class="goal__steps" aria-label={m.goals_steps({ title: isolate(props.goal.title) })}>
          <For each={props.goal.steps.map(({ id }) => id)}>
            {(id) => (
              <Show when={step(id)}>
                {(one) => (
                  <Show
                    when={isOwn(one())}
                    fallback={
                      <Proposal
                        step={one()}
                        busy={props.acts.busy()}
                        onTake={() => void props.acts.changeStep(props.goal.id, id, { accept: true })}
                        onRefuse={() => void props.acts.refuse(props.goal.id, id)}
                      />
                    }
                  >
                    <StepRow
                      goal={props.goal}
                      step={one()}
                      acts={props.acts}
                      onMoved={(place) => setTold(m.goals_moved({ place }))}
                    />
                  </Show>
                )}
              </Show>
            )}
          </For>
        </ol>
      </Show>
      <p class="sr" role="status">
        {told()}
      </p>
      <Show when={props.goal.steps.length < MOST_STEPS}>
        <NextStep {...props} />
      </Show>
    </>
  )
}

function NextStep(props: { goal: Goal; acts: GoalActs }) {
  const [title, setTitle] = createSignal('')
  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (title().trim() !== '' && (await props.acts.addStep(props.goal, title()))) setTitle('')
  }
  return (
    <form class="row row--2" onSubmit={(event) => void add(event)}>
      <input
        class="input goal__field"
        aria-label={m.goals_step_new({ title: isolate(props.goal.title) })}
        placeholder={m.goals_step_placeholder()}
        maxlength={STEP_TITLE_LENGTH}
        dir="auto"
        value={title()}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <Button kind="soft" type="submit" busy={props.acts.busy()}>
        {m.goals_step_add()}
      </Button>
    </form>
  )
}
