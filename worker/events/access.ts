import { fail } from '../lib/failure'
import type { EventRow } from './events.data'
import { isTheirs, isVisible, type Looker } from './views'

/** An event that this person may see, else none. */
export function seen(rows: EventRow[], looker: Looker): EventRow {
  const [row] = rows
  return row && isVisible(row, looker) ? row : fail('not_found')
}

/** An event that this person may do everything with; somebody else's does not exist. */
export function theirs(rows: EventRow[], looker: Looker): EventRow {
  const [row] = rows
  return row && isTheirs(row, looker) ? row : fail('not_found')
}
