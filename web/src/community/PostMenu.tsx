import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { createSignal, Show } from 'solid-js'
import FlagIcon from '~icons/lucide/flag'
import HistoryIcon from '~icons/lucide/history'
import MoreIcon from '~icons/lucide/ellipsis'
import PencilIcon from '~icons/lucide/pencil'
import QuestionIcon from '~icons/lucide/circle-help'
import ShareIcon from '~icons/lucide/share-2'
import TrashIcon from '~icons/lucide/trash-2'
import { m } from '../lib/messages'
import type { Post } from './community.queries'
import { FlagDialog } from './FlagDialog'
import { HistoryDialog } from './HistoryDialog'
import { RemoveDialog } from './RemoveDialog'
import { share } from './sharing'
import { WhyDialog } from './WhyDialog'
import { openWriter } from './writing'

type Open = 'why' | 'history' | 'flag' | 'remove'

/** What can be done with a post. */
export function PostMenu(props: { post: Post; onRemoved?: (() => void) | undefined }) {
  const [open, setOpen] = createSignal<Open>()
  /** What opens once the menu is gone, which would otherwise take the focus back to its button. */
  let then: (() => void) | undefined
  function onClosed(event: Event): void {
    if (!then) return
    event.preventDefault()
    setTimeout(then)
    then = undefined
  }
  const Item = (own: { icon: typeof FlagIcon; words: string; act: () => void }) => (
    <DropdownMenu.Item class="menu__item" onSelect={() => (then = own.act)}>
      {own.icon({ class: 'i', 'aria-hidden': 'true' })}
      {own.words}
    </DropdownMenu.Item>
  )
  const close = () => setOpen(undefined)
  return (
    <>
      <DropdownMenu placement="bottom-end" gutter={4}>
        <DropdownMenu.Trigger class="btn btn--quiet btn--icon btn--sm" aria-label={m.community_more()}>
          <MoreIcon class="i" aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content class="menu" onCloseAutoFocus={onClosed}>
            <Item icon={ShareIcon} words={m.community_share()} act={() => void share(props.post.id)} />
            <Item icon={QuestionIcon} words={m.community_why()} act={() => setOpen('why')} />
            <Show when={props.post.edited_at}>
              <Item icon={HistoryIcon} words={m.community_history()} act={() => setOpen('history')} />
            </Show>
            <Show when={props.post.may_edit}>
              <Item icon={PencilIcon} words={m.community_edit()} act={() => openWriter({ post: props.post })} />
            </Show>
            <Show
              when={props.post.is_mine}
              fallback={<Item icon={FlagIcon} words={m.community_flag()} act={() => setOpen('flag')} />}
            >
              <Item icon={TrashIcon} words={m.community_remove()} act={() => setOpen('remove')} />
            </Show>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
      <WhyDialog id={props.post.id} open={open() === 'why'} onClose={close} />
      <HistoryDialog id={props.post.id} open={open() === 'history'} onClose={close} />
      <FlagDialog thing={{ post_id: props.post.id }} open={open() === 'flag'} onClose={close} />
      <RemoveDialog
        post={props.post}
        open={open() === 'remove'}
        onClose={close}
        onRemoved={() => props.onRemoved?.()}
      />
    </>
  )
}
