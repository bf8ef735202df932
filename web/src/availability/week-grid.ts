import { HALVES, type Week } from './hours'

export interface Cell {
  row: number
  weekday: number
}
/** A range that is being drawn, from one cell to another. */
export interface Stroke {
  from: Cell
  to: Cell
  isOpening: boolean
}
export interface Span {
  first: number
  last: number
}

export const WHOLE_DAY: Span = { first: 0, last: 47 }
const USUAL: Span = { first: 16, last: 40 }
const STEPS: Record<string, { row: number; day: number }> = {
  ArrowUp: { row: -1, day: 0 },
  ArrowDown: { row: 1, day: 0 },
  ArrowLeft: { row: 0, day: -1 },
  ArrowRight: { row: 0, day: 1 },
}

export const between = (value: number, a: number, b: number): boolean =>
  Math.min(a, b) <= value && value <= Math.max(a, b)
const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** Where an arrow leads; nowhere where the key is none. */
export function stepFrom({ row, weekday }: Cell, key: string, span: Span, isRtl: boolean): Cell | undefined {
  const step = STEPS[key]
  if (!step) return undefined
  const day = isRtl ? -step.day : step.day
  return { row: within(row + step.row, span.first, span.last), weekday: within(weekday + day, 1, 7) }
}

export const isDrawn = ({ row, weekday }: Cell, { from, to }: Stroke): boolean =>
  between(row, from.row, to.row) && between(weekday, from.weekday, to.weekday)

const rulesIn = (week: Week, { row, weekday }: Cell) =>
  week.filter((rule) => rule.weekday === weekday && rule.start < HALVES[row]!.end && rule.end > HALVES[row]!.start)

export const isOpen = (week: Week, cell: Cell): boolean =>
  rulesIn(week, cell).some((rule) => rule.start <= HALVES[cell.row]!.start && rule.end >= HALVES[cell.row]!.end)

/** Open for a part of the half hour only: exact times are set in the list. */
export const isPart = (week: Week, cell: Cell): boolean => !isOpen(week, cell) && rulesIn(week, cell).length > 0

/** What a range says where it begins. */
export function rangeFrom(week: Week, cell: Cell): string | undefined {
  const rule = rulesIn(week, cell).find(({ start }) => start >= HALVES[cell.row]!.start)
  return rule && `${rule.start}–${rule.end}`
}

/** From eight to eight, and as far as the hours reach. */
export function usualSpan(week: Week): Span {
  const first = week.map(({ start }) => HALVES.findLastIndex((half) => half.start <= start))
  const last = week.map(({ end }) => HALVES.findIndex((half) => half.end >= end))
  return { first: Math.min(USUAL.first, ...first), last: Math.max(USUAL.last, ...last) }
}
