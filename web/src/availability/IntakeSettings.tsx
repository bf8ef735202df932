import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For } from 'solid-js'
import { NEW_STUDENTS, type NewStudents } from '../../../worker/contract/availability.constants'
import { m } from '../lib/messages'
import { fieldError } from '../lib/problem'
import { useQuery } from '../lib/query'
import { TextField } from '../ui/Field'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { intakeQuery, setIntake, type Intake } from './availability.queries'

const CHOICES: Record<NewStudents, { name: () => string; words: () => string }> = {
  open: { name: m.intake_open, words: m.intake_open_words },
  by_request: { name: m.intake_by_request, words: m.intake_by_request_words },
  paused: { name: m.intake_paused, words: m.intake_paused_words },
}

/** Whether new students may book, and how much teaching a week holds; each choice counts at once. */
export function IntakeSettings() {
  const intake = useQuery(intakeQuery)
  return (
    <section aria-labelledby="intake" class="stack stack--3">
      <div>
        <h2 id="intake" class="t-big">
          {m.intake_title()}
        </h2>
        <p class="t-2">{m.intake_words()}</p>
      </div>
      <Loaded query={intake} loading={<SkeletonRows count={3} />}>
        {(known) => <Choices intake={known()} />}
      </Loaded>
    </section>
  )
}

function Choices(props: { intake: Intake }) {
  const client = useQueryClient()
  const [error, setError] = createSignal<unknown>()

  async function keep(change: Partial<Intake>): Promise<void> {
    setError(undefined)
    const { queryKey } = intakeQuery()
    const [before, wanted] = [props.intake, { ...props.intake, ...change }]
    client.setQueryData(queryKey, wanted)
    try {
      client.setQueryData(queryKey, await setIntake(wanted))
      toast(m.saved())
      for (const key of ['mentor', 'mentors', 'slots']) void client.invalidateQueries({ queryKey: [key] })
    } catch (failure) {
      client.setQueryData(queryKey, before)
      setError(failure)
    }
  }
  function keepMost(input: HTMLInputElement): void {
    if (!input.reportValidity()) return
    const most = input.value === '' ? null : Number(input.value)
    if (most !== props.intake.most_sessions_per_week) void keep({ most_sessions_per_week: most })
  }

  return (
    <div class="card stack">
      <ProblemNote error={error()} />
      <fieldset>
        <legend class="legend">{m.intake_new()}</legend>
        <For each={NEW_STUDENTS}>
          {(choice) => (
            <label class="offer">
              <input
                type="radio"
                name="new_students"
                checked={props.intake.new_students === choice}
                onChange={() => void keep({ new_students: choice })}
              />
              <span class="grow t-strong">
                {CHOICES[choice].name()}
                <span class="t-sm t-2 block font-normal">{CHOICES[choice].words()}</span>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <div class="max-w-60">
        <TextField
          label={m.intake_most()}
          type="number"
          inputmode="numeric"
          min="1"
          max="100"
          placeholder={m.offer_no_most()}
          value={props.intake.most_sessions_per_week ?? ''}
          onChange={(event) => keepMost(event.currentTarget)}
          error={fieldError(error(), 'most_sessions_per_week')}
        />
      </div>
    </div>
  )
}
