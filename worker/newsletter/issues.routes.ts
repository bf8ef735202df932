import { PageQuery } from '../contract/common'
import * as contract from '../contract/newsletter'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'

const list = route('anyone', {
  method: 'get',
  path: '/newsletter/issues/',
  operationId: 'newsletterIssues',
  summary: 'Past issues, the newest first',
  query: PageQuery,
  returns: { 200: contract.NewsletterIssuePage },
  fails: ['invalid_input'],
  shared: true,
})

const one = route('anyone', {
  method: 'get',
  path: '/newsletter/issues/:slug/',
  operationId: 'newsletterIssue',
  summary: 'A past issue',
  params: contract.IssuePath,
  returns: { 200: contract.NewsletterIssue },
  fails: ['not_found'],
  shared: true,
})

const later = () => fail('unexpected')
export const newsletterIssueRoutes = slice().on(list, later).on(one, later)
