import { createSignal, Show, untrack } from 'solid-js'
import { STEP_TITLE_LENGTH } from '../../../worker/contract/goals.constants'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import type { GoalActs } from './acts'
import type { Goal, Step } from './goals.queries'
import { focusMenu, keepFocus, moveByKey, nearTo } from './MoveButtons'
import { RowActs } from './RowActs'

type RowProps = { goal: Goal; step: Step; acts: GoalActs; onMoved: (place: number) => void }

/** A step of one's own: done or not, reworded where it stands, moved, deleted. */
export function StepRow(props: RowProps) {
  let row!: HTMLLIElement
  const [editing, setEditing] = createSignal(false)
  const title = () => isolate(props.step.title)
  const place = () => props.goal.steps.findIndex(({ id }) => id === props.step.id)

  async function move(by: -1 | 1): Promise<void> {
    const to = place() + by
    if (to < 0 || to >= props.goal.steps.length) return
    if (!(await props.acts.changeStep(props.goal.id, props.step.id, { position: to }))) return
    props.onMoved(to + 1)
    keepFocus(row, by)
  }
  async function remove(): Promise<void> {
    const goOn = nearTo(row)
    if (await props.acts.removeStep(props.goal, props.step)) goOn()
  }
  function close(): void {
    setEditing(false)
    focusMenu(row)
  }
  async function mark(box: HTMLInputElement): Promise<void> {
    const done = box.checked
    if (!(await props.acts.changeStep(props.goal.id, props.step.id, { done }))) box.checked = !done
  }

  return (
    <li class="goal__step" ref={row}>
      <Show
        when={editing()}
        fallback={
          <>
            <label class="check grow">
              <input
                type="checkbox"
                aria-label={m.goals_step_mark({ title: title() })}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onKeyDown={(event) => moveByKey(event, (by) => void move(by))}
                checked={props.step.done_at !== null}
                onChange={(event) => void mark(event.currentTarget)}
              />
              <span dir="auto" classList={{ 't-3 line-through': props.step.done_at !== null }}>
                {props.step.title}
              </span>
            </label>
            <RowActs
              title={props.step.title}
              isFirst={place() === 0}
              isLast={place() === props.goal.steps.length - 1}
              onMove={(by) => void move(by)}
              onEdit={() => setEditing(true)}
              onRemove={() => void remove()}
            />
          </>
        }
      >
        <Reword {...props} onClose={close} />
      </Show>
    </li>
  )
}

function Reword(props: RowProps & { onClose: () => void }) {
  const [title, setTitle] = createSignal(untrack(() => props.step.title))
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (title().trim() === '') return
    if (await props.acts.changeStep(props.goal.id, props.step.id, { title: title() })) props.onClose()
  }
  return (
    <form class="row row--2 row--wrap grow" onSubmit={(event) => void save(event)}>
      <input
        class="input goal__field"
        aria-label={m.goals_step_words()}
        required
        maxlength={STEP_TITLE_LENGTH}
        dir="auto"
        ref={(field) => queueMicrotask(() => field.focus())}
        value={title()}
        onInput={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
      />
      <Button kind="soft" size="sm" type="submit" busy={props.acts.busy()}>
        {m.act_save()}
      </Button>
      <Button kind="quiet" size="sm" onClick={() => props.onClose()}>
        {m.act_cancel()}
      </Button>
    </form>
  )
}
