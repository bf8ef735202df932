import * as contract from '../contract/payouts'
import { dateOfDay, dayOfDate } from '../contract/zone'
import { pageFrom, positionOf, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, type Asked } from '../lib/route'
import { balancesOf } from '../payments/ledger.balances.data'
import * as data from './earnings.data'
import {
  balanceIn,
  byOffer,
  byWeek,
  DAY,
  earnedIn,
  FARTHEST,
  lineFrom,
  MOST_DAYS,
  periodFrom,
  releaseFrom,
  totalOf,
  within,
  type Period,
} from './earnings.rules'
import { currenciesOf } from '../site/currencies.rules'
import { openDetails } from './profiles.box'
import { profileOf } from './profiles.data'
import { maskedProfile } from './profiles.rules'
import { statementOf } from './statement.rules'

interface Span {
  from?: string | undefined
  to?: string | undefined
}
/** Wide enough for these days in every zone; the handler, who knows the zone, cuts it. */
function spanOf(span: Span, now: Date) {
  const { first, last } = periodFrom(span, 'UTC', now)
  return { from: (first - 1) * DAY - FARTHEST, to: (last + 2) * DAY + FARTHEST }
}

const FIRST_LINES = 20
const lines = (
  db: Database,
  { me, query, now }: Pick<Asked, 'me' | 'now'> & { query: Span & { currency?: string | undefined } },
) => {
  const { from, to } = spanOf(query, now)
  return { lines: data.linesBetween(db, { me, currency: query.currency }, from, to) }
}

const earnings = route('mentor', {
  method: 'get',
  path: '/mentor/earnings/',
  operationId: 'earnings',
  summary:
    'My money: held, available, on its way; by week and by offer; what is released next; every line with its story',
  query: contract.EarningsQuery,
  returns: { 200: contract.Earnings },
  fails: ['invalid_input'],
  facts: (db, { me, query, now }) => ({
    balances: balancesOf(db, me),
    ...lines(db, { me, query, now }),
    newest: data.linesOf(db, { me, currency: query.currency }, { after: undefined, limit: FIRST_LINES }),
    held: data.heldBySession(db, { me, currency: query.currency }),
    profile: profileOf(db, me),
  }),
})

const more = route('mentor', {
  method: 'get',
  path: '/mentor/earnings/lines/',
  operationId: 'earningLines',
  summary: 'The lines of my money in one currency, the newest first',
  query: contract.LinesQuery,
  returns: { 200: contract.EarningLinePage },
  fails: ['invalid_input'],
  facts: (db, { me, query: { currency, limit, cursor } }) => ({
    rows: data.linesOf(db, { me, currency }, { after: positionOf(cursor), limit }),
  }),
})

const statement = route('mentor', {
  method: 'get',
  path: '/mentor/earnings/statement.csv/',
  operationId: 'earningsStatement',
  summary: 'A period of one currency as CSV, with the total before and after each line',
  query: contract.StatementQuery,
  returns: { 200: null },
  fails: ['invalid_input'],
  facts: (db, { me, query, now }) => ({
    ...lines(db, { me, query, now }),
    before: data.totalBefore(db, { me, currency: query.currency }, spanOf(query, now).from),
  }),
})

function judgePeriod({ first, last }: Period): void {
  if (first > last) fail('invalid_input', { errors: { to: ['The last day comes after the first'] } })
  if (last - first >= MOST_DAYS) fail('invalid_input', { errors: { from: ['A year at most'] } })
}

const pageOf = (rows: data.CauseRow[], limit: number) => {
  const page = pageFrom(rows, limit, (last) => [last.at, last.cause])
  return { ...page, items: page.items.map(lineFrom) }
}

export const earningsRoutes = slice()
  .on(earnings, async (c) => {
    const { facts, query, account, now } = c.var
    const period = periodFrom(query, account.time_zone, now)
    judgePeriod(period)
    const currency = query.currency ?? facts.balances[0]?.currency ?? currenciesOf(c.env)[0] ?? 'INR'
    const rows = within(facts.lines, period, account.time_zone)
    const [profile] = facts.profile
    return c.json({
      balance: balanceIn(currency, facts.balances),
      currencies: facts.balances.map((one) => one.currency),
      period: {
        from: dateOfDay(period.first),
        to: dateOfDay(period.last),
        currency,
        earned_minor: earnedIn(rows),
        weeks: byWeek(rows, period, account.time_zone),
        offers: byOffer(rows),
      },
      releases: facts.held.map(releaseFrom),
      lines: pageOf(facts.newest, FIRST_LINES),
      profile: profile ? maskedProfile(profile, await openDetails(c.env, profile.box)) : null,
    })
  })
  .on(more, (c) => c.json(pageOf(c.var.facts.rows, c.var.query.limit)))
  .on(statement, (c) => {
    const { facts, query, account, now } = c.var
    const period = periodFrom(query, account.time_zone, now)
    judgePeriod(period)
    const inside = within(facts.lines, period, account.time_zone)
    const earlier = within(facts.lines, { first: -Infinity, last: dayOfDate(query.from) - 1 }, account.time_zone)
    const opening = (facts.before[0]?.total_minor ?? 0) + totalOf(earlier)
    return c.body(statementOf(inside, opening, query.currency), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="earnings-${query.from}-${query.to}-${query.currency}.csv"`,
      'cache-control': 'no-store',
    })
  })
