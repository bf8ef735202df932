import '../mentors/mentor.css'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import { FreeTimePicker } from '../mentors/SlotPanel'
import { Note } from '../ui/Note'
import type { SessionParts } from './other'
import { createTimesToMove } from './times-to-move'

type Choosing = { theirs: Place; start: string | undefined; onChoose: (start: string) => void }

/** The free times that a session could have instead, from its own week on. */
export function FreeTimesToMove(props: Omit<SessionParts, 'theirs'> & Choosing) {
  const choice = createTimesToMove(
    () => props.booking,
    () => props.mine,
  )
  return (
    <div class="stack stack--4">
      <FreeTimePicker
        name={props.other.name}
        choice={{ ...choice, start: () => props.start, chooseStart: (start) => props.onChoose(start) }}
        mine={props.mine}
        theirs={props.theirs}
      />
    </div>
  )
}

type Near = Pick<SessionParts, 'mine' | 'theirs'> & {
  taken: string
  times: readonly { start_time: string }[]
  onChoose: (start: string) => void
}

/** The chosen time went to somebody else: others close by, one press away. */
export function NearTimes(props: Near) {
  return (
    <Note kind="danger">
      <div class="stack stack--3">
        <p>{props.times.length > 0 ? m.move_taken_near({ when: props.taken }) : m.move_taken({ when: props.taken })}</p>
        <Show when={props.times.length > 0}>
          <div class="slots" role="group" aria-label={m.booking_taken_near()}>
            <For each={props.times}>
              {({ start_time: at }) => (
                <button type="button" class="slot" onClick={() => props.onChoose(at)}>
                  {m.time_day_and_time({ day: props.mine.weekday(at), time: props.mine.time(at) })}
                  <Show when={props.theirs && props.theirs.time(at) !== props.mine.time(at) && props.theirs}>
                    {(place) => <small>{m.mentor_their_time({ time: place().time(at), city: place().city })}</small>}
                  </Show>
                </button>
              )}
            </For>
          </div>
        </Show>
      </div>
    </Note>
  )
}
