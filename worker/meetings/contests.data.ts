import { aliasedTable, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import { happened, selectBookings, type BookingRow } from '../bookings/bookings.data'
import { bookingData } from '../bookings/notices.data'
import { VERDICTS, type Verdict } from '../contract/meetings.constants'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { notify } from '../notifications/notifications.data'
import { contestEnd, outcomeOf } from './meetings.rules'
import { attendanceFields } from './meetings.data'
import { contests } from './meetings.schema'
import { settleLater } from './settling.data'

const verdicts = sql`(select value from json_each(${JSON.stringify(VERDICTS)}))`
const oldest = (now: Date) => now.getTime() - (contestEnd(now).getTime() - now.getTime())

interface Contesting {
  id: string
  booking_id: string
  by: string
  reason: string
  now: Date
}

/** Once for each side, while the time for it lasts; answers the row where it was taken. */
export const openContest = (db: Database, { id, booking_id, by, reason, now }: Contesting) =>
  db.all<{ id: string }>(sql`insert into contests (id, booking_id, by_account_id, reason, state, opened_at)
    select ${id}, id, ${by}, ${reason}, 'open', ${now.getTime()} from bookings
    where id = ${booking_id} and state in ${verdicts} and judged_at > ${oldest(now)}
    on conflict (booking_id, by_account_id) do nothing returning id`)

/** The other side hears that no money moves for now. */
export const tellContested = (db: Database, row: BookingRow, { id, by, now }: Contesting): Statement[] => {
  const reader = by === row.mentor_account_id ? ('student' as const) : ('mentor' as const)
  return notify(
    db,
    {
      person: reader === 'student' ? row.student_account_id : row.mentor_account_id,
      kind: 'contest_opened',
      cause: `contest:${id}`,
      data: bookingData(row, reader),
    },
    now,
    sql`exists (select 1 from contests where id = ${id})`,
  )
}

const mentor_accounts = aliasedTable(accounts, 'mentor_accounts')
const student_accounts = aliasedTable(accounts, 'student_accounts')

/** For staff: open ones with those who wait longest first, decided ones newest first. */
export const contestsToRead = (
  db: Database,
  { state, after, limit }: { state: 'open' | 'decided'; after: [number, string] | undefined; limit: number },
) => {
  const isOpen = state === 'open'
  const at = isOpen ? contests.opened_at : contests.decided_at
  const beyond = sql`(${at}, ${contests.id}) ${sql.raw(isOpen ? '>' : '<')} (${after?.[0]}, ${after?.[1]})`
  const inState = isOpen ? sql`${contests.state} = 'open'` : sql`${contests.state} in ('upheld', 'dismissed')`
  return db
    .select(
      shape({
        ...attendanceFields,
        id: contests.id,
        contest_state: contests.state,
        by_account_id: contests.by_account_id,
        reason: contests.reason,
        opened_at: contests.opened_at,
        decided_at: nullable(contests.decided_at),
        decision_reason: nullable(contests.decision_reason),
      }),
    )
    .from(contests)
    .innerJoin(bookings, eq(bookings.id, contests.booking_id))
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, bookings.mentor_account_id))
    .innerJoin(student_accounts, eq(student_accounts.id, bookings.student_account_id))
    .where(after ? sql`${inState} and ${beyond}` : inState)
    .orderBy(isOpen ? asc(at) : desc(at), isOpen ? asc(contests.id) : desc(contests.id))
    .limit(limit + 1)
}

export const contestOf = (db: Database, id: string) =>
  db
    .select(shape({ id: contests.id, state: contests.state, judged_at: nullable(bookings.judged_at) }))
    .from(contests)
    .innerJoin(bookings, eq(bookings.id, contests.booking_id))
    .where(eq(contests.id, id))
export const bookingOfContest = (db: Database, id: string) =>
  selectBookings(db).where(sql`${bookings.id} = (select booking_id from contests where id = ${id})`)

interface Deciding {
  id: string
  act: string
  decision: Verdict
  reason: string
  by: string
  judged_at: Date
  now: Date
}

/**
 * What staff decide is about the session, so it answers both sides' contests at once. It is written only against the
 * verdict that they looked at; what follows for the money waits until the time for contesting is over.
 */
export function decideContest(db: Database, row: BookingRow, wish: Deciding): Statement[] {
  const { id, act, decision, reason, by, judged_at, now } = wish
  const at = now.getTime()
  const done = happened(act)
  const due_at = new Date(Math.max(at, contestEnd(judged_at).getTime()))
  return [
    db.run(sql`insert into booking_history (id, booking_id, state, actor_id, detail, at)
      select ${act}, b.id, ${decision}, ${by}, ${JSON.stringify({ reason })}, ${at}
      from contests c join bookings b on b.id = c.booking_id
      where c.id = ${id} and c.state = 'open' and b.state = ${row.state}`),
    db.run(sql`update contests set state = ${outcomeOf(row.state as Verdict, decision)}, decided_at = ${at}, decided_by = ${by},
      decision_reason = ${reason} where booking_id = ${row.id} and state = 'open' and ${done}`),
    db.run(sql`update bookings set state = ${decision}, updated_at = ${at}
      where id = ${row.id} and state <> ${decision} and ${done}`),
    ...tellDecided(db, row, wish, done),
    settleLater(db, row.id, act, due_at, now, done),
  ]
}

const tellDecided = (
  db: Database,
  row: BookingRow,
  { act, decision: verdict, reason: words, now }: Deciding,
  when: SQL,
): Statement[] =>
  (['student', 'mentor'] as const).flatMap((reader) =>
    notify(
      db,
      {
        person: reader === 'student' ? row.student_account_id : row.mentor_account_id,
        kind: 'contest_decided',
        cause: `contest:${act}`,
        data: { ...bookingData(row, reader), verdict, changed: verdict !== row.state, words },
      },
      now,
      when,
    ),
  )
