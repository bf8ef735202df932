import { and, asc, eq, getTableColumns, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { emailKey } from '../accounts/emails.rules'
import { matchOf } from '../chat/message-search'
import type { TicketCategory, TicketState } from '../contract/support.constants'
import { nullable, shape, type Database } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { FOR_STAFF } from './support.rules'
import { support_tickets } from './support.schema'
import { messagesOf, messageView, sessionOf, sessionView, ticketFields, type MessageRow } from './tickets.data'

const owners = alias(accounts, 'owners')
const assignees = alias(accounts, 'assignees')

const handled = (db: Database) =>
  db
    .select(
      shape({
        ...getTableColumns(support_tickets),
        owner_name: nullable(owners.name),
        student_id: nullable(students.student_id),
        mentor_id: nullable(mentors.mentor_id),
        assignee_name: nullable(assignees.name),
      }),
    )
    .from(support_tickets)
    .leftJoin(owners, eq(owners.id, support_tickets.account_id))
    .leftJoin(students, eq(students.account_id, support_tickets.account_id))
    .leftJoin(mentors, eq(mentors.account_id, support_tickets.account_id))
    .leftJoin(assignees, eq(assignees.id, support_tickets.assigned_to))
type HandledRow = Awaited<ReturnType<typeof handled>>[number]

/** Words somewhere in it, its reference, or the whole address of its person: what is typed is never syntax. */
function holds(search: string): SQL {
  const match = matchOf(search)
  const key = emailKey(search)
  const found = match
    ? sql`select ticket_id from support_search where support_search match ${match}`
    : sql`select null where false`
  return sql`support_tickets.id in (${found}
    union select id from support_tickets where reference = ${search.toUpperCase()}
    union select id from support_tickets where email_key = ${key}
    union select id from support_tickets where account_id = (select id from accounts where email_key = ${key}))`
}

interface Queue {
  state?: TicketState | undefined
  category?: TicketCategory | undefined
  assigned?: 'me' | 'nobody' | undefined
  search?: string | undefined
  after: (string | number | null)[] | undefined
  limit: number
}

/** Who looks for something looks in every state. */
const statesOf = ({ state, search }: Queue): TicketState[] | undefined =>
  state ? [state] : search === undefined ? FOR_STAFF : undefined

/** The longest in its state first, one more than asked. */
export function queueOf(db: Database, me: SQL, queue: Queue) {
  const { category, assigned, search, after, limit } = queue
  const states = statesOf(queue)
  return handled(db)
    .where(
      and(
        states && inArray(support_tickets.state, states),
        category && eq(support_tickets.category, category),
        assigned === 'me' ? eq(support_tickets.assigned_to, me) : undefined,
        assigned === 'nobody' ? isNull(support_tickets.assigned_to) : undefined,
        search === undefined ? undefined : holds(search),
        after ? sql`(${support_tickets.state_since}, ${support_tickets.id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(support_tickets.state_since), asc(support_tickets.id))
    .limit(limit + 1)
}

/** A ticket with all that staff see of it. */
export const handledConversation = (db: Database, id: string) => ({
  ticket: handled(db).where(eq(support_tickets.id, id)),
  messages: messagesOf(db, id, true),
  met: sessionOf(db, id),
})
type Answers = {
  [K in keyof ReturnType<typeof handledConversation>]: Awaited<ReturnType<typeof handledConversation>[K]>
}

export const ticketToHandle = (db: Database, id: string) =>
  db.select().from(support_tickets).where(eq(support_tickets.id, id))

export const assign = (db: Database, id: string, to: string | null) =>
  db.update(support_tickets).set({ assigned_to: to }).where(eq(support_tickets.id, id))

export const handledView = (row: HandledRow, me: string) => ({
  ...ticketFields(row),
  channel: row.account_id ? ('app' as const) : ('contact' as const),
  person: {
    name: row.owner_name ?? row.name ?? '',
    student_id: row.student_id,
    mentor_id: row.mentor_id,
    email: row.email,
    phone: row.phone,
  },
  assigned_to: row.assigned_to ? { name: row.assignee_name ?? '', is_me: row.assigned_to === me } : null,
})

const handledMessage = (row: MessageRow) => ({
  ...messageView(row),
  author_name: row.staff_name,
  is_note: row.is_note,
})

/** The answers of these three, at the end of a batch. */
export function handledLast(results: unknown[]): Answers {
  const [ticket, messages, met] = results.slice(-3)
  return { ticket, messages, met } as Answers
}

export const handledConversationView = ({ ticket: [row], messages, met }: Answers, me: string, now: Date) =>
  row && { ...handledView(row, me), booking: sessionView(met[0], now), messages: messages.map(handledMessage) }
