import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { notify } from '../notifications/notifications.data'
import type { TicketRow } from './tickets.data'
import { isSaid } from './writing.data'

type Told = Pick<TicketRow, 'id' | 'reference' | 'account_id'>

export const tellReceived = (db: Database, { id, reference, account_id }: Told, now: Date): Statement[] =>
  account_id === null
    ? []
    : notify(
        db,
        { person: account_id, kind: 'ticket_received', cause: `ticket:${id}`, data: { ticket_id: id, reference } },
        now,
      )

/** Who has an account hears of it in the product and by mail; a visitor by a letter. */
export function tellAnswered(
  db: Database,
  { id: ticket_id, reference, account_id }: Told,
  { id, text, sent_at }: { id: string; text: string; sent_at: Date },
): Statement[] {
  if (account_id === null)
    return [post(db, { topic: 'contact_reply', payload: { message_id: id } }, sent_at, isSaid(id))]
  const told = { ticket_id, reference, staff_words: text }
  const notice = { person: account_id, kind: 'ticket_reply' as const, cause: `ticket_message:${id}`, data: told }
  return notify(db, notice, sent_at, isSaid(id))
}

/** That the ticket came to its end in this batch. */
const isResolvedAt = (id: string, now: Date): SQL =>
  sql`exists (select 1 from support_tickets where id = ${id} and state = 'resolved' and state_since = ${now.getTime()})`

/** A visitor was answered by mail, and hears no more. */
export function tellResolved(
  db: Database,
  { id: ticket_id, reference, account_id }: Told,
  now: Date,
  by_silence: boolean,
): Statement[] {
  if (account_id === null) return []
  const cause = `ticket:${ticket_id}:resolved:${now.getTime()}`
  const data = { ticket_id, reference, by_silence }
  return notify(db, { person: account_id, kind: 'ticket_resolved', cause, data }, now, isResolvedAt(ticket_id, now))
}
