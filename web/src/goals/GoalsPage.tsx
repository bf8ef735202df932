import './goals.css'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { GOAL_TITLE_LENGTH } from '../../../worker/contract/goals.constants'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { GoalCard } from './GoalCard'
import { addGoal, goalsQuery, type Goal } from './goals.queries'

/** What a student works towards: in their own order, and beneath it what is reached. */
export default function GoalsPage() {
  createTitle(m.goals_title)
  const goals = useQuery(goalsQuery)
  const open = (list: Goal[]) => list.filter((goal) => goal.done_at === null)
  const reached = (list: Goal[]) => list.filter((goal) => goal.done_at !== null)
  return (
    <div class="mx-auto grid max-w-read gap-6">
      <div class="stack stack--1">
        <h1 class="t-page">{m.goals_title()}</h1>
        <p class="t-2">{m.goals_words()}</p>
      </div>
      <NewGoal />
      <Loaded
        query={goals}
        loading={<SkeletonRows />}
        isEmpty={(list) => list.length === 0}
        empty={
          <Empty art={<Table />} title={m.goals_none()}>
            {m.goals_none_words()}
          </Empty>
        }
      >
        {(list) => (
          <>
            <Part title={m.goals_open()} goals={open(list())} list={list()} />
            <Part title={m.goals_reached()} goals={reached(list())} list={list()} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function NewGoal() {
  const client = useQueryClient()
  const [title, setTitle] = createSignal('')
  const form = createSubmission(
    () => addGoal(title()),
    (goal) => {
      client.setQueryData(goalsQuery().queryKey, (list) => [...(list ?? []), goal])
      setTitle('')
    },
  )
  return (
    <form class="card stack stack--3" onSubmit={(event) => void form.submit(event)}>
      <TextField
        label={m.goals_new()}
        hint={m.goals_new_hint()}
        required
        maxlength={GOAL_TITLE_LENGTH}
        dir="auto"
        value={title()}
        error={form.fieldError('title')}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <ProblemNote error={form.fieldError('title') ? undefined : form.error()} />
      <div>
        <Button kind="primary" type="submit" busy={form.busy()}>
          {m.goals_add()}
        </Button>
      </div>
    </form>
  )
}

/** Rows are kept by id, so that what one types in one of them stays while the list changes. */
function Part(props: { title: string; goals: Goal[]; list: Goal[] }) {
  const [told, setTold] = createSignal('')
  const goal = (id: string) => props.goals.find((one) => one.id === id)
  return (
    <Show when={props.goals.length > 0}>
      <section class="stack stack--3" aria-label={props.title}>
        <h2 class="t-big">{props.title}</h2>
        <ul class="stack">
          <For each={props.goals.map(({ id }) => id)}>
            {(id, i) => (
              <Show when={goal(id)}>
                {(one) => (
                  <GoalCard
                    goal={one()}
                    list={props.list}
                    before={props.goals[i() - 1]}
                    after={props.goals[i() + 1]}
                    onMoved={() => setTold(m.goals_moved({ place: i() + 1 }))}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
        <p class="sr" role="status">
          {told()}
        </p>
      </section>
    </Show>
  )
}
