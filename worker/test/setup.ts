import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeAll } from 'vitest'
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

beforeAll(async () => {
  await emptied()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  newWorld()
})
