import { createSignal, For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { createAct } from './act'
import { acceptRequest, type Booking } from './bookings.queries'
import { DeclineDialog } from './DeclineDialog'
import type { Other } from './other'
import { TimeLine } from './TimeLine'

export type AskedTime = { id: string; start_time: string; end_time: string }
export type Asked = {
  /** Any of the times of one request. */
  booking: Booking
  /** One, or those of a proposal. */
  times: AskedTime[]
  other: Other
  mine: Place
  theirs: Place | undefined
}

/** The mentor's yes to a time, or no to all of them. */
export function AnswerRequest(props: Asked) {
  const [declining, setDeclining] = createSignal(false)
  const { act, busy, error } = createAct()
  const name = () => isolate(props.other.name)
  const when = (time: AskedTime) =>
    m.booking_weekday_time({ day: props.mine.day(time.start_time), time: props.mine.time(time.start_time) })
  function accept(time: AskedTime): void {
    const { id } = time
    const [taken, confirmed] = [
      m.request_taken({ name: name(), when: when(time) }),
      m.request_confirmed({ name: name() }),
    ]
    void act(
      { name: id },
      (key) => acceptRequest(id, key),
      ({ state }) => toast(state === 'held' ? taken : confirmed),
    )
  }
  const decline = () => (
    <Button
      kind="quiet"
      aria-label={
        props.times.length > 1 ? m.request_decline_all_of({ name: name() }) : m.request_decline_of({ name: name() })
      }
      onClick={() => setDeclining(true)}
    >
      {props.times.length > 1 ? m.request_decline_all() : m.request_decline()}
    </Button>
  )

  return (
    <div class="answer">
      <ProblemNote error={error()} />
      <Show
        when={props.times.length > 1}
        fallback={
          <div class="row row--2 answer__acts">
            {decline()}
            <Button
              kind="primary"
              busy={busy() !== undefined}
              aria-label={m.request_confirm_time({ when: when(props.times[0]!) })}
              onClick={() => accept(props.times[0]!)}
            >
              {m.request_confirm()}
            </Button>
          </div>
        }
      >
        <ul class="list">
          <For each={props.times}>
            {(time) => (
              <li class="list-row list-row--bare answer__time">
                <TimeLine span={time} mine={props.mine} theirs={props.theirs} />
                <Button
                  kind="soft"
                  busy={busy() === time.id}
                  aria-label={m.request_take_time({ when: when(time) })}
                  onClick={() => accept(time)}
                >
                  {m.request_take()}
                </Button>
              </li>
            )}
          </For>
        </ul>
        <div class="row row--2 answer__acts">{decline()}</div>
      </Show>
      <DeclineDialog {...props} open={declining()} onClose={() => setDeclining(false)} />
    </div>
  )
}
