import { MentorPath } from '../contract/mentors'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { listedMentor } from '../reviews/reviews.data'
import { viewMentor } from './views.data'

const view = route('signed_in', {
  method: 'post',
  path: '/mentors/:mentor_id/view/',
  operationId: 'viewMentor',
  summary: 'Say that I look at a page: it counts me once a day, and tells nobody who I am',
  params: MentorPath,
  returns: { 204: null },
  fails: ['not_found'],
  facts: (db, { params }) => ({ mentor: listedMentor(db, params.mentor_id) }),
})

export const viewRoutes = slice().on(view, async (c) => {
  const { db, facts, account, now } = c.var
  const { account_id } = facts.mentor[0] ?? fail('not_found')
  if (account_id !== account.id) await write(db, viewMentor(db, { mentor: account_id, viewer: account.id, now }))
  return c.body(null, 204)
})
