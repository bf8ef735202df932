import * as contract from '../contract/flags'
import { FLAGS_A_DAY } from '../contract/flags.constants'
import { fail } from '../lib/failure'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'

const flag = route('signed_in', {
  method: 'post',
  path: '/community/flags/',
  operationId: 'flagContent',
  summary: 'Tell moderators that a post or comment breaks the rules; again it is the same flag',
  body: contract.NewFlag,
  returns: { 201: contract.Flagged, 200: contract.Flagged },
  fails: ['invalid_input', 'not_found', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('flag', me), most: FLAGS_A_DAY, seconds: 86_400 }],
})

const mine = { params: contract.HidingPath, returns: { 200: contract.Hiding } }
const hiddenPost = route('signed_in', {
  ...mine,
  method: 'get',
  path: '/community/posts/:id/hiding/',
  operationId: 'hidingOfPost',
  summary: 'Why my post is hidden, and what I can do',
  fails: ['not_found'],
})
const hiddenComment = route('signed_in', {
  ...mine,
  method: 'get',
  path: '/community/comments/:id/hiding/',
  operationId: 'hidingOfComment',
  summary: 'Why my comment is hidden, and what I can do',
  fails: ['not_found'],
})
const appealPost = route('signed_in', {
  ...mine,
  method: 'post',
  path: '/community/posts/:id/appeal/',
  operationId: 'appealPost',
  summary: 'Ask, once, that another moderator looks at my hidden post',
  body: contract.NewAppeal,
  fails: ['invalid_input', 'not_found', 'state_conflict'],
})
const appealComment = route('signed_in', {
  ...mine,
  method: 'post',
  path: '/community/comments/:id/appeal/',
  operationId: 'appealComment',
  summary: 'Ask, once, that another moderator looks at my hidden comment',
  body: contract.NewAppeal,
  fails: ['invalid_input', 'not_found', 'state_conflict'],
})

export const flagRoutes = slice()
  .on(flag, () => fail('not_found'))
  .on(hiddenPost, () => fail('not_found'))
  .on(hiddenComment, () => fail('not_found'))
  .on(appealPost, () => fail('not_found'))
  .on(appealComment, () => fail('not_found'))
