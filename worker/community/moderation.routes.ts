import * as contract from '../contract/flags'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'

const list = route('moderator', {
  method: 'get',
  path: '/admin/flags/',
  operationId: 'flagCases',
  summary: 'Posts and comments that were flagged, edited while hidden or appealed, the longest waiting first',
  query: contract.CaseQuery,
  returns: { 200: contract.FlagCasePage },
  fails: ['invalid_input'],
})
const decide = route('moderator', {
  method: 'post',
  path: '/admin/flags/:id/decision/',
  operationId: 'decideFlagCase',
  summary: 'Hide, show again or keep, with a reason that the author reads',
  params: contract.ActPath,
  body: contract.CaseDecision,
  returns: { 200: contract.FlagCase },
  fails: ['invalid_input', 'not_found', 'role_required', 'state_conflict'],
})
const reverse = route('moderator', {
  method: 'post',
  path: '/admin/acts/:id/reverse/',
  operationId: 'reverseAct',
  summary: 'Take the last act on a post or comment back, within 30 days, with a reason',
  params: contract.ActPath,
  body: contract.Reversal,
  returns: { 200: contract.FlagCase },
  fails: ['invalid_input', 'not_found', 'role_required', 'state_conflict'],
})

export const moderationRoutes = slice()
  .on(list, () => fail('not_found'))
  .on(decide, () => fail('not_found'))
  .on(reverse, () => fail('not_found'))
