import { useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import XIcon from '~icons/lucide/x'
import { isolate, m } from '../lib/messages'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { createAct } from './act'
import { AddLearned } from './AddLearned'
import { proposeLearned, takeBackLearned, type LearnedSkill, type MyStudentPage } from './my-students.queries'

/** What a student learned with me: I propose, they agree. */
export function LearnedByStudent(props: { student: MyStudentPage }) {
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: ['my-students'] })
  const name = () => isolate(props.student.name)
  return (
    <section class="card stack" aria-labelledby="learned">
      <h2 id="learned" class="t-section">
        {m.learned_title()}
      </h2>
      <Show when={props.student.skills.length > 0}>
        <ul class="list">
          <For each={props.student.skills}>
            {(skill) => <Skill skill={skill} student={props.student} onGone={refresh} />}
          </For>
        </ul>
      </Show>
      <Show when={props.student.sessions > 0} fallback={<p class="t-2">{m.learned_mentor_first({ name: name() })}</p>}>
        <p class="t-2">{m.learned_mentor_words({ name: name() })}</p>
        <AddLearned
          act={m.learned_propose()}
          send={(skill) => proposeLearned(props.student.student_id, skill)}
          done={(count) => toast(m.learned_proposed({ count, name: name() }))}
          refresh={refresh}
        />
      </Show>
    </section>
  )
}

function Skill(props: { skill: LearnedSkill; student: MyStudentPage; onGone: () => void }) {
  const act = createAct()
  async function takeBack(): Promise<void> {
    const done = props.onGone
    if (await act.run(takeBackLearned(props.student.student_id, props.skill.id))) done()
  }
  return (
    <li class="learned">
      <bdi class="t-strong grow">{props.skill.skill}</bdi>
      <Show
        when={props.skill.confirmed_at}
        fallback={<Badge>{m.learned_waits({ name: isolate(props.student.name) })}</Badge>}
      >
        <Badge kind="success">{m.learned_confirmed()}</Badge>
      </Show>
      <Show when={props.skill.proposed_by === 'mentor'}>
        <Button
          kind="quiet"
          icon
          busy={act.busy()}
          aria-label={m.learned_take_back({ skill: isolate(props.skill.skill) })}
          onClick={() => void takeBack()}
        >
          <XIcon class="i" aria-hidden="true" />
        </Button>
      </Show>
      <ProblemNote error={act.error()} />
    </li>
  )
}
