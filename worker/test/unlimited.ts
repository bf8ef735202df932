import { SELF } from 'cloudflare:test'
import { afterAll, beforeAll } from 'vitest'
import { answer, ORIGIN } from './world'

const scaleLimits = (scale: number) =>
  answer(
    SELF.fetch(`${ORIGIN}/sandbox/limits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scale }),
    }),
    200,
  )

/** In this file the limits that protect people are out of reach, as a load test sets them. */
export function withoutLimits(): void {
  beforeAll(() => scaleLimits(100_000))
  afterAll(() => scaleLimits(1))
}
