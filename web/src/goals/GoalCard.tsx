import { createSignal, Show } from 'solid-js'
import EyeIcon from '~icons/lucide/eye'
import { isolate, m, regionalLocale } from '../lib/messages'
import { ProblemNote } from '../ui/Note'
import { createGoalActs } from './acts'
import { GoalDialog } from './GoalDialog'
import type { Goal } from './goals.queries'
import { focusMenu, keepFocus, moveByKey, nearTo } from './MoveButtons'
import { Progress } from './Progress'
import { RowActs } from './RowActs'
import { Steps } from './Steps'

type CardProps = {
  goal: Goal
  /** The whole list, whose order this changes. */
  list: Goal[]
  before: Goal | undefined
  after: Goal | undefined
  onMoved: () => void
}

const named = (people: { name: string }[]): string =>
  new Intl.ListFormat(regionalLocale(), { type: 'conjunction' }).format(people.map(({ name }) => isolate(name)))

/** One goal with all that is done with it. */
export function GoalCard(props: CardProps) {
  let card!: HTMLLIElement
  const acts = createGoalActs()
  const [editing, setEditing] = createSignal(false)
  const title = () => isolate(props.goal.title)

  async function move(by: -1 | 1): Promise<void> {
    const to = by < 0 ? props.before : props.after
    if (!to || !(await acts.move(props.list, props.goal, to))) return
    props.onMoved()
    keepFocus(card, by)
  }
  async function remove(): Promise<void> {
    const goOn = nearTo(card)
    if (await acts.remove(props.goal)) goOn()
  }
  function close(): void {
    setEditing(false)
    focusMenu(card)
  }
  async function mark(box: HTMLInputElement): Promise<void> {
    const done = box.checked
    if (!(await acts.change(props.goal, { done }))) box.checked = !done
  }

  return (
    <li class="card stack stack--3" ref={card}>
      <div class="goal__head">
        <label class="check goal__title">
          <input
            type="checkbox"
            aria-label={m.goals_mark({ title: title() })}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            onKeyDown={(event) => moveByKey(event, (by) => void move(by))}
            checked={props.goal.done_at !== null}
            onChange={(event) => void mark(event.currentTarget)}
          />
          <h3 class="t-section" dir="auto">
            {props.goal.title}
          </h3>
        </label>
        <RowActs
          title={props.goal.title}
          isFirst={!props.before}
          isLast={!props.after}
          onMove={(by) => void move(by)}
          onEdit={() => setEditing(true)}
          onRemove={() => void remove()}
        />
      </div>
      <Show when={props.goal.note}>
        <p class="prose t-2" dir="auto">
          {props.goal.note}
        </p>
      </Show>
      <Progress steps={props.goal.steps} />
      <Steps goal={props.goal} acts={acts} />
      <Show when={!editing()}>
        <ProblemNote error={acts.error()} />
      </Show>
      <Show when={props.goal.shared_with.length > 0}>
        <p class="row row--2 t-sm t-2">
          <EyeIcon class="i i--sm" aria-hidden="true" />
          {m.goals_shared_with({ names: named(props.goal.shared_with) })}
        </p>
      </Show>
      <Show when={editing()}>
        <GoalDialog goal={props.goal} acts={acts} onClose={close} />
      </Show>
    </li>
  )
}
