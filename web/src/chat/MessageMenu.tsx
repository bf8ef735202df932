import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { createSignal, For, Show } from 'solid-js'
import CopyIcon from '~icons/lucide/copy'
import FlagIcon from '~icons/lucide/flag'
import MoreIcon from '~icons/lucide/ellipsis'
import PencilIcon from '~icons/lucide/pencil'
import QuoteIcon from '~icons/lucide/quote'
import ReplyIcon from '~icons/lucide/reply'
import TrashIcon from '~icons/lucide/trash-2'
import { m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { toast } from '../ui/Toast'
import type { AnsweringState } from './answering'
import { mayChange } from './changing'
import { DeleteDialog } from './DeleteDialog'
import { ReportDialog } from './ReportDialog'
import type { Bubble } from './rows'
import type { Thread } from './thread'

/** Those that a conversation about learning needs most. */
const EMOJI = ['👍', '❤️', '😂', '🎉', '🙏', '✅']

export type MenuProps = {
  bubble: Bubble & { seq: number }
  thread: Pick<Thread, 'react' | 'remove' | 'state'>
  answering: AnsweringState
  conversationId: string
  name: string
}

/** What can be done with a message that arrived. */
export function MessageMenu(props: MenuProps) {
  const [deleting, setDeleting] = createSignal(false)
  const [reporting, setReporting] = createSignal(false)
  /** What opens once the menu is gone, which would otherwise take the focus back to its button. */
  let then: (() => void) | undefined
  function onClosed(event: Event): void {
    if (!then) return
    event.preventDefault()
    setTimeout(then)
    then = undefined
  }
  const isMine = () => props.bubble.mine
  const isOpen = () => !props.thread.state().blocked
  const isChangeable = () => mayChange(isMine(), props.bubble.at)
  const answer = (kind: 'reply' | 'edit') => () =>
    props.answering.answer({ kind, seq: props.bubble.seq, content: props.bubble.content, mine: isMine() })
  const quote = () => props.answering.quote(props.bubble.content)
  const has = (emoji: string) => props.bubble.reactions.some((one) => one.emoji === emoji && one.mine)
  const react = (emoji: string) =>
    props.thread.react(props.bubble.seq, emoji, !has(emoji)).catch((error: unknown) => toast(wordsOf(error)))
  const copy = () =>
    void navigator.clipboard.writeText(props.bubble.content).then(
      () => toast(m.chat_copied()),
      () => toast(m.chat_copy_failed()),
    )

  return (
    <>
      <DropdownMenu placement="bottom-end" gutter={4}>
        <DropdownMenu.Trigger class="said__more" aria-label={m.chat_more()}>
          <MoreIcon class="i i--sm" aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content class="menu" onCloseAutoFocus={onClosed}>
            <Show when={isOpen()}>
              <div class="said__emoji">
                <For each={EMOJI}>
                  {(emoji) => (
                    <DropdownMenu.Item
                      class="menu__item"
                      aria-label={has(emoji) ? m.chat_unreact({ emoji }) : m.chat_react({ emoji })}
                      onSelect={() => void react(emoji)}
                    >
                      {emoji}
                    </DropdownMenu.Item>
                  )}
                </For>
              </div>
              <DropdownMenu.Item class="menu__item" onSelect={() => (then = answer('reply'))}>
                <ReplyIcon class="i" aria-hidden="true" />
                {m.chat_reply()}
              </DropdownMenu.Item>
            </Show>
            <Show when={isOpen() && props.bubble.content !== ''}>
              <DropdownMenu.Item class="menu__item" onSelect={() => (then = quote)}>
                <QuoteIcon class="i" aria-hidden="true" />
                {m.chat_quote()}
              </DropdownMenu.Item>
            </Show>
            <Show when={props.bubble.content !== ''}>
              <DropdownMenu.Item class="menu__item" onSelect={copy}>
                <CopyIcon class="i" aria-hidden="true" />
                {m.chat_copy()}
              </DropdownMenu.Item>
            </Show>
            <Show when={isChangeable() && isOpen() && props.bubble.content !== ''}>
              <DropdownMenu.Item class="menu__item" onSelect={() => (then = answer('edit'))}>
                <PencilIcon class="i" aria-hidden="true" />
                {m.chat_edit()}
              </DropdownMenu.Item>
            </Show>
            <Show when={isChangeable()}>
              <DropdownMenu.Item class="menu__item" onSelect={() => (then = () => setDeleting(true))}>
                <TrashIcon class="i" aria-hidden="true" />
                {m.chat_delete()}
              </DropdownMenu.Item>
            </Show>
            <Show when={!isMine()}>
              <DropdownMenu.Item class="menu__item" onSelect={() => (then = () => setReporting(true))}>
                <FlagIcon class="i" aria-hidden="true" />
                {m.chat_report()}
              </DropdownMenu.Item>
            </Show>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
      <DeleteDialog
        open={deleting()}
        onClose={() => setDeleting(false)}
        act={() => props.thread.remove(props.bubble.seq)}
      />
      <ReportDialog
        open={reporting()}
        onClose={() => setReporting(false)}
        conversationId={props.conversationId}
        seq={props.bubble.seq}
        name={props.name}
      />
    </>
  )
}
