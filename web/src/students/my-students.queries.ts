import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type MyStudent = Answer<'/api/mentor/students/'>['items'][number]
export type MyStudentPage = Answer<'/api/mentor/students/{student_id}/'>
export type LearnedSkill = MyStudentPage['skills'][number]
export type Progress = Answer<'/api/student/progress/'>
export type MyMentor = Progress['mentors'][number]
export type LearnedWith = Progress['skills'][number]
/** What two people have done together, the same for either of them. */
export type Together = Pick<
  MyStudent,
  | 'last_session'
  | 'next_session'
  | 'sessions'
  | 'minutes'
  | 'shared_goals'
  | 'shared_goals_done'
  | 'steps'
  | 'steps_done'
  | 'learned'
>

export const myStudentsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['my-students', 'list', q],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/mentor/students/', {
          params: { query: { ...(q && { q }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })

const of = (student_id: string) => ({ params: { path: { student_id } } })

export const myStudentQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['my-students', studentId],
    queryFn: () => answer(api.GET('/api/mentor/students/{student_id}/', of(studentId))),
  })

export const keepStudentNote = (studentId: string, text: string) =>
  answer(api.PUT('/api/mentor/students/{student_id}/note/', { ...of(studentId), body: { text } }))

export const proposeLearned = (studentId: string, skill: string) =>
  answer(api.POST('/api/mentor/students/{student_id}/learned/', { ...of(studentId), body: { skill } }))

export const takeBackLearned = (student_id: string, id: string) =>
  answer(api.DELETE('/api/mentor/students/{student_id}/learned/{id}/', { params: { path: { student_id, id } } }))

export const progressQuery = () =>
  queryOptions({ queryKey: ['progress'], queryFn: () => answer(api.GET('/api/student/progress/')) })

export const markLearned = (mentor_id: string, skill: string) =>
  answer(api.POST('/api/student/learned/', { body: { mentor_id, skill } }))

const at = (id: string) => ({ params: { path: { id } } })
export const confirmLearned = (id: string) => answer(api.POST('/api/student/learned/{id}/confirm/', at(id)))
export const dropLearned = (id: string) => answer(api.DELETE('/api/student/learned/{id}/', at(id)))
