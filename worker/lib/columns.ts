import { integer } from 'drizzle-orm/sqlite-core'

/** Milliseconds in the table, `Date` in the code, ISO on the wire. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })
