import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { drainOutbox, post } from '../lib/outbox'
import { forgetProofs } from './proofs.data'
import { overdueSessions } from './sessions.data'

export const accountJobs: Jobs = {
  /** Sessions that ran out lose their sockets too, a few at a time. */
  end_sessions: async (env) => {
    const db = unmetered(env)
    const at = now()
    const [over] = (await write(db, [overdueSessions(db, at), ...forgetProofs(db, at)])) as [{ account_id: string }[]]
    const people = [...new Set(over.map(({ account_id }) => account_id))]
    if (people.length === 0) return 0
    await write(
      db,
      people.map((account_id) => post(db, { topic: 'session_over', payload: { account_id } }, at)),
    )
    await drainOutbox(env)
    return over.length
  },
}
