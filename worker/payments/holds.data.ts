import { HOLD_SECONDS } from '../contract/bookings.constants'
import { sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'

/** Whoever goes on to pay gets the full time once more, and only once (B4). */
export const extendHold = (db: Database, { id, now }: { id: string; now: Date }): Statement =>
  db.run(sql`update bookings set hold_expires_at = max(hold_expires_at, ${now.getTime() + HOLD_SECONDS * 1000}),
      hold_extended_at = ${now.getTime()}, updated_at = ${now.getTime()}
    where id = ${id} and state = 'held' and hold_expires_at > ${now.getTime()} and hold_extended_at is null`)
