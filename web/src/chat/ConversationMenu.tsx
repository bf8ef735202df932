import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import ArchiveIcon from '~icons/lucide/archive'
import BanIcon from '~icons/lucide/ban'
import BellIcon from '~icons/lucide/bell'
import BellOffIcon from '~icons/lucide/bell-off'
import KeyboardIcon from '~icons/lucide/keyboard'
import PinIcon from '~icons/lucide/pin'
import MoreIcon from '~icons/lucide/ellipsis-vertical'
import { createMedia } from '../lib/media'
import { isolate, m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { toast } from '../ui/Toast'
import { BlockDialog } from './BlockDialog'
import { block, type Conversation } from './chat.queries'
import { createChoosing } from './conversations.choosing'

/** What I choose for a conversation: whether it tells me, whether it is put away, and whether the other may write. */
export function ConversationMenu(props: { conversation: Conversation; onKeys: () => void }) {
  const hasKeyboard = createMedia('(pointer: fine)')
  const client = useQueryClient()
  const [asking, setAsking] = createSignal(false)
  const name = () => isolate(props.conversation.other.name)
  const isMine = () => props.conversation.blocked === 'by_me'
  const choosing = createChoosing()
  const refresh = () => client.invalidateQueries({ queryKey: ['conversations'] })
  let then: (() => void) | undefined
  function onClosed(event: Event): void {
    if (!then) return
    event.preventDefault()
    setTimeout(then)
    then = undefined
  }
  async function unblock(): Promise<void> {
    const words = m.chat_unblocked({ name: name() })
    try {
      await block(props.conversation.other.display_id, false)
      await refresh()
      toast(words)
    } catch (error) {
      toast(wordsOf(error))
    }
  }

  return (
    <>
      <DropdownMenu placement="bottom-end" gutter={4}>
        <DropdownMenu.Trigger class="btn btn--quiet btn--icon" aria-label={m.chat_about()}>
          <MoreIcon class="i" aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content class="menu" onCloseAutoFocus={onClosed}>
            <DropdownMenu.Item class="menu__item" onSelect={() => choosing.pin(props.conversation)}>
              <PinIcon class="i" aria-hidden="true" />
              {props.conversation.pinned ? m.chat_list_unpin() : m.chat_list_pin()}
            </DropdownMenu.Item>
            <DropdownMenu.Item class="menu__item" onSelect={() => choosing.mute(props.conversation)}>
              <Show when={props.conversation.muted} fallback={<BellOffIcon class="i" aria-hidden="true" />}>
                <BellIcon class="i" aria-hidden="true" />
              </Show>
              {props.conversation.muted ? m.chat_unmute() : m.chat_mute()}
            </DropdownMenu.Item>
            <DropdownMenu.Item class="menu__item" onSelect={() => choosing.archive(props.conversation)}>
              <ArchiveIcon class="i" aria-hidden="true" />
              {props.conversation.archived ? m.chat_unarchive() : m.chat_archive()}
            </DropdownMenu.Item>
            <DropdownMenu.Item
              class="menu__item"
              onSelect={() => (isMine() ? void unblock() : (then = () => setAsking(true)))}
            >
              <BanIcon class="i" aria-hidden="true" />
              {isMine() ? m.chat_unblock({ name: name() }) : m.chat_block({ name: name() })}
            </DropdownMenu.Item>
            <Show when={hasKeyboard()}>
              <DropdownMenu.Item class="menu__item" onSelect={() => (then = props.onKeys)}>
                <KeyboardIcon class="i" aria-hidden="true" />
                {m.chat_shortcuts()}
              </DropdownMenu.Item>
            </Show>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
      <BlockDialog
        open={asking()}
        onClose={() => setAsking(false)}
        name={name()}
        act={() => block(props.conversation.other.display_id, true).then(refresh)}
      />
    </>
  )
}
