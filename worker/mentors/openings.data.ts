import { eq, lte, sql, type SQL } from 'drizzle-orm'
import { reachOf, teachingOf, type Places, type Reach } from '../availability/teaching.data'
import type { Offer } from '../contract/availability'
import { arrayOf, among, shape, type Database, type Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { mentors } from './mentors.schema'
import { listings } from './openings.schema'
import type { FreeTimes, Opening } from './openings.rules'

/** Stands in the table where a mentor has no offer in a currency: above every price. */
export const NO_PRICE = Number.MAX_SAFE_INTEGER

/** In the batch of whatever changes the free times or prices of these people; nothing happens where none of them is listed. */
export const openingsChanged = (
  db: Database,
  people: string[],
  at: Date,
  { when, due_at }: { when?: SQL; due_at?: Date } = {},
): Statement[] =>
  people.map((account_id) =>
    post(
      db,
      { topic: 'openings', payload: { account_id }, ...(due_at && { due_at }) },
      at,
      sql`exists (select 1 from listings where account_id = ${account_id}) and ${when ?? sql`true`}`,
    ),
  )

/** How JSON writes a column that SQLite keeps as a number or as text. */
const flag = (column: string) => `json(iif(${column}, 'true', 'false'))`
const offer = {
  id: 'id',
  title: 'title',
  description: 'description',
  minutes: 'minutes',
  amount_minor: 'amount_minor',
  currency: 'currency',
  buffer_before_minutes: 'buffer_before_minutes',
  buffer_after_minutes: 'buffer_after_minutes',
  minimum_notice_minutes: 'minimum_notice_minutes',
  horizon_days: 'horizon_days',
  most_per_day: 'most_per_day',
  kind: 'kind',
  seats: 'seats',
  seat_prices: 'json(seat_prices)',
  most_per_student: 'most_per_student',
  most_per_week: 'most_per_week',
  needs_confirmation: flag('needs_confirmation'),
  adults_only: flag('adults_only'),
  refund_policy: 'refund_policy',
  reschedule_notice_minutes: 'reschedule_notice_minutes',
  cancel_notice_minutes: 'cancel_notice_minutes',
  questions: 'json(questions)',
} as const satisfies Record<keyof Offer, string>
const OFFER = sql.raw(
  Object.entries(offer)
    .map(([field, value]) => `'${field}', ${value}`)
    .join(', '),
)

/**
 * What the free times of a mentor are worked out from, with the offers: those in this currency and the cheapest first, a free
 * intro last.
 * For a query whose rows are mentors.
 */
export const weekOf = (reach: Reach | Places, currency?: string) => {
  const first = currency === undefined ? sql`` : sql`currency <> ${currency}, `
  return {
    offers:
      arrayOf<Offer>(sql`select json_group_array(json_object(${OFFER}) order by ${first}kind = 'intro', amount_minor, id) from offers
      where mentor_account_id = ${mentors.account_id} and archived_at is null`),
    ...teachingOf(reach),
  }
}

/** The same, for the free times until then. */
export const weekUntil = (now: Date, until: Date, currency?: string) =>
  weekOf(reachOf(now, now.getTime(), until.getTime()), currency)

const listedWeek = (now: Date, until: Date) => ({
  number: listings.number,
  account_id: listings.account_id,
  revision: listings.revision,
  ...weekUntil(now, until),
})

/** What the derived rows of these mentors follow from; nothing for who is not listed. */
export const weeksOf = (db: Database, account_ids: string[], now: Date, until: Date) =>
  db
    .select(shape(listedWeek(now, until)))
    .from(listings)
    .innerJoin(mentors, eq(mentors.account_id, listings.account_id))
    .where(among(listings.account_id, account_ids))

/** The same for mentors in the order of their numbers, beside what is derived for them. */
export const weeksBeyond = (db: Database, after: number, now: Date, until: Date, limit: number) =>
  db
    .select(
      shape({
        ...listedWeek(now, until),
        written_at: listings.written_at,
        openings:
          arrayOf<Opening>(sql`select json_group_array(json_array(start_hour_utc, quarters) order by start_hour_utc)
          from openings where number = ${listings.number}`),
        prices: arrayOf<{ currency: string; amount_minor: number }>(sql`select json_group_array(
          json_object('currency', currency, 'amount_minor', amount_minor)) from cheapest_prices where number = ${listings.number}`),
      }),
    )
    .from(listings)
    .innerJoin(mentors, eq(mentors.account_id, listings.account_id))
    .where(sql`${listings.number} > ${after}`)
    .orderBy(listings.number)
    .limit(limit)

/** Whose derived rows the passing of time has made old, the oldest first. */
export const dueListings = (db: Database, now: Date, limit: number) =>
  db
    .select({ account_id: listings.account_id })
    .from(listings)
    .where(lte(listings.due_at, now))
    .orderBy(listings.due_at)
    .limit(limit)

export interface Rewriting {
  revision: string
  at: Date
  currencies: string[]
  weeks: (FreeTimes & { number: number; seen: string })[]
}

/**
 * Writes the derived rows of mentors whose revision is still the one that was seen; the first statement answers who they
 * were, and guards the others. Rows that stay as they are are not touched. `+` keeps the least price from being looked
 * for among everybody's offers in the currency.
 */
export function rewrite(db: Database, { revision, at, currencies, weeks }: Rewriting): Statement[] {
  const json = JSON.stringify(weeks)
  const ours = sql`json_each(${json}) w join listings l on l.number = w.value ->> 'number' and l.revision = ${revision}`
  return [
    db.all<{ account_id: string }>(sql`update listings set revision = ${revision}, written_at = ${at.getTime()},
        soonest_start = w.value ->> 'soonest_start', due_at = w.value ->> 'due_at'
      from json_each(${json}) w where listings.number = w.value ->> 'number' and listings.revision = w.value ->> 'seen'
      returning account_id`),
    db.run(sql`delete from openings where number in (select l.number from ${ours}) and (number, start_hour_utc) not in (
      select w.value ->> 'number', o.value ->> 0 from json_each(${json}) w, json_each(w.value, '$.openings') o)`),
    db.run(sql`insert into openings (number, start_hour_utc, quarters)
      select l.number, o.value ->> 0, o.value ->> 1 from ${ours}, json_each(w.value, '$.openings') o where true
      on conflict (number, start_hour_utc) do update set quarters = excluded.quarters where quarters <> excluded.quarters`),
    db.run(sql`insert into cheapest_prices (number, currency, amount_minor)
      select l.number, c.value, coalesce((select amount_minor from offers
        where mentor_account_id = l.account_id and +currency = c.value and archived_at is null
        order by kind = 'intro', amount_minor limit 1), ${NO_PRICE})
      from ${ours}, json_each(${JSON.stringify(currencies)}) c where true
      on conflict (number, currency) do update set amount_minor = excluded.amount_minor
      where amount_minor <> excluded.amount_minor`),
    db.run(sql`delete from cheapest_prices where number in (select l.number from ${ours})
      and currency not in (select value from json_each(${JSON.stringify(currencies)}))`),
  ]
}

/** Whose rewriting is on its way. */
export const rewritingsAhead = (db: Database) =>
  db.all<{ account_id: string }>(
    sql`select payload ->> 'account_id' as account_id from outbox where topic = 'openings'`,
  )

/** Who is listed, against who should be: answers the numbers of those that differ. */
export const strayListings = (db: Database) =>
  db.all<{ account_id: string }>(sql`
    select account_id from listings l where not exists (select 1 from listed_mentors m
      where (m.number, m.account_id, m.total_sessions, m.years_of_experience, m.joined_at, m.rating_score, m.has_intro)
        = (l.number, l.account_id, l.total_sessions, l.years_of_experience, l.joined_at, l.rating_score, l.has_intro))
    union
    select account_id from listed_mentors m where not exists (select 1 from listings l where l.account_id = m.account_id)`)

/** Lists these mentors anew, or no longer; their free times follow with the next run of the job. */
export const relist = (db: Database, account_ids: string[]): Statement[] => [
  db.delete(listings).where(among(listings.account_id, account_ids)),
  db.run(sql`insert into listings (number, account_id, total_sessions, years_of_experience, joined_at, soonest_start, written_at, due_at, revision)
    select number, account_id, total_sessions, years_of_experience, joined_at, 8640000000000000, 0, 0, '' from listed_mentors
    where account_id in (select value from json_each(${JSON.stringify(account_ids)}))`),
]
