import { expect, it } from 'vitest'
import { now } from '../lib/clock'
import { answer, api, applicant, mentor } from '../test/world'
import { monthsBetween, spanOf } from './sitemap.rules'

it('lists approved mentors under the month in which they joined, and nobody else', async () => {
  const [ravi, waiting] = [await mentor(), await applicant()]
  const { months } = await answer(api('GET', '/sitemap/'), 200)
  const month = now().toISOString().slice(0, 7)
  expect(months).toContain(month)
  const { mentor_ids } = await answer(api('GET', `/sitemap/${month}/`), 200)
  expect(mentor_ids).toContain(ravi.mentor_id)
  expect(mentor_ids).not.toContain(waiting.mentor_id)
  expect(await answer(api('GET', '/sitemap/1999-01/'), 200)).toEqual({ mentor_ids: [] })
  await answer(api('GET', '/sitemap/2026-13/'), 404)
})

it('names every month once, over the turn of a year', () => {
  expect(monthsBetween(new Date('2025-11-30T23:59:59Z'), new Date('2026-02-01T00:00:00Z'))).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ])
  expect(spanOf('2025-12')).toEqual({ from: new Date('2025-12-01T00:00:00Z'), until: new Date('2026-01-01T00:00:00Z') })
})
