import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { FOLLOW_UPS_MOST, type Audience, type RsvpState } from '../contract/events.constants'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { post } from '../lib/outbox'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { bornBefore } from './events.rules'
import { event_follow_ups, event_rsvps } from './events.schema'

const selectGuests = (db: Database) =>
  db
    .select(
      shape({
        id: event_rsvps.id,
        number: event_rsvps.line,
        state: sql<RsvpState>`${event_rsvps.state}`,
        came: event_rsvps.came,
        checked_at: nullable(event_rsvps.checked_at),
        joined_at: event_rsvps.joined_at,
        name: accounts.name,
        picture_url: accounts.picture_url,
        date_of_birth: accounts.date_of_birth,
        time_zone: accounts.time_zone,
        student_id: students.student_id,
        mentor_id: sql<string | null>`iif(${mentors.application_state} = 'approved', ${mentors.mentor_id}, null)`,
      }),
    )
    .from(event_rsvps)
    .innerJoin(accounts, eq(accounts.id, event_rsvps.account_id))
    .innerJoin(students, eq(students.account_id, event_rsvps.account_id))
    .leftJoin(mentors, eq(mentors.account_id, event_rsvps.account_id))
export type GuestRow = Awaited<ReturnType<typeof selectGuests>>[number]

interface GuestWish {
  state: RsvpState
  came: 'yes' | 'no' | 'unknown' | undefined
  search: string
  after: number
  limit: number
  now: Date
}

const CAME = { yes: sql`came is 1`, no: sql`came is 0`, unknown: sql`came is null` }

/** As typed, small, large, and with a capital: SQLite knows the letters of English alone. */
const formsOf = (text: string): string[] => {
  const [first = '', ...rest] = text
  const small = text.toLowerCase()
  return [...new Set([text, small, text.toUpperCase(), first.toUpperCase() + rest.join('').toLowerCase()])]
}

/** A number, or a part of the name of somebody whose name is shown. */
function matching(text: string, now: Date): SQL | undefined {
  if (text === '') return undefined
  const named = sql.join(
    formsOf(text).map((form) => sql`instr(${accounts.name}, ${form}) > 0`),
    sql` or `,
  )
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1
  return sql`(${event_rsvps.line} = ${number} or ((${named}) and ${accounts.date_of_birth} <= ${bornBefore(now)}))`
}

/** In the order in which they asked, one more than the limit. */
export const guestsOf = (db: Database, event_id: string, wish: GuestWish) =>
  selectGuests(db)
    .where(
      and(
        eq(event_rsvps.event_id, event_id),
        eq(event_rsvps.state, wish.state),
        wish.came && sql`event_rsvps.${CAME[wish.came]}`,
        matching(wish.search, wish.now),
        sql`${event_rsvps.line} > ${wish.after}`,
      ),
    )
    .orderBy(asc(event_rsvps.line))
    .limit(wish.limit + 1)

const EXPORTED_MOST = 10_000
/** Everybody who goes or waits. */
export const allGuests = (db: Database, event_id: string) =>
  selectGuests(db)
    .where(and(eq(event_rsvps.event_id, event_id), sql`${event_rsvps.state} in ('going', 'waiting')`))
    .orderBy(asc(event_rsvps.state), asc(event_rsvps.line))
    .limit(EXPORTED_MOST)

export const guestWith = (db: Database, event_id: string, id: string) =>
  selectGuests(db).where(
    and(eq(event_rsvps.event_id, event_id), eq(event_rsvps.id, id), sql`${event_rsvps.state} <> 'left'`),
  )

interface CheckIn {
  event_id: string
  id: string
  came: boolean | null
  by: string
  now: Date
}
/** Only of somebody who is going. */
export const checkIn = (db: Database, { event_id, id, came, by, now }: CheckIn): Statement =>
  db
    .update(event_rsvps)
    .set({ came, checked_at: came === null ? null : now, checked_by: came === null ? null : by })
    .where(and(eq(event_rsvps.id, id), eq(event_rsvps.event_id, event_id), eq(event_rsvps.state, 'going')))

export const followUpsOf = (db: Database, event_id: string) =>
  db
    .select({
      id: event_follow_ups.id,
      to: event_follow_ups.audience,
      text: event_follow_ups.text,
      sent_at: event_follow_ups.sent_at,
    })
    .from(event_follow_ups)
    .where(eq(event_follow_ups.event_id, event_id))
    .orderBy(asc(event_follow_ups.sent_at), asc(event_follow_ups.id))

interface Writing {
  id: string
  event_id: string
  by: string
  to: Audience
  text: string
  now: Date
}
/** Where this audience was not written to so often already; it leaves page by page. */
export const followUp = (db: Database, { id, event_id, by, to, text, now }: Writing): Statement[] => [
  db.run(sql`insert into event_follow_ups (id, event_id, author_account_id, audience, text, sent_at)
    select ${id}, ${event_id}, ${by}, ${to}, ${text}, ${now.getTime()}
    where (select count(*) from event_follow_ups where event_id = ${event_id} and audience = ${to}) < ${FOLLOW_UPS_MOST}`),
  post(
    db,
    { topic: 'event_told', payload: { event_id, what: { kind: 'event_follow_up', follow_up_id: id } }, id: newId(now) },
    now,
    sql`exists (select 1 from event_follow_ups where id = ${id})`,
  ),
]
