import { For } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { TextArea } from '../ui/Field'
import { StepForm } from './StepForm'
import { addressOf, type WelcomeFlow } from './welcome-flow'

const EXAMPLES = [m.welcome_goal_job, m.welcome_goal_switch, m.welcome_goal_interview, m.welcome_goal_review]

export function GoalStep(props: { flow: WelcomeFlow }) {
  let words!: HTMLTextAreaElement
  const goal = () => props.flow.typed().goal ?? props.flow.wish().goal ?? ''
  const save = createSubmission(
    () => props.flow.save('goal', { goal: goal().trim() || null }),
    () => props.flow.goOnFrom('goal'),
  )
  /** Another example takes the place of one; one's own words are never lost to it. */
  function take(example: string): void {
    const own = goal().trim()
    const isExample = EXAMPLES.some((one) => one() === own)
    props.flow.type({ goal: own === '' || isExample ? example : `${own}\n${example}` })
    words.focus()
  }
  return (
    <StepForm save={save} fields={['goal']} next={addressOf('skills')}>
      <TextArea
        ref={words}
        name="goal"
        label={m.welcome_goal_label()}
        rows="2"
        maxlength="500"
        value={goal()}
        onInput={(event) => props.flow.type({ goal: event.currentTarget.value })}
        error={save.fieldError('goal')}
      />
      <div class="chips" role="group" aria-label={m.welcome_goal_examples()}>
        <For each={EXAMPLES}>
          {(example) => (
            <button type="button" class="chip" onClick={() => take(example())}>
              {example()}
            </button>
          )}
        </For>
      </div>
    </StepForm>
  )
}
