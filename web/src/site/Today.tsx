import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { MINUTE, type Place } from '../lib/time'
import { stateKind, stateName } from '../bookings/words'
import { Avatar } from '../ui/Avatar'
import { Badge } from '../ui/Badge'
import type { Teaching } from './home.queries'

type Session = Teaching['today'][number]
const A_WHILE = 15 * MINUTE

/** A mentor's day from its first session to its last, with where it stands now. */
export function Today(props: { sessions: Session[]; mine: Place; now: number }) {
  const isOver = (session: Session) => Date.parse(session.end_time) <= props.now
  /** The line of now stands before the first session that is not over. */
  const next = () => props.sessions.findIndex((session) => !isOver(session))
  /** When the one before ends, where that is still ahead and leaves a while. */
  const gapBefore = (i: number) => {
    const end = props.sessions[i - 1]?.end_time
    const isAhead = end !== undefined && Date.parse(end) > props.now
    return isAhead && Date.parse(props.sessions[i]!.start_time) - Date.parse(end) >= A_WHILE ? end : undefined
  }
  return (
    <section aria-labelledby="today">
      <div class="section-head">
        <h2 id="today" class="t-section">
          {m.home_today()}
        </h2>
        <span class="t-sm t-3">{m.home_times_in({ zone: props.mine.label(props.now), city: props.mine.city })}</span>
      </div>
      <Show when={props.sessions.length > 0} fallback={<p class="card t-2">{m.home_today_none()}</p>}>
        <ol class="card today">
          <For each={props.sessions}>
            {(session, i) => (
              <>
                <Show when={i() === next()}>
                  <Now {...props} next={session} />
                </Show>
                <Show when={gapBefore(i())}>
                  {(from) => <Gap from={from()} until={session.start_time} mine={props.mine} />}
                </Show>
                <Row session={session} mine={props.mine} isOver={isOver(session)} />
              </>
            )}
          </For>
          <Show when={next() < 0}>
            <Now {...props} />
          </Show>
        </ol>
      </Show>
    </section>
  )
}

function Now(props: { mine: Place; now: number; next?: Session }) {
  const words = () => {
    if (!props.next) return m.home_now()
    return Date.parse(props.next.start_time) <= props.now
      ? m.home_running()
      : m.home_now_until({ time: props.mine.time(props.next.start_time) })
  }
  return (
    <li class="today__now t-sm">
      <span class="num">{props.mine.time(props.now)}</span>
      <span class="t-strong">{words()}</span>
    </li>
  )
}

const Gap = (props: { from: string; until: string; mine: Place }) => (
  <li class="today__gap t-sm t-3">
    <span class="num">{props.mine.time(props.from)}</span>
    {m.home_today_gap({ time: props.mine.time(props.until) })}
  </li>
)

function Row(props: { session: Session; mine: Place; isOver: boolean }) {
  const first = () => props.session.students[0]!
  const others = () => props.session.students.length - 1
  return (
    <li class="today__row" classList={{ 'today__row--over': props.isOver }}>
      <time class="today__t num" datetime={props.session.start_time}>
        <b>{props.mine.time(props.session.start_time)}</b>
        <span class="t-3">{props.mine.time(props.session.end_time)}</span>
      </time>
      <Avatar name={first().name} picture={first().picture_url} size="sm" />
      <span class="list-row__main">
        <A class="t-strong cover-link" href={`/sessions/${props.session.booking_id}`}>
          <bdi>{first().name}</bdi>
          <Show when={others() > 0}> {m.home_and_others({ count: others() })}</Show>
        </A>
        <span class="t-sm t-2 block">{isolate(props.session.offer_title)}</span>
      </span>
      <Show when={props.session.state !== 'confirmed'}>
        <Badge kind={stateKind(props.session.state)}>{stateName(props.session.state)}</Badge>
      </Show>
    </li>
  )
}
