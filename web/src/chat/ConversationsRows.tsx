import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show, type JSX } from 'solid-js'
import type { Conversation } from './chat.queries'
import { ConversationsRow, type RowFacts } from './ConversationsRow'
import { shiftOf, windowOf } from './conversations.window'

const ROW = 72
/** Rows before the end at which the next page is asked for. */
const AHEAD = 12

type RowsProps = RowFacts & { items: Conversation[]; total: boolean; onNearEnd: () => void; end: JSX.Element }

/** Thousands of rows of one height, of which only those around the visible ones are in the page. */
export function ConversationsRows(props: RowsProps) {
  let scroller!: HTMLDivElement
  let list!: HTMLUListElement
  const [view, setView] = createSignal({ top: 0, height: 800, row: ROW })
  const [active, setActive] = createSignal<string>()
  const places = createMemo(() => new Map(props.items.map((one, at) => [one.id, at])))
  const span = createMemo(() => windowOf(view().top, view().height, view().row, props.items.length))
  /** The one stop of the tab key; it stays in the page wherever one scrolls, so that the focus is never lost. */
  const stop = createMemo(() => [active(), props.current].find((id) => id && places().has(id)) ?? props.items[0]?.id)
  const drawn = createMemo(() => {
    const ids = props.items.slice(span().from, span().to).map((one) => one.id)
    const at = places().get(stop() ?? '')
    if (at === undefined || (at >= span().from && at < span().to)) return ids
    return at < span().from ? [stop()!, ...ids] : [...ids, stop()!]
  })

  function look(): void {
    const row = list.offsetHeight / Math.max(1, props.items.length) || ROW
    setView({ top: scroller.scrollTop, height: scroller.clientHeight, row })
  }
  onMount(() => {
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(scroller)
    // Of the rows within it; the list itself is nothing to be operated.
    list.addEventListener('focusin', onFocusIn)
    list.addEventListener('focusout', onFocusOut)
    list.addEventListener('keydown', onKeyDown)
    onCleanup(() => watcher.disconnect())
  })
  createEffect(() => span().to >= props.items.length - AHEAD && props.onNearEnd())

  /** Where the focus was before rows moved: a node that is moved in the page loses it. */
  let held: HTMLElement | undefined
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    held = target
    setActive(target.closest('li')?.dataset.id)
  }
  const onFocusOut = () =>
    queueMicrotask(() => {
      if (!list.contains(document.activeElement) && document.activeElement !== document.body) held = undefined
    })
  createEffect(
    on(
      () => props.items,
      (now, before) => {
        if (!before) return
        const moved = shiftOf(before, now, Math.floor(scroller.scrollTop / view().row))
        if (moved !== 0) scroller.scrollTop += moved * view().row
        look()
        if (!held || document.activeElement !== document.body) return
        if (held.isConnected) return held.focus({ preventScroll: true })
        const was = before.findIndex((one) => one.id === active())
        const neighbour = now[Math.min(was, now.length - 1)]
        if (neighbour) go(neighbour.id)
      },
    ),
  )

  function go(id: string): void {
    const [top, row] = [(places().get(id) ?? 0) * view().row, view().row]
    const { scrollTop, clientHeight } = scroller
    if (top < scrollTop) scroller.scrollTop = top
    else if (top + row > scrollTop + clientHeight) scroller.scrollTop = top + row - clientHeight
    setActive(id)
    list.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"] a`)?.focus({ preventScroll: true })
  }
  function onKeyDown(event: KeyboardEvent): void {
    const isRow = event.target instanceof Element && event.target.matches('a.conv')
    if (!isRow || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const at = places().get(stop() ?? '') ?? 0
    const last = props.items.length - 1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(props.items[Math.max(0, Math.min(last, to))]!.id)
  }

  return (
    <div class="convs" ref={scroller} onScroll={look}>
      <ul ref={list} class="convs__rows" style={{ '--count': props.items.length }}>
        <For each={drawn()}>
          {(id) => (
            <Show when={props.items[places().get(id) ?? -1]}>
              {(one) => (
                <li
                  data-id={id}
                  style={{ '--at': places().get(id) }}
                  aria-posinset={(places().get(id) ?? 0) + 1}
                  aria-setsize={props.total ? props.items.length : -1}
                >
                  <ConversationsRow {...props} conversation={one()} tabindex={stop() === id ? 0 : -1} />
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      {props.end}
    </div>
  )
}
