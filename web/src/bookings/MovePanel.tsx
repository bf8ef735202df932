import { Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { createAct } from './act'
import { BothTimes } from './BothTimes'
import { answerMove, type Move } from './bookings.queries'
import { mySide, type SessionParts } from './other'

type Said = 'accept' | 'decline' | 'withdraw'

/** A wish for another time: both times on both clocks, and the answer of the side that is asked. */
export function MovePanel(props: SessionParts & { move: Move }) {
  const { act, busy, error } = createAct()
  const isMine = () => props.move.by === mySide(props.other)
  const name = () => isolate(props.other.name)
  const words = (at: string) => m.booking_weekday_time({ day: props.mine.day(at), time: props.mine.time(at) })
  const now = () => words(props.booking.start_time)
  const then = () => words(props.move.start_time)
  function answer(said: Said): void {
    const [id, move] = [props.booking.id, props.move.id]
    const told = {
      accept: m.move_done({ name: name(), when: then() }),
      decline: m.move_declined({ name: name(), when: now() }),
      withdraw: m.move_withdrawn({ when: now() }),
    }[said]
    void act(
      { name: said, said: move },
      (key) => answerMove(id, move, key, said),
      () => toast(told),
    )
  }
  return (
    <section class="card card--raised stack stack--4" aria-labelledby="move">
      <h2 id="move" class="t-section">
        {isMine() ? m.move_asked_me() : m.move_asked_other({ name: name() })}
      </h2>
      <div class="move">
        <div>
          <p class="legend">{m.move_now()}</p>
          <BothTimes span={props.booking} mine={props.mine} theirs={props.theirs} name={props.other.name} />
        </div>
        <div class="move__then">
          <p class="legend">{m.move_then()}</p>
          <BothTimes span={props.move} mine={props.mine} theirs={props.theirs} name={props.other.name} />
        </div>
      </div>
      <Show when={props.move.reason}>
        {(reason) => (
          <p class="prose t-2" dir="auto">
            {reason()}
          </p>
        )}
      </Show>
      <p class="t-sm t-2">
        {m.move_until({
          day: props.mine.day(props.move.answer_by),
          time: props.mine.time(props.move.answer_by),
          zone: props.mine.label(props.move.answer_by),
        })}
      </p>
      <ProblemNote error={error()} />
      <div class="row row--2 row--wrap">
        <Show
          when={!isMine()}
          fallback={
            <Button busy={busy() === 'withdraw'} onClick={() => answer('withdraw')}>
              {m.move_withdraw()}
            </Button>
          }
        >
          <Button kind="primary" busy={busy() === 'accept'} onClick={() => answer('accept')}>
            {m.move_accept({ when: then() })}
          </Button>
          <Button busy={busy() === 'decline'} onClick={() => answer('decline')}>
            {m.move_decline({ when: now() })}
          </Button>
        </Show>
      </div>
    </section>
  )
}
