import { Completeness } from '../contract/completeness'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { allFilesOf } from '../files/files.data'
import { ownMentor } from '../mentors/mentors.data'
import { ownStudent } from '../students/students.data'
import { mentorCompleteness, studentCompleteness } from './completeness.rules'

const completeness = route('signed_in', {
  method: 'get',
  path: '/account/completeness/',
  operationId: 'completeness',
  summary: 'How whole my profile is, on each side, and what helps most next',
  returns: { 200: Completeness },
  facts: (db, { me }) => ({ student: ownStudent(db, me), mentor: ownMentor(db, me), cvs: allFilesOf(db, me, 'cv') }),
})

export const completenessRoutes = slice().on(completeness, (c) => {
  const { student, mentor, cvs } = c.var.facts
  const learner = student[0] ?? fail('not_found')
  return c.json({
    student: studentCompleteness({ ...learner, has_cv: cvs.length > 0 }),
    mentor: mentor[0] ? mentorCompleteness(mentor[0]) : null,
  })
})
