import { Completion, CompletionQuery } from '../contract/comments'
import { PageQuery } from '../contract/common'
import * as contract from '../contract/follows'
import { fail } from '../lib/failure'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'

const complete = route('signed_in', {
  method: 'get',
  path: '/community/people/',
  operationId: 'communityPeople',
  summary: 'People whose name begins so, to be mentioned; who speaks below this post comes first',
  query: CompletionQuery,
  returns: { 200: Completion },
  fails: ['invalid_input'],
})

const list = route('signed_in', {
  method: 'get',
  path: '/community/follows/',
  operationId: 'followsOf',
  summary: 'Whom I follow, the latest first, and every tag',
  query: PageQuery,
  returns: { 200: contract.FollowPage },
  fails: ['invalid_input'],
})

const person = { path: '/community/follows/people/:display_id/' as const, params: contract.PersonPath }
const followLimit = ({ me }: { me: Parameters<typeof ofAccount>[1] }) => [
  { subject: ofAccount('follow', me), most: 200, seconds: 86_400 },
]

const profile = route('signed_in', {
  ...person,
  method: 'get',
  operationId: 'communityProfile',
  summary: 'Somebody of the community, and whether I follow them',
  returns: { 200: contract.CommunityProfile },
  fails: ['not_found'],
})
const follow = route('signed_in', {
  ...person,
  method: 'put',
  operationId: 'followPerson',
  summary: 'Read what they write in my feed; again changes nothing',
  returns: { 204: null },
  fails: ['not_found', 'state_conflict', 'limit_reached', 'too_many_requests'],
  limits: followLimit,
})
const unfollow = route('signed_in', {
  ...person,
  method: 'delete',
  operationId: 'unfollowPerson',
  summary: 'Follow them no longer; again changes nothing',
  returns: { 204: null },
  fails: ['not_found'],
})

const tag = { path: '/community/follows/tags/:tag/' as const, params: contract.TagPath, returns: { 204: null } }
const followTag = route('signed_in', {
  ...tag,
  method: 'put',
  operationId: 'followTag',
  summary: 'Read posts with this tag in my feed; again changes nothing',
  fails: ['invalid_input', 'not_found', 'limit_reached', 'too_many_requests'],
  limits: followLimit,
})
const unfollowTag = route('signed_in', {
  ...tag,
  method: 'delete',
  operationId: 'unfollowTag',
  summary: 'Follow this tag no longer; again changes nothing',
  fails: ['invalid_input', 'not_found'],
})

export const followRoutes = slice()
  .on(complete, () => fail('not_found'))
  .on(list, () => fail('not_found'))
  .on(profile, () => fail('not_found'))
  .on(follow, () => fail('not_found'))
  .on(unfollow, () => fail('not_found'))
  .on(followTag, () => fail('not_found'))
  .on(unfollowTag, () => fail('not_found'))
