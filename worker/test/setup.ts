import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeAll } from 'vitest'
import { newWorld } from './world'

beforeAll(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  newWorld()
})
