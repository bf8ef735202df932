import '../chat/chat.css'
import { For, Match, Show, Switch } from 'solid-js'
import { Composer } from '../chat/Composer'
import { rowsOf, type Row } from '../chat/rows'
import { Said } from '../chat/Said'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import type { Meeting } from './meetings.queries'
import type { Room } from './room'

type TalkProps = { room: Room; meeting: Meeting; me: Me; mine: Place }

/** What a group says in its room. It stands on its newest end. */
export function RoomTalk(props: TalkProps) {
  const rows = () => rowsOf(props.room.talk(), props.mine.date)
  const day = () => props.mine.longDay(props.meeting.room_chat_until ?? props.meeting.closes_at)
  return (
    <section class="card card--flush meet__talk" aria-labelledby="meet-talk-title">
      <div class="meet__talk-head">
        <h2 class="t-section" id="meet-talk-title">
          {m.meet_talk()}
        </h2>
        <p class="t-sm t-2">{m.meet_talk_group({ day: day() })}</p>
      </div>
      <div class="chat__frame">
        {/* What scrolls must be reachable by keyboard. */}
        <div
          class="chat__scroll"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabindex="0"
          role="log"
          aria-label={m.meet_talk()}
          aria-busy={!props.room.talk().opened}
        >
          <div class="thread">
            <Show when={props.room.talk().hasOlder}>
              <Button
                size="sm"
                kind="quiet"
                busy={props.room.loadingOlder()}
                onClick={() => void props.room.loadOlder()}
              >
                {m.meet_talk_older()}
              </Button>
            </Show>
            <For each={rows()} fallback={<p class="t-2 text-center">{m.meet_talk_none()}</p>}>
              {(row) => <TalkRow {...props} row={row} />}
            </For>
          </div>
        </div>
      </div>
      <Composer
        thread={props.room}
        id={`room.${props.meeting.booking_id}`}
        name={m.meet_talk_to_group()}
        me={props.me}
      />
    </section>
  )
}

function TalkRow(props: TalkProps & { row: Row }) {
  const speaker = (account_id: string) => props.meeting.people.find((one) => one.account_id === account_id)
  return (
    <Switch>
      <Match when={props.row.kind === 'day' && props.row}>
        {(day) => (
          <p class="dateline">
            <span>{props.mine.longDay(day().at)}</span>
          </p>
        )}
      </Match>
      <Match when={props.row.kind === 'bubble' && props.row}>
        {(bubble) => (
          <>
            <Show when={bubble().first && !bubble().mine}>
              <p class="t-xs t-2 meet__speaker" aria-hidden="true">
                <bdi>{speaker(bubble().sender)?.name ?? m.meet_former()}</bdi>
              </p>
            </Show>
            <Said
              thread={props.room}
              bubble={bubble()}
              name={speaker(bubble().sender)?.name ?? m.meet_former()}
              picture={speaker(bubble().sender)?.picture_url ?? null}
              mine={props.mine}
            />
          </>
        )}
      </Match>
    </Switch>
  )
}
