import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { Avatar } from '../ui/Avatar'
import { Meetings } from './Meetings'
import type { MyMentor } from './my-students.queries'
import { Numbers } from './Numbers'

/** One mentor, with the numbers that they see of us as well. */
export function ProgressMentor(props: { mentor: MyMentor }) {
  const hasDone = () => props.mentor.sessions + props.mentor.shared_goals + props.mentor.learned > 0
  return (
    <li class="stack stack--3 p-4">
      <div class="row row--3">
        <Avatar name={props.mentor.name} picture={props.mentor.picture_url} />
        <h3 class="t-strong grow">
          <A class="link" href={`/mentors/${props.mentor.mentor_id}`}>
            <bdi>{props.mentor.name}</bdi>
          </A>
        </h3>
      </div>
      <Show when={hasDone()} fallback={<p class="t-2">{m.students_no_sessions()}</p>}>
        <Numbers of={props.mentor} />
      </Show>
      <Show when={props.mentor.next_session ?? props.mentor.last_session}>
        <Meetings of={props.mentor} />
      </Show>
    </li>
  )
}
