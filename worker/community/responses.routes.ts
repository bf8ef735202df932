import * as contract from '../contract/comments'
import { fail } from '../lib/failure'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'

const like = {
  path: '/community/comments/:id/like/' as const,
  params: contract.OfComment,
  returns: { 200: contract.CommentLiked },
  needs: TO_REACH_OTHERS,
}

const toggle = route('signed_in', {
  ...like,
  method: 'post',
  operationId: 'toggleCommentLike',
  summary: 'Like a comment, or take my like back',
  fails: ['not_found'],
})
const put = route('signed_in', {
  ...like,
  method: 'put',
  operationId: 'likeComment',
  summary: 'Like a comment; again changes nothing',
  fails: ['not_found'],
})
const take = route('signed_in', {
  ...like,
  method: 'delete',
  operationId: 'unlikeComment',
  summary: 'Take my like of a comment back; again changes nothing',
  fails: ['not_found'],
})

const answer = {
  path: '/community/posts/:id/accepted-answer/' as const,
  params: contract.OfPost,
  returns: { 200: contract.Accepted },
}
const accept = route('signed_in', {
  ...answer,
  method: 'put',
  operationId: 'acceptAnswer',
  summary: 'Of my question: this is the answer',
  body: contract.Acceptance,
  fails: ['invalid_input', 'not_found', 'state_conflict'],
})
const unaccept = route('signed_in', {
  ...answer,
  method: 'delete',
  operationId: 'unacceptAnswer',
  summary: 'My question has no accepted answer any more',
  fails: ['not_found', 'state_conflict'],
})

export const responseRoutes = slice()
  .on(toggle, () => fail('not_found'))
  .on(put, () => fail('not_found'))
  .on(take, () => fail('not_found'))
  .on(accept, () => fail('not_found'))
  .on(unaccept, () => fail('not_found'))
