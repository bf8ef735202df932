import * as contract from '../contract/comments'
import { COMMENTS_A_DAY } from '../contract/comments.constants'
import { fail } from '../lib/failure'
import { ofAccount } from '../lib/limits'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'

const write = route('signed_in', {
  method: 'post',
  path: '/community/posts/:id/comment/',
  operationId: 'commentOnPost',
  summary: 'Answer a post, or a comment below it; an answer to a deepest one stands beside it',
  params: contract.OfPost,
  body: contract.NewComment,
  returns: { 201: contract.Comment },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'limit_reached', 'too_many_requests'],
  idempotent: true,
  limits: ({ me }) => [{ subject: ofAccount('comment', me), most: COMMENTS_A_DAY, seconds: 86_400 }],
})

const list = route('signed_in', {
  method: 'get',
  path: '/community/posts/:id/comments/',
  operationId: 'commentsOf',
  summary: 'What was said below a post, with the answers; with ?parent= further answers of one comment',
  params: contract.OfPost,
  query: contract.CommentsQuery,
  returns: { 200: contract.ThreadPage },
  fails: ['invalid_input', 'not_found'],
})

const one = { path: '/community/comments/:id/' as const, params: contract.OfComment }

const change = route('signed_in', {
  ...one,
  method: 'put',
  operationId: 'changeComment',
  summary: 'Change my comment; it is marked as edited and what it said before is kept',
  body: contract.ChangedComment,
  returns: { 200: contract.Comment },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'state_conflict', 'limit_reached'],
})

const remove = route('signed_in', {
  ...one,
  method: 'delete',
  operationId: 'removeComment',
  summary: 'Take my comment away; what others answered stays',
  returns: { 204: null },
  fails: ['not_found'],
})

const history = route('signed_in', {
  method: 'get',
  path: '/community/comments/:id/history/',
  operationId: 'commentHistory',
  summary: 'What a comment said before it was edited, the latest first',
  params: contract.OfComment,
  returns: { 200: contract.CommentHistory },
  fails: ['not_found'],
})

export const commentRoutes = slice()
  .on(write, () => fail('not_found'))
  .on(list, () => fail('not_found'))
  .on(change, () => fail('not_found'))
  .on(remove, () => fail('not_found'))
  .on(history, () => fail('not_found'))
