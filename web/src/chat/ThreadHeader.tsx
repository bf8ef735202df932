import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import ArrowLeftIcon from '~icons/lucide/arrow-left'
import SearchIcon from '~icons/lucide/search'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { usePlace } from '../lib/zones'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import type { Conversation } from './chat.queries'
import { ConversationMenu } from './ConversationMenu'
import { createPresence } from './presence'
import type { Thread } from './thread'

type HeaderProps = {
  conversation: Conversation | undefined
  me: Me
  name: string
  thread: Thread
  isFinding: boolean
  onFind: () => void
  onKeys: () => void
}

/** Who it is, whether they are here, and where their day stands. */
export function ThreadHeader(props: HeaderProps) {
  const theirs = usePlace(() => props.conversation?.other.time_zone)
  const now = createNow()
  // The page makes a new header for another conversation.
  // oxlint-disable-next-line solid/reactivity
  const presence = createPresence(props.thread, props.me.id, () => props.conversation?.other)
  return (
    <header class="chat__h">
      <A class="btn btn--quiet btn--icon chat__back" href="/messages" aria-label={m.chat_all()}>
        <ArrowLeftIcon class="i i--lg i--flip" aria-hidden="true" />
      </A>
      <Avatar
        name={props.name}
        picture={props.conversation?.other.picture_url ?? null}
        live={presence.isHere()}
        eager
      />
      <div class="grow">
        <h2 class="t-strong ellipsis">
          <Show when={props.name} fallback={<span class="sk sk--title" />}>
            <bdi>{props.name}</bdi>
          </Show>
        </h2>
        <p class="chat__where t-2">
          <Show when={presence.words()}>{(words) => <span class="ellipsis">{words()}</span>}</Show>
          <Show when={theirs()}>
            {(place) => (
              <span class="num ellipsis">
                {m.chat_their_time({ time: place().time(now()), city: place().city, zone: place().label(now()) })}
              </span>
            )}
          </Show>
        </p>
      </div>
      <Button
        kind="quiet"
        icon
        aria-label={m.chat_find()}
        aria-expanded={props.isFinding}
        onClick={() => props.onFind()}
      >
        <SearchIcon class="i" aria-hidden="true" />
      </Button>
      <Show when={props.conversation}>
        {(conversation) => <ConversationMenu conversation={conversation()} onKeys={props.onKeys} />}
      </Show>
    </header>
  )
}
