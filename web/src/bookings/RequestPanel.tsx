import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { fromNow } from '../lib/time'
import { Badge } from '../ui/Badge'
import { AnswerRequest } from './AnswerRequest'
import type { SessionParts } from './other'
import { TimeLine } from './TimeLine'
import { isPaid } from './words'

const deadline = ({ mine, now }: SessionParts, at: string) => ({
  day: mine.day(at),
  time: mine.time(at),
  zone: mine.label(at),
  when: fromNow(at, now),
})

/** A request as the mentor meets it: until when, what silence does, and the two answers. */
export function RequestPanel(props: SessionParts) {
  const name = () => isolate(props.other.name)
  const times = () =>
    [props.booking, ...props.booking.proposed.filter(({ id, state }) => id !== props.booking.id && state === 'pending')]
      .map(({ id, start_time, end_time }) => ({ id, start_time, end_time }))
      .toSorted((a, b) => a.start_time.localeCompare(b.start_time))
  const silence = () => {
    if (!isPaid(props.booking)) return m.request_else_unpaid({ name: name() })
    if (props.booking.amount_minor === 0) return m.request_else_free()
    return m.request_else_back({ name: name(), amount: money(props.booking.amount_minor, props.booking.currency) })
  }
  return (
    <section class="card card--raised stack stack--4" aria-labelledby="request">
      <div class="stack stack--2">
        <h2 id="request" class="t-section">
          {times().length > 1 ? m.request_title_many({ name: name() }) : m.request_title({ name: name() })}
        </h2>
        <p class="t-2">
          <Show when={props.booking.answer_by}>{(at) => m.request_until(deadline(props, at()))}</Show> {silence()}
        </p>
      </div>
      <AnswerRequest
        booking={props.booking}
        times={times()}
        other={props.other}
        mine={props.mine}
        theirs={props.theirs}
      />
    </section>
  )
}

/** The same request as the student waits for it, with the other times of the proposal. */
export function AskedPanel(props: SessionParts) {
  const name = () => isolate(props.other.name)
  const others = () => props.booking.proposed.filter(({ id }) => id !== props.booking.id)
  const silence = () => {
    if (!isPaid(props.booking)) return m.request_asked_unpaid({ name: name() })
    if (props.booking.amount_minor === 0) return m.request_asked_free()
    return m.request_asked_back({ amount: money(props.booking.amount_minor, props.booking.currency) })
  }
  return (
    <section class="card card--accent stack stack--4" aria-labelledby="asked">
      <div class="stack stack--2">
        <h2 id="asked" class="t-section">
          {m.request_asked({ name: name() })}
        </h2>
        <p>
          <Show when={props.booking.answer_by}>
            {(at) => m.request_asked_until({ ...deadline(props, at()), name: name() })}
          </Show>{' '}
          {silence()}
        </p>
      </div>
      <Show when={others().length > 0}>
        <div>
          <h3 class="legend">{m.request_also()}</h3>
          <ul>
            <For each={others()}>
              {(time) => (
                <li class="row row--2 row--wrap also">
                  <A class="grow" href={`/sessions/${time.id}`}>
                    <TimeLine span={time} mine={props.mine} theirs={props.theirs} />
                  </A>
                  <Show when={time.state === 'cancelled'}>
                    <Badge>{m.booking_state_cancelled()}</Badge>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </section>
  )
}
