import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeAll } from 'vitest'
import { moveClock, now } from '../lib/clock'
import { newWorld } from './world'
// Large, and asked for by the queue when it is needed: transformed beforehand, so that no test waits for that.
import '../payments/invoice-drawing'

/** A large database of the file before may live a moment longer than the call that ends it. */
async function emptied(): Promise<void> {
  await reset()
  const { results } = await env.DB.prepare("select 1 from sqlite_master where name = 'accounts'").all()
  if (results.length === 0) return
  await scheduler.wait(20)
  return emptied()
}

const QUARTER = 15 * 60_000
/** Every limit counts in windows that begin with some quarter of an hour: from here on none ends while a file counts. */
const startQuarter = (): Promise<boolean> => moveClock(env, new Date(Math.ceil(now().getTime() / QUARTER) * QUARTER))

beforeAll(async () => {
  await emptied()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await startQuarter()
  newWorld()
})
