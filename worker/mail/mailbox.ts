import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { mailbox } from '../notifications/notifications.schema'
import type { Transport } from './outgoing'

/** Development: a page shows what would have been sent. */
export const byMailbox =
  (env: Environment): Transport =>
  async ({ from: _, to, ...mail }) => {
    const db = unmetered(env)
    await write(db, [
      db
        .insert(mailbox)
        .values({ ...mail, recipient: to, sent_at: now() })
        .onConflictDoNothing(),
    ])
  }
