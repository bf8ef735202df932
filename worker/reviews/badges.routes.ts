import * as contract from '../contract/badges'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as data from './badges.data'
import { standingsOf } from './badges.rules'

const mine = route('mentor', {
  method: 'get',
  path: '/mentor/badges/',
  operationId: 'myBadges',
  summary: 'How I stand to each published rule',
  returns: { 200: contract.BadgeStandings },
  facts: (db, { me, now }) => ({ counts: data.countsOf(db, me, now), held: data.badgesOf(db, me) }),
  // The counts run over all sessions of one mentor.
  rows: 4000,
})

export const badgeRoutes = slice().on(mine, (c) => {
  const { counts, held } = c.var.facts
  const since = new Map(held.map(({ badge, gained_at }) => [badge, gained_at]))
  const items = standingsOf(counts[0] ?? fail('not_found')).map((one) => ({
    ...one,
    held_since: since.get(one.badge) ?? null,
  }))
  return c.json({ items, next_cursor: null })
})
