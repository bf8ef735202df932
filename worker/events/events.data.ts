import { and, asc, desc, eq, getTableColumns, ne, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { isBlocked } from '../chat/blocks.data'
import type { Place } from '../contract/events.constants'
import { nullable, shape, type Database } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { earliestStart } from './events.rules'
import { event_rsvps, events } from './events.schema'

export const mine = alias(event_rsvps, 'mine')

const { number: _, ...columns } = getTableColumns(events)
const place_in_line = sql<number | null>`iif(${mine.state} = 'waiting', (select count(*) from event_rsvps w
  where w.event_id = ${events.id} and w.state = 'waiting' and w.line <= ${mine.line}), null)`

/** Events with their organizer, and with what they are to this person. */
export const selectEvents = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        ...columns,
        organizer_name: accounts.name,
        organizer_picture_url: accounts.picture_url,
        organizer_student_id: students.student_id,
        organizer_mentor_id: nullable(mentors.mentor_id),
        is_suspended: sql<boolean>`${accounts.suspended_at} is not null`.mapWith(Boolean),
        is_mine: sql<boolean>`coalesce(${events.organizer_account_id} = ${me}, 0)`.mapWith(Boolean),
        is_blocked: sql<boolean>`${isBlocked(events.organizer_account_id, sql`${me}`)}`.mapWith(Boolean),
        my_state: sql<'going' | 'waiting' | null>`${mine.state}`,
        my_line: nullable(mine.line),
        my_version: nullable(mine.version),
        my_show_name: nullable(mine.show_name),
        my_came: nullable(mine.came),
        my_joined_at: nullable(mine.joined_at),
        place_in_line,
      }),
    )
    .from(events)
    .innerJoin(accounts, eq(accounts.id, events.organizer_account_id))
    .innerJoin(students, eq(students.account_id, events.organizer_account_id))
    .leftJoin(mentors, eq(mentors.account_id, events.organizer_account_id))
    .leftJoin(mine, and(eq(mine.event_id, events.id), eq(mine.account_id, me), ne(mine.state, 'left')))
export type EventRow = Awaited<ReturnType<typeof selectEvents>>[number]

export const eventFor = (db: Database, id: string, me: SQL | string) => selectEvents(db, me).where(eq(events.id, id))

export interface Wish {
  when: 'upcoming' | 'past' | undefined
  /** What takes place between two instants. */
  span: { from: number; to: number } | undefined
  /** For the full-text index; where `text` holds no word it is looked for as it stands. */
  words: string
  text: string
  organizer: string | undefined
  place: Place | undefined
  has_seats: boolean | undefined
  mine: 'going' | 'waiting' | 'organizing' | undefined
  after: (string | number | null)[] | undefined
  limit: number
}

/** Who made it, under the name that the event itself shows. */
const byOrganizer = (display_id: string): SQL =>
  display_id.startsWith('M')
    ? sql`(${events.created_by_role} = 'mentor'
        and ${events.organizer_account_id} = (select account_id from mentors where mentor_id = ${display_id}))`
    : sql`(${events.created_by_role} = 'admin'
        and ${events.organizer_account_id} = (select account_id from students where student_id = ${display_id}))`

/** Which events somebody looks at: all that are published and take place, or those that they have to do with. */
function whose({ mine: which }: Wish, me: SQL): SQL {
  if (which === 'organizing') return sql`${events.organizer_account_id} = ${me}`
  const published = sql`${events.published_at} is not null`
  if (which)
    return sql`${published} and ${events.id} in
      (select event_id from event_rsvps where account_id = ${me} and state = ${which})`
  return sql`${published} and ${events.cancelled_at} is null and ${accounts.suspended_at} is null
    and not ${isBlocked(events.organizer_account_id, me)}`
}

function within({ when, span }: Wish, now: Date): SQL | undefined {
  const at = now.getTime()
  return and(
    when === 'upcoming'
      ? sql`${events.end_time} > ${at} and ${events.start_time} > ${earliestStart(now).getTime()}`
      : undefined,
    when === 'past' ? sql`${events.end_time} <= ${at} and ${events.start_time} < ${at}` : undefined,
    span &&
      sql`${events.end_time} > ${span.from} and ${events.start_time} < ${span.to}
        and ${events.start_time} > ${earliestStart(new Date(span.from)).getTime()}`,
  )
}

function found({ words, text }: Wish): SQL | undefined {
  if (text === '') return undefined
  if (words !== '') return sql`${events.number} in (select rowid from event_search where event_search match ${words})`
  return sql`(instr(${events.title}, ${text}) > 0 or instr(${events.description}, ${text}) > 0)`
}

const seats = ({ has_seats }: Wish): SQL | undefined => {
  if (has_seats === undefined) return undefined
  const free = sql`(${events.capacity} is null or ${events.going} < ${events.capacity})`
  return has_seats ? free : sql`not ${free}`
}

/** A page, one more than the limit: the soonest first, of what is over the latest. */
export function eventsFor(db: Database, me: SQL, wish: Wish, now: Date) {
  const { after = [], place, organizer, limit } = wish
  const [start, id] = after
  const isPast = wish.when === 'past'
  const beyond =
    typeof start === 'number' && typeof id === 'string'
      ? sql`(${events.start_time}, ${events.id}) ${sql.raw(isPast ? '<' : '>')} (${start}, ${id})`
      : undefined
  const order = isPast ? desc : asc
  return selectEvents(db, me)
    .where(
      and(
        whose(wish, me),
        within(wish, now),
        found(wish),
        seats(wish),
        place && eq(events.place, place),
        organizer === undefined ? undefined : byOrganizer(organizer),
        beyond,
      ),
    )
    .orderBy(order(events.start_time), order(events.id))
    .limit(limit + 1)
}
