import type { Environment } from './environment'
import { report } from './log'

/** What cron runs; each answers how many things it touched. */
export type Jobs = Record<string, (env: Environment) => Promise<number>>

/** One after another; a job that fails does not keep the others from running. */
export async function runJobs(env: Environment, jobs: Jobs): Promise<{ job: string; count: number }[]> {
  const ran: { job: string; count: number }[] = []
  for (const [job, run] of Object.entries(jobs)) {
    try {
      ran.push({ job, count: await run(env) })
    } catch (error) {
      report('job failed', { job }, error)
    }
  }
  return ran
}
