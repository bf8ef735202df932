import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { drainOutbox, post } from '../lib/outbox'
import { overdueClosings } from './closing.data'
import { graceBegan } from './closing.rules'

export const closingJobs: Jobs = {
  /** A task for each account whose grace is over. */
  erase_closed_accounts: async (env) => {
    const db = unmetered(env)
    const at = now()
    const due = await read(db, overdueClosings(db, graceBegan(at)))
    if (due.length === 0) return 0
    await write(
      db,
      due.map(({ account_id }) =>
        post(db, { id: `erase:${account_id}`, topic: 'erase_account', payload: { account_id } }, at),
      ),
    )
    await drainOutbox(env)
    return due.length
  },
}
