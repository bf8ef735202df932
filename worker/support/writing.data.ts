import { and, eq, sql, type SQL } from 'drizzle-orm'
import { TICKET_MESSAGES_MOST, type TicketScore } from '../contract/support.constants'
import { files } from '../files/files.schema'
import { among, type Database, type Statement } from '../lib/database'
import { changeableSince, type Move } from './support.rules'
import { support_files, support_tickets, type NewTicket } from './support.schema'

/** The counter moves in the batch that uses it. */
export const openTicket = (db: Database, ticket: NewTicket): Statement[] => [
  db.run(sql`update counters set value = value + 1 where name = 'ticket'`),
  db.insert(support_tickets).values({
    ...ticket,
    reference: sql`(select printf('T%06d', value) from counters where name = 'ticket')`,
    state: 'open',
    state_since: ticket.created_at,
    updated_at: ticket.created_at,
  }),
]

interface NewMessage {
  id: string
  ticket_id: string
  client_id: string
  author: 'person' | 'staff'
  staff_account_id: string | null
  is_note: boolean
  text: string
  sent_at: Date
}

/** Written where the ticket is in a state for it and has room, and once for each client_id. */
const say = (db: Database, message: NewMessage, when: SQL): Statement => {
  const { id, ticket_id, client_id, author, staff_account_id, is_note, text, sent_at } = message
  return db.run(sql`insert into support_messages (id, ticket_id, client_id, author, staff_account_id, is_note, text, sent_at)
    select ${id}, id, ${client_id}, ${author}, ${staff_account_id}, ${is_note ? 1 : 0}, ${text}, ${sent_at.getTime()}
    from support_tickets where id = ${ticket_id} and ${when}
      and (select count(*) from support_messages where ticket_id = ${ticket_id}) < ${TICKET_MESSAGES_MOST}
    on conflict (ticket_id, client_id) do nothing`)
}

/** That the message of this batch was written. */
export const isSaid = (id: string): SQL => sql`exists (select 1 from support_messages where id = ${id})`

const attach = (db: Database, message_id: string, file_ids: string[]): Statement[] =>
  file_ids.length === 0
    ? []
    : [
        db.run(sql`insert into ${support_files} (message_id, file_id)
          select distinct ${message_id}, value from json_each(${JSON.stringify(file_ids)}) where ${isSaid(message_id)}`),
      ]

/** Which of these are mine and were brought for a ticket. */
export const filesToAttach = (db: Database, me: SQL | string, ids: string[] = []) =>
  db
    .select({ id: files.id })
    .from(files)
    .where(
      and(among(files.id, ids), eq(files.owner_account_id, me), eq(files.kind, 'support'), sql`removed_at is null`),
    )

type Words = Pick<NewMessage, 'id' | 'ticket_id' | 'text' | 'sent_at'>

/** What a ticket was opened with; its client_id is its own. */
export const sayFirst = (db: Database, words: Words, file_ids: string[] = []): Statement[] =>
  sayAsPerson(db, { ...words, client_id: words.id, attachments: file_ids }, sql`true`)

type OfPerson = Words & { client_id: string; attachments?: string[] | undefined }
export const sayAsPerson = (db: Database, { attachments = [], ...words }: OfPerson, when: SQL): Statement[] => [
  say(db, { ...words, author: 'person', staff_account_id: null, is_note: false }, when),
  ...attach(db, words.id, attachments),
  ...touch(db, words),
]

export const sayAsStaff = (db: Database, words: Omit<NewMessage, 'author'>, when: SQL = sql`true`): Statement[] => [
  say(db, { ...words, author: 'staff' }, when),
  ...(words.is_note ? [] : touch(db, words)),
]

const touch = (db: Database, { id, ticket_id, sent_at }: Words): Statement[] => [
  db
    .update(support_tickets)
    .set({ updated_at: sent_at })
    .where(and(eq(support_tickets.id, ticket_id), isSaid(id))),
]

/** Compare and set: from the states that a move begins in, and where `when` holds as well. */
export const may = (move: Move, when: SQL = sql`true`): SQL =>
  sql`(state in (select value from json_each(${JSON.stringify(Object.keys(move))})) and ${when})`

/** Nothing that was resolved too long ago comes back. */
export const isStillOurs = (since: Date): SQL => sql`(state <> 'resolved' or state_since > ${since.getTime()})`

/** A ticket that goes on waiting does so from the latest word on. */
export function moveTicket(db: Database, id: string, move: Move, now: Date, when?: SQL) {
  const arms = Object.entries(move).map(([from, to]) => sql`when ${from} then ${to}`)
  const next = sql`case state ${sql.join(arms, sql` `)} end`
  return db
    .update(support_tickets)
    .set({
      state: sql`${next}`,
      state_since: sql`iif(state = ${next} and state <> 'waiting', state_since, ${now.getTime()})`,
    })
    .where(and(eq(support_tickets.id, id), may(move, when)))
    .returning({ id: support_tickets.id })
}

interface Rating {
  id: string
  score: TicketScore
  text: string
}
/** The first since it was resolved begins the days in which it can be changed. */
export const rateTicket = (db: Database, { id, score, text }: Rating, now: Date) =>
  db
    .update(support_tickets)
    .set({
      score,
      score_text: text,
      scored_at: sql`iif(scored_at is null or scored_at < state_since, ${now.getTime()}, scored_at)`,
    })
    .where(
      and(
        eq(support_tickets.id, id),
        sql`state = 'resolved' and (scored_at is null or scored_at < state_since
          or scored_at > ${changeableSince(now).getTime()})`,
      ),
    )
    .returning({ id: support_tickets.id })

/** Waiting for its person since then: a word of either side in between begins it anew. */
export const isSilent = (since: Date): SQL => sql`(state = 'waiting' and state_since <= ${since.getTime()})`

export const silentTickets = (db: Database, since: Date, most: number) =>
  db.select().from(support_tickets).where(isSilent(since)).limit(most)
