import { isMinor } from '../accounts/age.rules'
import { StudentPage, StudentPath } from '../contract/student-pages'
import { allFilesOf, fileView } from '../files/files.data'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { openPage, studentNumbered } from './pages.data'

const page = route('anyone', {
  method: 'get',
  path: '/students/:student_id/',
  operationId: 'studentPage',
  summary: 'What a student shows to everybody',
  params: StudentPath,
  returns: { 200: StudentPage },
  fails: ['not_found'],
  shared: true,
  facts: (db, { params }) => ({
    page: openPage(db, params.student_id),
    works: allFilesOf(db, studentNumbered(params.student_id), 'portfolio'),
  }),
})

export const studentPageRoutes = slice().on(page, (c) => {
  const { facts, now } = c.var
  const found = facts.page[0]
  if (!found || isMinor(found, now)) fail('not_found')
  const { date_of_birth: _, time_zone: __, ...shown } = found
  const portfolio = facts.works
    .map(fileView)
    .map(({ url, caption, width, height }) => ({ url, caption, width, height }))
  return c.json({ ...shown, portfolio })
})
