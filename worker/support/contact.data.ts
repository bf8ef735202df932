import { eq, sql } from 'drizzle-orm'
import { emailKey } from '../accounts/emails.rules'
import type { Database, Statement } from '../lib/database'
import { countTry, isWithin } from '../lib/limits'
import { post } from '../lib/outbox'
import { subjectOf } from './support.rules'
import { support_messages, support_tickets } from './support.schema'
import { openTicket, sayFirst } from './writing.data'

interface Contact {
  id: string
  message_id: string
  name: string
  email: string
  phone?: string | undefined
  query: string
  now: Date
}

/** A stranger's address hears of it once a day at most, whoever types it. */
const oneLetter = (email_key: string) => ({ subject: `contact-letter:${email_key}`, most: 1, seconds: 86_400 })

/** A ticket without an account, for staff to answer by mail. */
export function takeContact(db: Database, { id, message_id, name, email, phone, query, now }: Contact): Statement[] {
  const email_key = emailKey(email)
  const person = { name, email, email_key, phone: phone ?? null }
  const limit = oneLetter(email_key)
  return [
    ...openTicket(db, { id, ...person, subject: subjectOf(query), category: 'other', created_at: now }),
    ...sayFirst(db, { id: message_id, ticket_id: id, text: query, sent_at: now }),
    countTry(db, limit, now),
    post(db, { topic: 'contact_received', payload: { id } }, now, isWithin(limit, now)),
  ]
}

export const ticketWith = (db: Database, id: string) =>
  db.select().from(support_tickets).where(eq(support_tickets.id, id))

/** What staff answered, with the one to write to. */
export const replyToMail = (db: Database, message_id: string) =>
  db
    .select({
      reference: support_tickets.reference,
      name: support_tickets.name,
      email: support_tickets.email,
      words: sql<string>`${support_messages.text}`.as('words'),
    })
    .from(support_messages)
    .innerJoin(support_tickets, eq(support_tickets.id, support_messages.ticket_id))
    .where(eq(support_messages.id, message_id))
