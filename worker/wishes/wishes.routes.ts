import type * as z from 'zod'
import { changeAccount } from '../accounts/accounts.data'
import { SOONEST_DAYS } from '../availability/availability.rules'
import * as contract from '../contract/wishes'
import { MATCHES_MOST } from '../contract/wishes.constants'
import { read, write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { isZone, zones } from '../lib/zones'
import { listedView } from '../mentors/listed.rules'
import { soonestOf } from '../mentors/openings.rules'
import { currenciesOf, currencyFault } from '../site/currencies.rules'
import { addedAmong } from '../skills/skills.data'
import { namesOf, unknownWords } from '../skills/skills.rules'
import { candidatesFor } from './matches.data'
import { nearKeys, reasonsFor, soughtKeys, worthOf } from './matches.rules'
import { changeWish, wishOf } from './wishes.data'

const wish = route('student', {
  method: 'get',
  path: '/student/wish/',
  operationId: 'wishOf',
  summary: 'What I look for',
  returns: { 200: contract.Wish },
  facts: (db, { me }) => ({ own: wishOf(db, me) }),
})

const change = route('student', {
  method: 'put',
  path: '/student/wish/',
  operationId: 'changeWish',
  summary: 'Say what I look for; null clears',
  body: contract.WishChange,
  returns: { 200: contract.Wish },
  fails: ['invalid_input'],
  facts: (db, { body }) => ({ added: addedAmong(db, unknownWords(body.skills ?? [])) }),
})

const matches = route('student', {
  method: 'get',
  path: '/student/matches/',
  // Every candidate's week is read to find the three.
  rows: 800,
  operationId: 'matchesOf',
  summary: 'Three mentors for what I look for, and why',
  returns: { 200: contract.Matches },
  facts: (db, { me }) => ({ own: wishOf(db, me) }),
})

type Body = z.output<typeof contract.WishChange>
function judge(body: Body, env: { CURRENCIES: string }): void {
  const fault = currencyFault(env, 'currency', body.currency)
  if (fault) fail('invalid_input', fault)
  if (body.time_zone !== undefined && !isZone(body.time_zone))
    fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
}

type Row = Awaited<ReturnType<typeof candidatesFor>>[number]
const candidateFrom = (row: Row, now: number) => ({
  skills: row.skills,
  total_sessions: row.total_sessions,
  price: row.offers[0],
  soonest_start: soonestOf(row, now)?.start,
})

export const wishRoutes = slice()
  .on(wish, (c) => c.json(c.var.facts.own[0]))
  .on(change, async (c) => {
    const { db, account, body, now, facts } = c.var
    judge(body, c.env)
    const { time_zone, skills, ...rest } = body
    const results = await write(db, [
      changeWish(
        db,
        account.id,
        { ...rest, ...(skills !== undefined && { skills: namesOf(skills ?? [], facts.added) }) },
        now,
      ),
      ...changeAccount(db, account.id, time_zone === undefined ? {} : { time_zone }),
      wishOf(db, account.id),
    ])
    return c.json((results.at(-1) as unknown[])[0])
  })
  .on(matches, async (c) => {
    const { db, account, now, facts } = c.var
    const own = facts.own[0] ?? fail('unexpected')
    const sought = {
      keys: soughtKeys(own.skills),
      near: nearKeys(own.skills),
      currency: own.currency ?? currenciesOf(c.env)[0] ?? 'INR',
      me: account.id,
    }
    const until = new Date(now.getTime() + SOONEST_DAYS * 86_400_000)
    const rows = await read(db, candidatesFor(db, sought, now, until))
    const zone = zones.zone(account.time_zone)
    const judged = rows.map((row) => {
      const candidate = candidateFrom(row, now.getTime())
      const reasons = reasonsFor(own, candidate, zone, now.getTime())
      return { row, reasons, worth: worthOf(reasons, candidate) }
    })
    const best = judged
      .filter(({ worth }) => worth > 0)
      .toSorted((a, b) => b.worth - a.worth || b.row.total_sessions - a.row.total_sessions)
      .slice(0, MATCHES_MOST)
    return c.json({
      items: best.map(({ row, reasons }) => ({ mentor: listedView(row, now), reasons })),
      next_cursor: null,
    })
  })
