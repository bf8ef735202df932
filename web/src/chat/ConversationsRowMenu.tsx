import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import ArchiveIcon from '~icons/lucide/archive'
import BellIcon from '~icons/lucide/bell'
import BellOffIcon from '~icons/lucide/bell-off'
import MoreIcon from '~icons/lucide/ellipsis-vertical'
import PinIcon from '~icons/lucide/pin'
import PinOffIcon from '~icons/lucide/pin-off'
import { isolate, m } from '../lib/messages'
import type { Conversation } from './chat.queries'
import { createChoosing } from './conversations.choosing'

/** Pin, mute and put away, without opening it. */
export function ConversationsRowMenu(props: { conversation: Conversation; tabindex: number }) {
  const choosing = createChoosing()
  /** Runs once the focus is back, for the row may move or leave. */
  let then: (() => void) | undefined
  const later = (act: (one: Conversation) => void) => () => (then = () => act(props.conversation))
  function onClosed(): void {
    const act = then
    then = undefined
    if (act) setTimeout(act)
  }
  return (
    <DropdownMenu placement="bottom-end" gutter={4}>
      <DropdownMenu.Trigger
        class="convs__more"
        tabindex={props.tabindex}
        aria-label={m.chat_list_more({ name: isolate(props.conversation.other.name) })}
      >
        <MoreIcon class="i i--sm" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu" onCloseAutoFocus={onClosed}>
          <DropdownMenu.Item class="menu__item" onSelect={later(choosing.pin)}>
            {props.conversation.pinned ? (
              <PinOffIcon class="i" aria-hidden="true" />
            ) : (
              <PinIcon class="i" aria-hidden="true" />
            )}
            {props.conversation.pinned ? m.chat_list_unpin() : m.chat_list_pin()}
          </DropdownMenu.Item>
          <DropdownMenu.Item class="menu__item" onSelect={later(choosing.mute)}>
            {props.conversation.muted ? (
              <BellIcon class="i" aria-hidden="true" />
            ) : (
              <BellOffIcon class="i" aria-hidden="true" />
            )}
            {props.conversation.muted ? m.chat_unmute() : m.chat_mute()}
          </DropdownMenu.Item>
          <DropdownMenu.Item class="menu__item" onSelect={later(choosing.archive)}>
            <ArchiveIcon class="i" aria-hidden="true" />
            {props.conversation.archived ? m.chat_unarchive() : m.chat_archive()}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
