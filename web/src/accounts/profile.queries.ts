import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Student = Answer<'/api/student/profile/'>
export type StudentChange = Body<'/api/student/profile/', 'put'>
export type MentorChange = Body<'/api/mentor/profile/', 'put'>

export const studentQuery = () =>
  queryOptions({ queryKey: ['student', 'own'], queryFn: () => answer(api.GET('/api/student/profile/')) })

export const changeStudent = (body: StudentChange) => answer(api.PUT('/api/student/profile/', { body }))
export const changeMentor = (body: MentorChange) => answer(api.PUT('/api/mentor/profile/', { body }))
