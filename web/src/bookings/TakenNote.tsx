import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { Note } from '../ui/Note'
import type { StepProps } from './booking-flow'

/** Somebody was quicker: the nearest times that are still free, one press away, with everything typed kept. */
export function TakenNote(props: StepProps & { alternatives: readonly { start_time: string; end_time: string }[] }) {
  return (
    <Note kind="danger">
      <div class="stack stack--3">
        <p>
          {m.booking_taken({ time: props.mine.time(props.flow.start()!), zone: props.mine.label(props.flow.start()!) })}
          <Show when={props.alternatives.length > 0}> {m.booking_taken_near()}</Show>
        </p>
        <Show when={props.alternatives.length > 0}>
          <div class="slots" role="group" aria-label={m.booking_taken_near()}>
            <For each={props.alternatives}>
              {(span) => (
                <button
                  type="button"
                  class="slot"
                  onClick={() => props.flow.choose(props.flow.offer()!.id, span.start_time)}
                >
                  {m.time_day_and_time({
                    day: props.mine.weekday(span.start_time),
                    time: props.mine.time(span.start_time),
                  })}
                  <Show when={props.theirs.time(span.start_time) !== props.mine.time(span.start_time)}>
                    <small>
                      {m.mentor_their_time({ time: props.theirs.time(span.start_time), city: props.theirs.city })}
                    </small>
                  </Show>
                </button>
              )}
            </For>
          </div>
        </Show>
        <p>
          <button type="button" class="link" onClick={() => props.flow.go('time')}>
            {m.booking_see_all_times()}
          </button>
        </p>
      </div>
    </Note>
  )
}
