import './week-grid.css'
import { createMemo, createSignal, For, onCleanup, Show, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { HALVES, painted, WEEKDAYS, type Week } from './hours'
import { between, isDrawn, isOpen, stepFrom, usualSpan, WHOLE_DAY, type Cell, type Stroke } from './week-grid'
import { DayHead, WeekCell } from './WeekCell'

/** The week as a sheet of half hours: drawn by hand, or with arrows, Space and Enter. */
export function WeekGrid(props: { week: Week; onChange: (week: Week) => void; onCopy: (weekday: number) => void }) {
  let table!: HTMLTableElement
  const [whole, setWhole] = createSignal(false)
  const [at, setAt] = createSignal<Cell>({ row: 18, weekday: 1 })
  const [stroke, setStroke] = createSignal<Stroke>()
  // It stays while hours are drawn, or the sheet would move under the hand.
  const usual = untrack(() => usualSpan(props.week))
  const span = createMemo(() => (whole() ? WHOLE_DAY : usual))
  const rows = () => HALVES.map((_, row) => row).filter((row) => between(row, span().first, span().last))

  const shows = (cell: Cell): boolean => {
    const line = stroke()
    return line && isDrawn(cell, line) ? line.isOpening : isOpen(props.week, cell)
  }
  const begin = (cell: Cell) => setStroke({ from: cell, to: cell, isOpening: !isOpen(props.week, cell) })
  const draw = (cell: Cell) => setStroke((line) => line && { ...line, to: cell })
  function finish(): void {
    const line = stroke()
    if (!line) return
    setStroke(undefined)
    const [first, last] = [line.from.row, line.to.row].toSorted((a, b) => a - b) as [number, number]
    const days = WEEKDAYS.filter((weekday) => between(weekday, line.from.weekday, line.to.weekday))
    const paint = (week: Week, weekday: number) =>
      painted(week, weekday, HALVES[first]!.start, HALVES[last]!.end, line.isOpening)
    props.onChange(days.reduce(paint, props.week))
  }

  function go(next: Cell): void {
    setAt(next)
    draw(next)
    table.querySelector<HTMLElement>(`[data-row="${next.row}"][data-day="${next.weekday}"]`)?.focus()
  }
  const acts: Record<string, () => void> = {
    Enter: () => (stroke() ? finish() : begin(at())),
    ' ': () => {
      if (!stroke()) begin(at())
      finish()
    },
    Escape: () => setStroke(undefined),
  }
  function press(event: KeyboardEvent): void {
    // The buttons in the head of a day are pressed as buttons are.
    if (!cellAt(event)) return
    const next = stepFrom(at(), event.key, span(), getComputedStyle(table).direction === 'rtl')
    const act = next ? () => go(next) : acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const cellAt = (event: Event): Cell | undefined => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-row]')
    return cell ? { row: Number(cell.dataset['row']), weekday: Number(cell.dataset['day']) } : undefined
  }
  /** A finger scrolls; its tap opens or closes one cell. */
  function touch(event: PointerEvent): void {
    const cell = cellAt(event)
    if (!cell || event.button !== 0 || event.pointerType === 'touch') return
    setAt(cell)
    begin(cell)
  }
  function tap(event: MouseEvent): void {
    const cell = cellAt(event)
    if (!cell || (event as PointerEvent).pointerType !== 'touch') return
    begin(cell)
    finish()
  }
  function drag(event: PointerEvent): void {
    const cell = event.buttons === 1 ? cellAt(event) : undefined
    if (cell) draw(cell)
  }
  const lift = (event: PointerEvent) => event.pointerType !== 'touch' && finish()
  document.addEventListener('pointerup', lift)
  onCleanup(() => document.removeEventListener('pointerup', lift))

  return (
    <div class="stack">
      <table
        ref={table}
        class="wgrid"
        role="grid"
        aria-label={m.hours_title()}
        aria-multiselectable="true"
        aria-describedby="wgrid-words"
        onKeyDown={press}
        onPointerDown={touch}
        onPointerOver={drag}
        onClick={tap}
      >
        <caption id="wgrid-words" class="t-sm t-2">
          {m.grid_words()}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="wgrid__c">
              <span class="sr">{m.grid_time()}</span>
            </th>
            <For each={WEEKDAYS}>
              {(weekday) => <DayHead weekday={weekday} week={props.week} onCopy={() => props.onCopy(weekday)} />}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr class={row % 2 === 1 ? 'half' : ''}>
                <th scope="row">
                  <span class={row % 2 === 1 ? 'sr' : ''}>{HALVES[row]!.start}</span>
                </th>
                <For each={WEEKDAYS}>
                  {(weekday) => (
                    <WeekCell
                      cell={{ row, weekday }}
                      week={props.week}
                      at={at()}
                      span={span()}
                      isDrawing={stroke() !== undefined}
                      shows={shows}
                      onFocus={setAt}
                    />
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={whole() || span().first > 0 || span().last < 47}>
        <div>
          <Button kind="quiet" size="sm" aria-pressed={whole()} onClick={() => setWhole(!whole())}>
            {m.grid_whole()}
          </Button>
        </div>
      </Show>
    </div>
  )
}
