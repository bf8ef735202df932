import DownIcon from '~icons/lucide/arrow-down'
import UpIcon from '~icons/lucide/arrow-up'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'

type By = -1 | 1
export type Moving = { title: string; isFirst: boolean; isLast: boolean; onMove: (by: By) => void }

/** Alt with an arrow moves the thing whose box has the focus, as its two buttons do. */
export function moveByKey(event: KeyboardEvent, onMove: (by: By) => void): void {
  const by = event.altKey && { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
  if (!by) return
  event.preventDefault()
  onMove(by)
}

export function MoveButtons(props: Moving) {
  return (
    <span class="goal__moves">
      <Button
        kind="quiet"
        size="sm"
        icon
        data-by="-1"
        disabled={props.isFirst}
        aria-label={m.goals_up({ title: isolate(props.title) })}
        onClick={() => props.onMove(-1)}
      >
        <UpIcon class="i" aria-hidden="true" />
      </Button>
      <Button
        kind="quiet"
        size="sm"
        icon
        data-by="1"
        disabled={props.isLast}
        aria-label={m.goals_down({ title: isolate(props.title) })}
        onClick={() => props.onMove(1)}
      >
        <DownIcon class="i" aria-hidden="true" />
      </Button>
    </span>
  )
}

/** Moving a thing in the page takes the focus away from it; this gives it back to where it was, or near. */
export function keepFocus(row: HTMLElement, by: By): void {
  const held = document.activeElement
  const was = held instanceof HTMLElement && row.contains(held) ? held : undefined
  queueMicrotask(() => {
    const usable = was && !was.matches(':disabled') ? was : row.querySelector<HTMLElement>(`[data-by="${-by}"]`)
    usable?.focus()
  })
}

const menuIn = (place: Element | null | undefined) => place?.querySelector<HTMLElement>('[aria-haspopup]')
/** To the button of a row's menu, once what was open over it is gone. */
export const focusMenu = (row: Element): void => void setTimeout(() => menuIn(row)?.focus())
/** To the row beside one that is deleted, or to what holds them: asked before, told after. */
export function nearTo(row: Element): () => void {
  const near = row.nextElementSibling ?? row.previousElementSibling ?? row.closest('.card')
  return () => menuIn(near)?.focus()
}
