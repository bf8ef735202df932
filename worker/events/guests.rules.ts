import { isMinor } from '../accounts/age.rules'
import { csvOf } from '../payouts/csv.rules'
import type { GuestRow } from './guests.data'

/** A guest as the organizer knows them: a minor is a number alone (A7). */
export function guestOf(row: GuestRow, now: Date) {
  const { id, number, state, came, checked_at, joined_at } = row
  const who = isMinor(row, now)
    ? { name: null, picture_url: null, display_id: null }
    : { name: row.name, picture_url: row.picture_url, display_id: row.mentor_id ?? row.student_id }
  return { id, number, ...who, state, came, checked_at, joined_at }
}

const CAME = { true: 'yes', false: 'no', null: '' }

/** The list as a spreadsheet takes it, with nothing that would run there. */
export const guestsCsv = (rows: GuestRow[], now: Date): string =>
  csvOf([
    ['number', 'name', 'state', 'came', 'since'],
    ...rows.map((row) => {
      const { number, name, state, came, joined_at } = guestOf(row, now)
      return [String(number), name ?? '', state, CAME[`${came}`], joined_at.toISOString()]
    }),
  ])
