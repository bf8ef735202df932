import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { drainOutbox, type Topics } from '../lib/outbox'
import { sendLetter } from '../notifications/letters'
import * as contacts from './contact.data'
import { grievanceTopics } from './grievances.topics'
import { STRANGER } from './stranger'
import { tellReceived } from './telling.data'

async function tellOpened(env: Environment, { id }: { id: string }): Promise<void> {
  const db = unmetered(env)
  const [ticket] = await read(db, contacts.ticketWith(db, id))
  if (!ticket?.account_id) return
  await write(db, tellReceived(db, ticket, now()))
  await drainOutbox(env)
}

async function mailReceipt(env: Environment, { id }: { id: string }): Promise<void> {
  const db = unmetered(env)
  const [ticket] = await read(db, contacts.ticketWith(db, id))
  if (!ticket?.email) return
  const to = { ...STRANGER, email: ticket.email }
  await sendLetter(env, { id, kind: 'contact_received', to, data: { reference: ticket.reference } })
}

async function mailReply(env: Environment, { message_id }: { message_id: string }): Promise<void> {
  const db = unmetered(env)
  const [reply] = await read(db, contacts.replyToMail(db, message_id))
  if (!reply?.email) return
  const to = { ...STRANGER, name: reply.name ?? STRANGER.name, email: reply.email }
  const data = { reference: reply.reference, staff_words: reply.words }
  await sendLetter(env, { id: message_id, kind: 'contact_reply', to, data })
}

export const supportTopics: Topics = {
  ticket_opened: tellOpened,
  contact_received: mailReceipt,
  contact_reply: mailReply,
  ...grievanceTopics,
}
