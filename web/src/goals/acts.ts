import { useQueryClient, type QueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { toast, undoable } from '../ui/Toast'
import * as calls from './goals.queries'
import type { Goal, Step } from './goals.queries'

/** A list with one of its things at another place. */
export function movedTo<T>(list: T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from)
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)]
}

const refreshAll = (client: QueryClient) => client.invalidateQueries({ queryKey: ['goals'] })

/** What one does with goals: each answers the goal as it is then, which the page shows. One act at a time. */
export function createGoalActs() {
  const client = useQueryClient()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const key = calls.goalsQuery().queryKey
  const show = (change: (list: Goal[]) => Goal[]) => client.setQueryData(key, (list) => list && change(list))
  /** What a session's page shows of it is older now. */
  const refresh = () => void client.invalidateQueries({ queryKey: ['goals', 'shared'] })
  const put = (goal: Goal) => {
    show((list) => list.map((one) => (one.id === goal.id ? goal : one)))
    refresh()
  }

  async function act(run: () => Promise<void>): Promise<boolean> {
    if (busy()) return false
    setBusy(true)
    setError(undefined)
    try {
      await run()
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setBusy(false)
    }
  }

  /** What is taken back has no place in the page any more that could show why not. */
  const undo = (restore: Promise<unknown>) =>
    void restore.catch((failure: unknown) => toast(wordsOf(failure))).finally(() => refreshAll(client))

  return {
    busy,
    error,
    change: (goal: Goal, body: Parameters<typeof calls.changeGoal>[1]) =>
      act(async () => put(await calls.changeGoal(goal.id, body))),
    /** To the place that another goal of the list has. */
    move: (list: Goal[], from: Goal, to: Goal) =>
      act(async () => {
        const position = list.indexOf(to)
        await calls.changeGoal(from.id, { position })
        show((all) => movedTo(all, list.indexOf(from), position))
      }),
    remove: (goal: Goal) =>
      act(async () => {
        await calls.removeGoal(goal.id)
        show((list) => list.filter((one) => one.id !== goal.id))
        refresh()
        undoable(m.goals_deleted(), () => undo(calls.restoreGoal(goal.id)))
      }),
    addStep: (goal: Goal, title: string) => act(async () => put(await calls.addStep(goal.id, { title }))),
    changeStep: (goalId: string, step: string, body: Parameters<typeof calls.changeStep>[2]) =>
      act(async () => put(await calls.changeStep(goalId, step, body))),
    removeStep: (goal: Goal, step: Step) =>
      act(async () => {
        const place = goal.steps.findIndex(({ id }) => id === step.id)
        put(await calls.removeStep(goal.id, step.id))
        const again = { title: step.title, done: step.done_at !== null, position: place }
        undoable(m.goals_step_deleted(), () => undo(calls.addStep(goal.id, again)))
      }),
    /** Not taken: nothing that one would take back. */
    refuse: (goalId: string, step: string) => act(async () => put(await calls.removeStep(goalId, step))),
  }
}
export type GoalActs = ReturnType<typeof createGoalActs>
