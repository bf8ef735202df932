import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Select } from '../ui/Field'
import { toast } from '../ui/Toast'
import { AddLearned } from './AddLearned'
import { LearnedRow } from './LearnedRow'
import { markLearned, type MyMentor, type Progress } from './my-students.queries'

/** Skills that mentors propose, those that are agreed, and a way to write down one's own. */
export function ProgressSkills(props: { progress: Progress }) {
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: ['progress'] })
  const teachers = () => props.progress.mentors.filter((one) => one.may_mark)
  return (
    <section class="card stack" aria-labelledby="learned">
      <h2 id="learned" class="t-section">
        {m.learned_title()}
      </h2>
      <Show when={props.progress.skills.length > 0}>
        <ul class="list">
          <For each={props.progress.skills.map(({ id }) => id)}>
            {(id) => (
              <Show when={props.progress.skills.find((one) => one.id === id)}>
                {(skill) => <LearnedRow skill={skill()} refresh={refresh} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={teachers().length > 0} fallback={<p class="t-2">{m.learned_student_none()}</p>}>
        <details class="stack stack--3">
          <summary class="link">{m.learned_mark()}</summary>
          <Mark teachers={teachers()} refresh={refresh} />
        </details>
      </Show>
    </section>
  )
}

function Mark(props: { teachers: MyMentor[]; refresh: () => void }) {
  const [chosen, setChosen] = createSignal<string>()
  const teacher = () => props.teachers.find((one) => one.mentor_id === chosen()) ?? props.teachers[0]!
  const nameOf = (id: string) => props.teachers.find((one) => one.mentor_id === id)?.name ?? ''
  return (
    <AddLearned
      act={m.learned_mark_act()}
      send={(skill) => markLearned(teacher().mentor_id, skill)}
      done={(count) => toast(m.learned_marked({ count }))}
      refresh={props.refresh}
    >
      <Select
        label={m.learned_mark_with()}
        value={teacher().mentor_id}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        {/* By their numbers, which stay the same when the page is asked for again: an option that is made anew is not chosen. */}
        <For each={props.teachers.map((one) => one.mentor_id)}>
          {(id) => <option value={id}>{isolate(nameOf(id))}</option>}
        </For>
      </Select>
    </AddLearned>
  )
}
