import { useLocation } from '@solidjs/router'
import { Show, type Component, type JSX } from 'solid-js'
import ArchiveIcon from '~icons/lucide/archive'
import BellOffIcon from '~icons/lucide/bell-off'
import PinIcon from '~icons/lucide/pin'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { DAY, isToday, ms, type Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'
import { Count } from '../ui/Badge'
import type { Conversation } from './chat.queries'
import { ConversationsRowMenu } from './ConversationsRowMenu'

export type RowFacts = {
  me: Me
  mine: Place | undefined
  now: number
  current: string | undefined
  draftOf: (id: string) => string
}

/** Who it is with, what was said last and what waits; all of it is the link, the menu stands beside it. */
export function ConversationsRow(props: RowFacts & { conversation: Conversation; tabindex: number }) {
  const location = useLocation()
  const one = () => props.conversation
  return (
    <>
      <a
        class="conv"
        href={`/messages/${one().id}${location.search}`}
        aria-current={props.current === one().id ? 'true' : undefined}
        tabindex={props.tabindex}
      >
        <Avatar name={one().other.name} picture={one().other.picture_url} live={one().other.is_online} />
        <span class="grow min-w-0">
          <span class="row row--2">
            <span class="t-strong ellipsis grow">
              <bdi>{one().other.name}</bdi>
              <Show when={one().other.is_online}>
                <span class="sr"> {m.chat_list_online()}</span>
              </Show>
            </span>
            <When {...props} />
          </span>
          <span class="row row--2">
            <span class="t-sm t-2 ellipsis grow">
              <Said {...props} />
            </span>
            <Mark on={one().pinned} icon={PinIcon} name={m.chat_list_is_pinned()} />
            <Mark on={one().muted} icon={BellOffIcon} name={m.chat_list_is_muted()} />
            <Mark on={one().archived} icon={ArchiveIcon} name={m.chat_list_is_archived()} />
            <Count value={one().unread} label={m.count_unread({ count: one().unread })} />
          </span>
        </span>
      </a>
      <ConversationsRowMenu conversation={one()} tabindex={props.tabindex} />
    </>
  )
}

/** Short where it is near; the whole of it, with its zone, on a longer look. */
function When(props: RowFacts & { conversation: Conversation }) {
  const short = (place: Place, at: string) => {
    if (isToday(place, at, props.now)) return place.time(at)
    return props.now - ms(at) < 6 * DAY ? place.weekday(at) : place.day(at)
  }
  const whole = (place: Place, at: string) =>
    `${m.time_day_and_time({ day: place.longDay(at), time: place.time(at) })} ${place.label(at)}`
  return (
    <Show when={props.mine && props.conversation.last_message}>
      {(last) => (
        <time class="t-xs t-3 nowrap" datetime={last().sent_at} title={whole(props.mine!, last().sent_at)}>
          {short(props.mine!, last().sent_at)}
        </time>
      )}
    </Show>
  )
}

function Said(props: RowFacts & { conversation: Conversation }): JSX.Element {
  const draft = () => props.draftOf(props.conversation.id)
  return (
    <Show
      when={draft()}
      fallback={
        <Show when={props.conversation.last_message} fallback={m.chat_nothing_said()}>
          {(last) => (
            <>
              <Show when={last().sender_id === props.me.id}>{m.chat_you()} </Show>
              <bdi>{last().preview}</bdi>
            </>
          )}
        </Show>
      }
    >
      <span class="convs__draft">{m.chat_list_draft()}</span> <bdi>{draft()}</bdi>
    </Show>
  )
}

const Mark = (props: { on: boolean; icon: Component<{ class: string; 'aria-hidden': 'true' }>; name: string }) => (
  <Show when={props.on}>
    <span class="t-3 convs__mark" title={props.name}>
      <props.icon class="i i--sm" aria-hidden="true" />
      <span class="sr">{props.name}</span>
    </span>
  </Show>
)
