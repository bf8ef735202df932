import { A } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { ButtonLink } from '../ui/Button'
import { SkeletonRows, Loaded } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { createGoalActs } from './acts'
import { goalsQuery, shareGoals, sharedGoalsQuery, type Goal, type SharedGoal } from './goals.queries'
import { isOwn, Progress } from './Progress'
import { Proposal } from './Proposal'

/** A student's goals with a box each: what is ticked, this mentor sees. */
export function ChooseGoals(props: { bookingId: string; other: string; shared: SharedGoal[] }) {
  const client = useQueryClient()
  const goals = useQuery(goalsQuery)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const ids = () => props.shared.map(({ id }) => id)
  const offered = (list: Goal[]) => list.filter((goal) => goal.done_at === null || ids().includes(goal.id))

  async function share(id: string, box: HTMLInputElement): Promise<void> {
    const wish = box.checked
    const chosen = wish ? [...ids(), id] : ids().filter((one) => one !== id)
    setBusy(true)
    setError(undefined)
    try {
      client.setQueryData(sharedGoalsQuery(props.bookingId).queryKey, await shareGoals(props.bookingId, chosen))
      void client.invalidateQueries({ queryKey: goalsQuery().queryKey, exact: true })
    } catch (failure) {
      box.checked = !wish
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section class="card stack" aria-labelledby="session-goals">
      <div class="row row--2">
        <h2 id="session-goals" class="t-section grow">
          {m.goals_session()}
        </h2>
        <A class="link t-sm" href="/goals">
          {m.goals_all()}
        </A>
      </div>
      <Loaded
        query={goals}
        loading={<SkeletonRows count={1} />}
        isEmpty={(list) => offered(list).length === 0}
        empty={<NoGoal other={props.other} />}
      >
        {(list) => (
          <>
            <p class="t-2 measure">{m.goals_session_choose({ name: isolate(props.other) })}</p>
            <ul class="list" aria-busy={busy()}>
              <For each={offered(list()).map(({ id }) => id)}>
                {(id) => (
                  <Show when={list().find((one) => one.id === id)}>
                    {(goal) => (
                      <li class="stack stack--2 py-3">
                        <label class="check">
                          <input
                            type="checkbox"
                            disabled={busy()}
                            checked={ids().includes(id)}
                            onChange={(event) => void share(id, event.currentTarget)}
                          />
                          <span class="t-strong" dir="auto">
                            {goal().title}
                          </span>
                        </label>
                        <Progress steps={goal().steps} />
                        <Proposals goal={goal()} />
                      </li>
                    )}
                  </Show>
                )}
              </For>
            </ul>
          </>
        )}
      </Loaded>
      <ProblemNote error={error()} />
    </section>
  )
}

/** What mentors proposed and waits for an answer. */
function Proposals(props: { goal: Goal }) {
  const acts = createGoalActs()
  const waiting = () => props.goal.steps.filter((step) => !isOwn(step))
  return (
    <>
      <Show when={waiting().length > 0}>
        <ul class="stack stack--2">
          <For each={waiting()}>
            {(step) => (
              <Proposal
                step={step}
                busy={acts.busy()}
                onTake={() => void acts.changeStep(props.goal.id, step.id, { accept: true })}
                onRefuse={() => void acts.refuse(props.goal.id, step.id)}
              />
            )}
          </For>
        </ul>
      </Show>
      <ProblemNote error={acts.error()} />
    </>
  )
}

const NoGoal = (props: { other: string }) => (
  <div class="stack stack--3">
    <p class="t-2 measure">{m.goals_session_none({ name: isolate(props.other) })}</p>
    <div>
      <ButtonLink kind="soft" href="/goals">
        {m.goals_session_set()}
      </ButtonLink>
    </div>
  </div>
)
