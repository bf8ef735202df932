import { now } from '../lib/clock'
import { read, readAll, unmetered, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import { report } from '../lib/log'
import { drainOutbox, post, type Topics } from '../lib/outbox'
import { SOONEST_DAYS } from '../availability/availability.rules'
import { currenciesOf } from '../site/currencies.rules'
import { tellOpened, waitersOf } from '../bookings/waits.data'
import * as data from './openings.data'
import { freeTimesOf, isSame, NEVER } from './openings.rules'

const DAY = 86_400_000
/** However often somebody else is quicker, facts read again come to an end. */
const MOST_TRIES = 10
/** So many are compared in one task; the next one takes the next. */
const COMPARED = 200

const horizon = (at: Date): Date => new Date(at.getTime() + SOONEST_DAYS * DAY)

/** Works out and writes the derived rows of these mentors; answers how many there were. */
export async function rewriteOpenings(env: Environment, account_ids: string[]): Promise<number> {
  const db = unmetered(env)
  let [left, count] = [account_ids, 0]
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const at = now()
    const weeks = await read(db, data.weeksOf(db, left, at, horizon(at)))
    if (weeks.length === 0) return count
    const written = await rewriteWeeks(env, db, weeks, at)
    count += written.size
    left = weeks.map(({ account_id }) => account_id).filter((id) => !written.has(id))
    if (left.length === 0) return count
  }
  throw new Error('The free times moved under every rewriting')
}

type Weeks = Awaited<ReturnType<typeof data.weeksOf>>

async function rewriteWeeks(env: Environment, db: Database, weeks: Weeks, at: Date): Promise<Set<string>> {
  const rewriting = {
    revision: newId(at),
    at,
    currencies: currenciesOf(env),
    weeks: weeks.map((week) => ({ number: week.number, seen: week.revision, ...freeTimesOf(week, at.getTime()) })),
  }
  const [written] = (await write(db, data.rewrite(db, rewriting))) as [{ account_id: string }[]]
  const open = new Set(rewriting.weeks.filter(({ soonest_start }) => soonest_start < NEVER).map(({ number }) => number))
  await tellWaiters(
    db,
    weeks.filter(({ number }) => open.has(number)).map(({ account_id }) => account_id),
    at,
  )
  return new Set(written.map(({ account_id }) => account_id))
}

/** Whoever waits for one of these mentors hears that there is a free time. */
async function tellWaiters(db: Database, account_ids: string[], at: Date): Promise<void> {
  if (account_ids.length === 0) return
  const waiters = await read(db, waitersOf(db, account_ids))
  if (waiters.length > 0)
    await write(
      db,
      waiters.flatMap((waiter) => tellOpened(db, waiter, at)),
    )
}

/** Compares the next mentors with what their rows should be, mends what differs, and answers how many did. */
export async function compareOpenings(env: Environment, after: number): Promise<number> {
  const db = unmetered(env)
  const at = now()
  const { weeks, ahead } = await readAll(db, {
    weeks: data.weeksBeyond(db, after, at, horizon(at), COMPARED),
    ahead: data.rewritingsAhead(db),
  })
  const waiting = new Set(ahead.map(({ account_id }) => account_id))
  const wrong = weeks.filter((week) => !waiting.has(week.account_id) && !isTrue(env, week, at))
  if (wrong.length > 0) {
    report('free times or prices differed from what they follow from', { mentors: wrong.length }, new Error('openings'))
    await rewriteOpenings(
      env,
      wrong.map(({ account_id }) => account_id),
    )
  }
  const last = weeks.length === COMPARED ? weeks.at(-1) : undefined
  if (last) {
    await write(db, [post(db, { topic: 'compare_openings', payload: { after: last.number } }, at)])
    await drainOutbox(env)
  }
  return wrong.length
}

type Compared = Awaited<ReturnType<typeof data.weeksBeyond>>[number]

/** Rows that were never written wait for the job, and are not wrong. */
function isTrue(env: Environment, week: Compared, at: Date): boolean {
  if (week.written_at.getTime() === 0) return true
  const stored = new Map(week.prices.map(({ currency, amount_minor }) => [currency, amount_minor]))
  // The offers come cheapest first, a free intro last.
  const cheapest = (currency: string) =>
    week.offers.find((one) => one.currency === currency)?.amount_minor ?? data.NO_PRICE
  const currencies = currenciesOf(env)
  return (
    stored.size === currencies.length &&
    currencies.every((currency) => stored.get(currency) === cheapest(currency)) &&
    isSame(week, week.openings, week.written_at.getTime(), at.getTime())
  )
}

export const openingTopics: Topics = {
  /** Rules, offers, bookings or the state of a mentor changed. */
  openings: async (env, { account_id }: { account_id: string }) => void (await rewriteOpenings(env, [account_id])),
  compare_openings: async (env, { after }: { after: number }) => void (await compareOpenings(env, after)),
}
