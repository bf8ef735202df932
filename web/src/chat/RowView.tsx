import { Match, Switch } from 'solid-js'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { DAY, ms, relativeDay, type Place } from '../lib/time'
import type { AnsweringState } from './answering'
import type { Conversation } from './chat.queries'
import { NewsLine } from './NewsLine'
import type { Row } from './rows'
import { Said } from './Said'
import type { Thread } from './thread'

export type ThreadProps = {
  thread: Thread
  answering: AnsweringState
  conversationId: string
  me: Me
  other: Conversation['other'] | undefined
  name: string
}

/** A message, or what stands between messages. */
export function RowView(props: ThreadProps & { mine: Place; row: Row; onJump: (seq: number) => void }) {
  return (
    <Switch>
      <Match when={props.row.kind === 'day' && props.row}>{(day) => <DayLine at={day().at} mine={props.mine} />}</Match>
      <Match when={props.row.kind === 'new'}>
        <p class="dateline dateline--unread">
          <span>{m.chat_new()}</span>
        </p>
      </Match>
      <Match when={props.row.kind === 'news' && props.row}>{(row) => <NewsLine row={row()} mine={props.mine} />}</Match>
      <Match when={props.row.kind === 'bubble' && props.row}>
        {(bubble) => <Said {...props} bubble={bubble()} picture={props.other?.picture_url ?? null} />}
      </Match>
    </Switch>
  )
}

function DayLine(props: { at: string; mine: Place }) {
  const now = createNow(60_000)
  const words = () => {
    const near = relativeDay(props.mine, props.at, now())
    return Math.abs(now() - ms(props.at)) < 2 * DAY && !/\d/.test(near) ? near : props.mine.longDay(props.at)
  }
  return (
    <p class="dateline">
      <span>{words()}</span>
    </p>
  )
}
