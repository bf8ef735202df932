import { queryOptions } from '@tanstack/solid-query'
import type { Attendance as AttendanceOfOne } from '../../../worker/contract/meetings'
import { PAGE_OF_MESSAGES } from '../../../worker/contract/chat.constants'
import { answer, api, type Answer } from '../lib/api'

export type Meeting = Answer<'/api/meetings/{booking_id}/'>
export type Notes = Answer<'/api/meetings/{booking_id}/notes/'>
export type Attendance = AttendanceOfOne

const at = (booking_id: string) => ({ params: { path: { booking_id } } })

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meeting', id],
    queryFn: () => answer(api.GET('/api/meetings/{booking_id}/', at(id))),
  })

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ['meeting', id, 'notes'],
    queryFn: () => answer(api.GET('/api/meetings/{booking_id}/notes/', at(id))),
  })

export const attendanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['attendance', id],
    queryFn: async () =>
      (await answer(
        api.GET('/api/mentor/meeting/attendance/', { params: { query: { booking_id: id } } }),
      )) as Attendance,
  })

/** Tells the address, and that I came. */
export const openLink = (id: string) => answer(api.POST('/api/meetings/{booking_id}/link/', at(id)))

export async function roomMessages(id: string, range: { before_seq: number } | { after_seq: number }) {
  const { items, next_cursor } = await answer(
    api.GET('/api/meetings/{booking_id}/messages/', {
      params: { path: { booking_id: id }, query: { limit: PAGE_OF_MESSAGES, ...range } },
    }),
  )
  return { items, more: next_cursor !== null }
}

export const contestVerdict = (id: string, reason: string) =>
  answer(api.POST('/api/bookings/{id}/contest/', { params: { path: { id } }, body: { reason } }))

export const ownLinkQuery = () =>
  queryOptions({ queryKey: ['meeting-link'], queryFn: () => answer(api.GET('/api/mentor/meeting-link/')) })
export const changeOwnLink = (url: string | null) => answer(api.PUT('/api/mentor/meeting-link/', { body: { url } }))
