import { onCleanup, onMount } from 'solid-js'

/** Whoever is in one of these means their text, or what lies above the page. */
const ELSEWHERE = '[role="dialog"], [role="alertdialog"], [role="menu"]'
const FIELDS = 'input, textarea, select, [contenteditable]'

const wordsIn = (field: Element): boolean =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value !== '' : true

/** "Control+Shift+F", "Alt+ArrowUp", "/": a Mac's Command is Control, and a letter is the one that its key shows. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const held = [(ctrlKey || metaKey) && 'Control', altKey && 'Alt'].filter(Boolean)
  if (held.length > 0 && shiftKey) held.push('Shift')
  return [...held, held.length > 0 && key.length === 1 ? key.toUpperCase() : key].join('+')
}

/** What a key may do although somebody is typing: where no text can want it, or while there is none. */
function isFree(name: string, field: Element | null): boolean {
  if (!field || name === 'Escape' || name.startsWith('Control+Shift+')) return true
  return name.startsWith('Alt+') && !wordsIn(field)
}

/** Keys for the whole page, which never take one from a text or a menu. */
export function createShortcuts(acts: Record<string, () => void>): void {
  function listen(event: KeyboardEvent): void {
    const name = nameOf(event)
    const act = acts[name]
    if (!act || event.defaultPrevented || event.isComposing) return
    const from = event.target instanceof Element ? event.target : document.body
    if (from.closest(ELSEWHERE) || !isFree(name, from.closest(FIELDS))) return
    event.preventDefault()
    act()
  }
  onMount(() => document.addEventListener('keydown', listen))
  onCleanup(() => document.removeEventListener('keydown', listen))
}

/** The neighbour in the list of conversations as it is shown now, whatever it was narrowed to. */
export function toNeighbour(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('.chat__list a[href^="/messages/"]')]
  const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true')
  rows[at < 0 ? 0 : at + by]?.click()
}
