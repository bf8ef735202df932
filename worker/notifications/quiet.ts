import { channelsOf, GROUPS } from '../contract/notifications.constants'
import { quietEnd, type QuietHours } from '../mail/quiet.rules'

/** What is mailed in any case matters at night as well. */
const MATTERS_AT_NIGHT = new Set<string>(
  GROUPS.flatMap(channelsOf).flatMap(([kind, { mail }]) => (mail === 'always' ? [kind] : [])),
)

/** Shown without a toast and without a sound. */
export const isQuiet = (row: QuietHours & { kind: string }, at: Date): boolean =>
  !MATTERS_AT_NIGHT.has(row.kind) && quietEnd(row, at) !== undefined
