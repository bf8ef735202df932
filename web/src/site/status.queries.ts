import { queryOptions } from '@tanstack/solid-query'
import { answer, api } from '../lib/api'
import { now } from '../lib/clock'

const EVERY_MS = 60_000

/** Asks the server and its database, and takes the time of it. */
async function askStatus() {
  const begun = performance.now()
  await answer(api.GET('/api/health/'))
  const took = Math.round(performance.now() - begun)
  const site = await answer(api.GET('/api/site-status/'))
  return { took, site, at: now() }
}

/** Once a minute, and never an old answer: the page is about now. */
export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: askStatus,
    refetchInterval: EVERY_MS,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    networkMode: 'always' as const,
  })
