import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type StudentPage = Answer<'/api/students/{student_id}/'>

export const studentPageQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['student', studentId],
    queryFn: () => answer(api.GET('/api/students/{student_id}/', { params: { path: { student_id: studentId } } })),
  })
