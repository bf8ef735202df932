import { MentorPath } from '../contract/mentors'
import { write } from '../lib/database'
import { route, slice } from '../lib/route'
import { viewMentor } from './views.data'

const view = route('signed_in', {
  method: 'post',
  path: '/mentors/:mentor_id/view/',
  operationId: 'viewMentor',
  summary: 'Say that I look at a page: it counts me once a day, and tells nobody who I am',
  params: MentorPath,
  returns: { 204: null },
})

export const viewRoutes = slice().on(view, async (c) => {
  const { db, params, account, now } = c.var
  await write(db, viewMentor(db, { mentor_id: params.mentor_id, viewer: account.id, now }))
  return c.body(null, 204)
})
