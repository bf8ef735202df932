import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import DownIcon from '~icons/lucide/arrow-down'
import MoreIcon from '~icons/lucide/ellipsis'
import PencilIcon from '~icons/lucide/pencil'
import TrashIcon from '~icons/lucide/trash-2'
import UpIcon from '~icons/lucide/arrow-up'
import { isolate, m } from '../lib/messages'
import { MoveButtons, type Moving } from './MoveButtons'

/** What can be done with a goal or a step: a menu of everything, and where there is room the arrows beside it. */
export function RowActs(props: Moving & { onEdit: () => void; onRemove: () => void }) {
  let edits = false
  /** A field or a dialog opens once the menu is gone, which would otherwise take the focus back to its button. */
  function onClosed(event: Event): void {
    if (!edits) return
    edits = false
    event.preventDefault()
    setTimeout(() => props.onEdit())
  }
  return (
    <span class="goal__acts">
      <MoveButtons {...props} />
      <DropdownMenu placement="bottom-end" gutter={4}>
        <DropdownMenu.Trigger
          class="btn btn--quiet btn--icon btn--sm"
          aria-label={m.goals_more({ title: isolate(props.title) })}
        >
          <MoreIcon class="i" aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content class="menu" onCloseAutoFocus={onClosed}>
            <DropdownMenu.Item class="menu__item" onSelect={() => void (edits = true)}>
              <PencilIcon class="i" aria-hidden="true" />
              {m.goals_reword()}
            </DropdownMenu.Item>
            <DropdownMenu.Item class="menu__item" disabled={props.isFirst} onSelect={() => props.onMove(-1)}>
              <UpIcon class="i" aria-hidden="true" />
              {m.goals_move_up()}
            </DropdownMenu.Item>
            <DropdownMenu.Item class="menu__item" disabled={props.isLast} onSelect={() => props.onMove(1)}>
              <DownIcon class="i" aria-hidden="true" />
              {m.goals_move_down()}
            </DropdownMenu.Item>
            <DropdownMenu.Item class="menu__item" onSelect={() => props.onRemove()}>
              <TrashIcon class="i" aria-hidden="true" />
              {m.goals_remove()}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
    </span>
  )
}
