import { and, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { isBlocked } from '../chat/blocks.data'
import { shape, type Database, type Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { bornBefore } from './events.rules'
import { event_rsvps } from './events.schema'

/** An event that people may still come to, in a statement about `e`. */
const open = (now: Date): SQL =>
  sql`e.published_at is not null and e.cancelled_at is null
    and iif(e.place = 'online', e.end_time, e.start_time) > ${now.getTime()}`

interface Joining {
  /** Of a new row, and of this write. */
  act: string
  event_id: string
  account_id: string
  show_name: boolean | undefined
  now: Date
}

/** A seat where there is one, else the end of the line, in one statement (B2). Whoever is in changes what is named alone. */
export const joinEvent = (db: Database, { act, event_id, account_id, show_name, now }: Joining): Statement =>
  db.run(sql`insert into event_rsvps (id, event_id, account_id, state, line, show_name, version, act, joined_at)
    select ${act}, e.id, ${account_id}, iif(e.capacity is null or e.going < e.capacity, 'going', 'waiting'),
      (select coalesce(max(line), 0) + 1 from event_rsvps where event_id = e.id), ${show_name ? 1 : 0}, 0, ${act}, ${now.getTime()}
    from events e where e.id = ${event_id} and ${open(now)} and e.organizer_account_id <> ${account_id}
      and not ${isBlocked(sql`e.organizer_account_id`, account_id)}
    on conflict (event_id, account_id) do update set
      show_name = ${show_name === undefined ? sql`iif(state = 'left', 0, show_name)` : show_name ? 1 : 0},
      act = iif(state = 'left', excluded.act, act), line = iif(state = 'left', excluded.line, line),
      version = version + (state = 'left'), joined_at = iif(state = 'left', excluded.joined_at, joined_at),
      state = iif(state = 'left', excluded.state, state)`)

/** This write gave the person a seat. */
export const isGoingBy = (event_id: string, account_id: string, act: string): SQL =>
  sql`exists (select 1 from event_rsvps where event_id = ${event_id} and account_id = ${account_id}
    and act = ${act} and state = 'going')`

interface Promoting {
  event_id: string
  act: string
  now: Date
}

/** As many of those who wait the longest as there are seats now; they are told at once (F2). */
export const promote = (db: Database, { event_id, act, now }: Promoting): Statement[] => [
  db.run(sql`update event_rsvps set state = 'going', act = ${act}, version = version + 1, joined_at = ${now.getTime()}
    where id in (select id from event_rsvps where event_id = ${event_id} and state = 'waiting' order by line
      limit coalesce((select max(0, coalesce(e.capacity - e.going, e.waiting)) from events e
        where e.id = ${event_id} and ${open(now)}), 0))`),
  post(
    db,
    { topic: 'event_told', payload: { event_id, what: { kind: 'event_promoted', act } } },
    now,
    sql`exists (select 1 from event_rsvps where act = ${act} and event_id = ${event_id} and state = 'going')`,
  ),
]

interface Leaving {
  event_id: string
  account_id: string
  act: string
  now: Date
}

/** Gives the seat back before the event is over; in the same write the first who waits has it (F2). */
export const leaveEvent = (db: Database, { event_id, account_id, act, now }: Leaving): Statement[] => [
  db.run(sql`update event_rsvps set state = 'left', act = ${`left:${act}`}, version = version + 1, came = null,
      checked_at = null, checked_by = null, joined_at = ${now.getTime()}
    where event_id = ${event_id} and account_id = ${account_id} and state in ('going', 'waiting')
      and exists (select 1 from events where id = ${event_id} and end_time > ${now.getTime()})`),
  ...promote(db, { event_id, act, now }),
]

interface AttendeePage {
  me: string | SQL
  after: number
  limit: number
  now: Date
}

/** Those who are going and want to be seen: adults, none with a block between us, in the order in which they came. */
export const attendeesOf = (db: Database, event_id: string, { me, after, limit, now }: AttendeePage) =>
  db
    .select(shape({ line: event_rsvps.line, name: accounts.name, picture_url: accounts.picture_url }))
    .from(event_rsvps)
    .innerJoin(accounts, eq(accounts.id, event_rsvps.account_id))
    .where(
      and(
        eq(event_rsvps.event_id, event_id),
        eq(event_rsvps.state, 'going'),
        eq(event_rsvps.show_name, true),
        sql`${event_rsvps.line} > ${after}`,
        sql`${accounts.date_of_birth} <= ${bornBefore(now)}`,
        sql`${accounts.suspended_at} is null`,
        sql`not ${isBlocked(event_rsvps.account_id, sql`${me}`)}`,
      ),
    )
    .orderBy(event_rsvps.line)
    .limit(limit + 1)
