import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    baseUrl: string
    seed: number
  }
}

/** One server for all proofs but those that end it, and one seed, which is said so that a run can be repeated. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const seed = Number(process.env.PROOF_SEED ?? Math.floor(Math.random() * 2 ** 31))
  console.log(`Proofs with PROOF_SEED=${seed}`)
  project.provide('seed', seed)
  if (process.env.BASE_URL) {
    project.provide('baseUrl', process.env.BASE_URL)
    return async () => {}
  }
  const stateDir = await mkdtemp(join(tmpdir(), 'aspirex-proofs-'))
  const server = await startServer(stateDir)
  project.provide('baseUrl', server.url)
  return async () => {
    await server.kill()
    await rm(stateDir, { recursive: true, force: true })
  }
}
