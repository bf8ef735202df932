import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeAll } from 'vitest'
import { newWorld } from './world'
// Large, and asked for by the queue when it is needed: transformed beforehand, so that no test waits for that.
import '../payments/invoice-drawing'

beforeAll(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  newWorld()
})
