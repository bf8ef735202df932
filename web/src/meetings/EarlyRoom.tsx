import { Show } from 'solid-js'
import { BothTimes } from '../bookings/BothTimes'
import { createRemaining, now } from '../lib/clock'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import { clockOf, fromNow, type Place } from '../lib/time'
import { usePlace } from '../lib/zones'
import { Agenda } from './Agenda'
import type { Meeting } from './meetings.queries'
import { People } from './People'
import { otherOf } from './phase'
import { createRoom } from './room'
import { RoomTalk } from './RoomTalk'

const HOUR = 3_600_000

/** Before the door opens: how long that takes, on both clocks. A group already talks. */
export function EarlyRoom(props: { meeting: Meeting; mine: Place }) {
  const left = createRemaining(() => props.meeting.opens_at)
  const theirs = usePlace(() => otherOf(props.meeting)?.time_zone)
  const isNear = () => (left() ?? 0) < HOUR
  const words = () => (isNear() ? clockOf(left() ?? 0) : fromNow(props.meeting.opens_at, now()))
  return (
    <div class="meet__grid">
      <div class="stack stack--6">
        <section class="card stack" aria-label={m.meet_opens()}>
          <div class="countdown">
            <span class="grow">{isNear() ? m.meet_opens_in() : m.meet_opens()}</span>
            <span class="countdown__t num" role="timer">
              {words()}
            </span>
          </div>
          <p class="t-2">
            {m.meet_opens_words({
              time: props.mine.time(props.meeting.opens_at),
              zone: props.mine.label(props.meeting.opens_at),
            })}
          </p>
          <BothTimes
            span={props.meeting}
            mine={props.mine}
            theirs={theirs()}
            name={otherOf(props.meeting)?.name ?? ''}
          />
        </section>
        <Agenda meeting={props.meeting} />
      </div>
      <div class="stack stack--6">
        <People meeting={props.meeting} />
        <Show when={props.meeting.kind === 'group'}>
          <GroupTalk meeting={props.meeting} mine={props.mine} />
        </Show>
      </div>
    </div>
  )
}

/** The talk of a group while its room is closed. */
export function GroupTalk(props: { meeting: Meeting; mine: Place }) {
  const me = useAccount()
  // oxlint-disable-next-line solid/reactivity -- the page makes another one for another session
  const room = createRoom(props.meeting.booking_id, me())
  return <RoomTalk room={room} meeting={props.meeting} me={me()} mine={props.mine} />
}
