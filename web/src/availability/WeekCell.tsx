import { Show } from 'solid-js'
import CopyIcon from '~icons/lucide/copy'
import { m, regionalLocale } from '../lib/messages'
import { Button } from '../ui/Button'
import { dayOf, HALVES, hoursOf, type Week } from './hours'
import { isPart, rangeFrom, type Cell, type Span } from './week-grid'
import { weekdayName } from './weekdays'

/** Half an hour of a day, open or closed; the first of a range says the whole of it. */
export function WeekCell(props: {
  cell: Cell
  week: Week
  at: Cell
  span: Span
  isDrawing: boolean
  shows: (cell: Cell) => boolean
  onFocus: (cell: Cell) => void
}) {
  const isHere = () => props.at.row === props.cell.row && props.at.weekday === props.cell.weekday
  const shown = () => props.shows(props.cell)
  const continues = (rows: number) => {
    const row = props.cell.row + rows
    return row >= props.span.first && row <= props.span.last && props.shows({ ...props.cell, row })
  }
  const words = () => ({ day: weekdayName(props.cell.weekday), time: HALVES[props.cell.row]!.start })
  return (
    <td
      class="wcell"
      data-row={props.cell.row}
      data-day={props.cell.weekday}
      data-part={!shown() && isPart(props.week, props.cell) ? '' : undefined}
      data-first={shown() && !continues(-1) ? '' : undefined}
      data-last={shown() && !continues(1) ? '' : undefined}
      data-range={props.isDrawing ? undefined : rangeFrom(props.week, props.cell)}
      tabindex={isHere() ? 0 : -1}
      aria-selected={shown()}
      aria-label={m.grid_cell(words())}
      onFocus={() => props.onFocus(props.cell)}
    />
  )
}

/** A day's name and hours, and the way to give them to others. */
export function DayHead(props: { weekday: number; week: Week; onCopy: () => void }) {
  const hours = () => hoursOf(dayOf(props.week, props.weekday))
  const written = () => new Intl.NumberFormat(regionalLocale(), { maximumFractionDigits: 1 }).format(hours())
  return (
    <th scope="col">
      <span aria-hidden="true">{weekdayName(props.weekday, 'short')}</span>
      <span class="sr">{weekdayName(props.weekday)}</span>
      <small>{hours() > 0 ? m.grid_hours({ hours: written() }) : m.hours_off()}</small>
      <Show when={hours() > 0}>
        <Button
          kind="quiet"
          icon
          size="sm"
          aria-label={m.hours_copy({ day: weekdayName(props.weekday) })}
          onClick={() => props.onCopy()}
        >
          <CopyIcon class="i i--sm" aria-hidden="true" />
        </Button>
      </Show>
    </th>
  )
}
