/** Rows above and below the visible ones, so that a fast finger sees no blank. */
const SPARE = 8

/** From which row to which one rows of one height are drawn. */
export function windowOf(top: number, height: number, row: number, count: number): { from: number; to: number } {
  const first = Math.floor(top / row)
  const last = Math.ceil((top + height) / row)
  return { from: Math.max(0, Math.min(first, count) - SPARE), to: Math.min(count, last + SPARE) }
}

type Placed = { id: string; updated_at: string; pinned: boolean }

/**
 * By how many rows what one looks at was moved: told by the first visible row that did not move of itself. At the very
 * top nobody is held: what comes in is to be seen.
 */
export function shiftOf(before: readonly Placed[], after: readonly Placed[], firstVisible: number): number {
  if (firstVisible <= 0) return 0
  const places = new Map(after.map((one, at) => [one.id, at]))
  for (const [at, row] of before.slice(firstVisible).entries()) {
    const place = places.get(row.id)
    if (place === undefined) continue
    const now = after[place]!
    if (now.updated_at === row.updated_at && now.pinned === row.pinned) return place - (firstVisible + at)
  }
  return 0
}
