import { PageQuery } from '../contract/common'
import * as contract from '../contract/newsletter'
import { pageFrom, positionOf } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as data from './issues.data'

const list = route('anyone', {
  method: 'get',
  path: '/newsletter/issues/',
  operationId: 'newsletterIssues',
  summary: 'Past issues, the newest first',
  query: PageQuery,
  returns: { 200: contract.NewsletterIssuePage },
  fails: ['invalid_input'],
  shared: true,
  facts: (db, { query: { cursor, limit } }) => ({ rows: data.issues(db, positionOf(cursor), limit) }),
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
  facts: (db, { params }) => ({ rows: data.issueCalled(db, params.slug) }),
})

export const newsletterIssueRoutes = slice()
  .on(list, (c) => {
    const { facts, query } = c.var
    const { items, next_cursor } = pageFrom(facts.rows, query.limit, (last) => [last.sent_at?.getTime() ?? 0, last.id])
    return c.json({ items: items.map(({ slug, subject, sent_at }) => ({ slug, subject, sent_at })), next_cursor })
  })
  .on(one, (c) => {
    const { slug, subject, sent_at, text } = c.var.facts.rows[0] ?? fail('not_found')
    return c.json({ slug, subject, sent_at, text })
  })
