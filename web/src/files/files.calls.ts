import { queryOptions } from '@tanstack/solid-query'
import type { FileKind } from '../../../worker/contract/files.constants'
import { answer, api, type Answer } from '../lib/api'

export type File = Answer<'/api/files/'>['items'][number]

/** Mine of one kind; each kind has fewer than a page holds. */
export const filesQuery = (kind: FileKind) =>
  queryOptions({
    queryKey: ['files', kind],
    queryFn: () => answer(api.GET('/api/files/', { params: { query: { kind, limit: 100 } } })),
  })

/** The student's CV, while the booking is open. */
export const sharedFilesQuery = (booking_id: string) =>
  queryOptions({
    queryKey: ['files', 'shared', booking_id],
    queryFn: () => answer(api.GET('/api/files/shared/', { params: { query: { booking_id } } })),
  })

export const removeFile = (id: string) => answer(api.DELETE('/api/files/{id}/', { params: { path: { id } } }))
export const removePicture = () => answer(api.DELETE('/api/files/picture/'))
