import { now } from '../lib/clock'
import { read, unmetered } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { forgetLetters } from './proofs.data'

export const checkJobs: Jobs = {
  /** Company addresses stay no longer than their links work. */
  forget_company_letters: async (env) => {
    const db = unmetered(env)
    return (await read(db, forgetLetters(db, now()))).length
  },
}
