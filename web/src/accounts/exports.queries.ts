import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Export = Answer<'/api/account/exports/'>['items'][number]

/** Asked again while one is being prepared. */
export const exportsQuery = () =>
  queryOptions({
    queryKey: ['exports'],
    queryFn: () => answer(api.GET('/api/account/exports/')),
    refetchInterval: ({ state: { data } }) => (data?.items[0]?.state === 'preparing' ? 2000 : false),
  })

export const requestExport = () => answer(api.POST('/api/account/exports/'))

export const downloadPath = (id: string): string => `/api/account/exports/${id}/download/`
