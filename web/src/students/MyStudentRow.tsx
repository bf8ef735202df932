import { A } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import NoteIcon from '~icons/lucide/notebook-pen'
import { m } from '../lib/messages'
import { useMyPlace } from '../lib/zones'
import { Avatar } from '../ui/Avatar'
import { TimeWithZone } from '../ui/Time'
import type { MyStudent } from './my-students.queries'
import { spanOf } from './span'

/** One student: how much was done, and what is next. The whole row leads to them. */
export function MyStudentRow(props: { student: MyStudent }) {
  const mine = useMyPlace()
  const meeting = () => props.student.next_session ?? props.student.last_session
  return (
    <li class="list-row list-row--link mine">
      <Avatar name={props.student.name} picture={props.student.picture_url} size="lg" />
      <div class="list-row__main">
        <p class="row row--2">
          <A class="t-strong cover-link" href={`/students/mine/${props.student.student_id}`}>
            <bdi>{props.student.name}</bdi>
          </A>
          <Show when={props.student.has_note}>
            <NoteIcon class="i i--sm t-3" role="img" aria-label={m.students_has_note()} />
          </Show>
        </p>
        <Done student={props.student} />
      </div>
      <Show when={meeting()}>
        {(one) => (
          <p class="mine__when">
            <span class="t-xs t-3">{props.student.next_session ? m.students_next() : m.students_last()}</span>
            <span class="num" classList={{ 't-strong': props.student.next_session !== null }}>
              <TimeWithZone at={one().start_time} place={mine()} />
            </span>
          </p>
        )}
      </Show>
    </li>
  )
}

function Done(props: { student: MyStudent }) {
  const learned = () => props.student.learned
  return (
    <p class="t-sm t-2 mine__done">
      <Switch fallback={<span>{m.students_no_sessions()}</span>}>
        <Match when={props.student.sessions > 0}>
          <span>{m.students_sessions({ count: props.student.sessions })}</span>
          <span>{spanOf(props.student.minutes)}</span>
        </Match>
      </Switch>
      <Show when={props.student.shared_goals > 0}>
        <span>{m.students_row_goals({ count: props.student.shared_goals })}</span>
      </Show>
      <Show when={props.student.steps > 0}>
        <span>{m.students_row_steps({ done: props.student.steps_done, count: props.student.steps })}</span>
      </Show>
      <Show when={learned() > 0}>
        <span>{m.students_row_learned({ count: learned() })}</span>
      </Show>
    </p>
  )
}
