import { For } from 'solid-js'
import MovedIcon from '~icons/lucide/calendar-clock'
import { isolate, m } from '../lib/messages'
import type { Place } from '../lib/time'
import { ButtonLink } from '../ui/Button'
import type { Home } from './home.queries'
import { ToDoItem } from './ToDoItem'

/** Sessions that the other side would like at another time. */
export function MovesToAnswer(props: { moves: Home['moves']; mine: Place }) {
  const when = (at: string) => m.time_day_and_time({ day: props.mine.day(at), time: props.mine.time(at) })
  return (
    <For each={props.moves}>
      {(move) => (
        <ToDoItem
          icon={<MovedIcon class="i" aria-hidden="true" />}
          title={m.todo_move({ name: isolate(move.name) })}
          words={m.todo_move_words({
            from: when(move.start_time),
            to: when(move.asked_time),
            zone: props.mine.label(move.asked_time),
          })}
          act={<ButtonLink href={`/sessions/${move.booking_id}`}>{m.todo_move_act()}</ButtonLink>}
        />
      )}
    </For>
  )
}
