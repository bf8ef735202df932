import * as contract from '../contract/sitemap'
import { route, slice } from '../lib/route'
import { eventsAhead, firstListed, listedBetween } from './sitemap.data'
import { monthsBetween, spanOf } from './sitemap.rules'

const months = route('anyone', {
  method: 'get',
  path: '/sitemap/',
  operationId: 'sitemap',
  summary: 'The months in which listed mentors joined',
  returns: { 200: contract.Sitemap },
  shared: true,
  facts: (db) => ({ first: firstListed(db) }),
})

const events = route('anyone', {
  method: 'get',
  path: '/sitemap/events/',
  operationId: 'sitemapOfEvents',
  summary: 'Published events that are not over',
  returns: { 200: contract.SitemapEvents },
  shared: true,
  rows: 50_000,
  facts: (db, { now }) => ({ events: eventsAhead(db, now) }),
})

const month = route('anyone', {
  method: 'get',
  path: '/sitemap/:month/',
  operationId: 'sitemapOfMonth',
  summary: 'Listed mentors who joined in a month',
  params: contract.SitemapPath,
  returns: { 200: contract.SitemapMonth },
  fails: ['not_found'],
  shared: true,
  rows: 50_000,
  facts: (db, { params }) => {
    const { from, until } = spanOf(params.month)
    return { listed: listedBetween(db, from, until) }
  },
})

export const sitemapRoutes = slice()
  .on(months, (c) => {
    const first = c.var.facts.first[0]?.at
    return c.json({ months: first ? monthsBetween(first, c.var.now) : [] })
  })
  .on(events, (c) => c.json({ events: c.var.facts.events }))
  .on(month, (c) => c.json({ mentor_ids: c.var.facts.listed.map(({ mentor_id }) => mentor_id) }))
