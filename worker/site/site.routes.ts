import * as contract from '../contract/site'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { currenciesOf } from './currencies.rules'
import { platformTotals, siteStatus } from './site.data'

const health = route('anyone', {
  method: 'get',
  path: '/health/',
  operationId: 'health',
  summary: 'Whether the Worker and its database answer',
  returns: { 200: contract.Health },
  facts: (db) => ({ status: siteStatus(db) }),
})

const status = route('anyone', {
  method: 'get',
  path: '/site-status/',
  operationId: 'siteStatus',
  summary: 'Whether the site is being looked after',
  returns: { 200: contract.SiteStatus },
  facts: (db) => ({ status: siteStatus(db) }),
})

const stats = route('anyone', {
  method: 'get',
  path: '/platform-stats/',
  operationId: 'platformStats',
  summary: 'Public totals',
  returns: { 200: contract.PlatformStats },
  shared: true,
  facts: (db) => ({ totals: platformTotals(db) }),
})

const currencies = route('anyone', {
  method: 'get',
  path: '/currencies/',
  operationId: 'currencies',
  summary: 'What offers may cost in',
  returns: { 200: contract.Currencies },
  shared: true,
})

export const siteRoutes = slice()
  .on(health, (c) => (c.var.facts.status.length === 1 ? c.json({ ok: true }) : fail('unexpected')))
  .on(status, (c) => c.json(c.var.facts.status[0]))
  .on(stats, (c) => c.json(c.var.facts.totals[0]))
  .on(currencies, (c) => c.json({ items: currenciesOf(c.env), next_cursor: null }))
