import { setTimeout as sleep } from 'node:timers/promises'

const minute = 60_000

const runJobs = async (url: string, body: { job?: string }): Promise<void> => {
  const answer = await fetch(`${url}/sandbox/cron/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`POST /sandbox/cron/ answered ${answer.status}: ${await answer.text()}`)
  await answer.body?.cancel()
}

export const untilHealthy = async (url: string): Promise<void> => {
  const healthy = () =>
    fetch(`${url}/api/health/`).then(
      (answer) => answer.ok,
      () => false,
    )
  while (!(await healthy())) await sleep(100)
}

/** Plants only into an empty database. */
export const plantSeedWorld = (url: string): Promise<void> => runJobs(url, { job: 'plant_seed_world' })

/** Stands in for the cron of production, which never fires locally. One run never overlaps the next. */
export const pokeCron = async (url: string): Promise<never> => {
  for (;;) {
    await sleep(minute)
    await runJobs(url, {}).catch((error) => console.error(String(error)))
  }
}

export const announce = (url: string): void =>
  console.log(
    `AspireX is ready at ${url} — log in as asha@example.com (student), mira@example.com (mentor)` +
      ` or admin@example.com (admin, its code is at ${url}/sandbox/), password aspirex-demo`,
  )
