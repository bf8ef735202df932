import * as z from 'zod'
import { BOOKING_STATES } from './bookings.constants'
import { Attachment, ClientId } from './chat'
import { AmountMinor, Currency, Email, Id, Instant, line, Name, PageQuery, pageOf, Phone, text } from './common'
import { TICKET_CATEGORIES, TICKET_FILES_MOST, TICKET_LENGTH, TICKET_SCORES, TICKET_STATES } from './support.constants'

const Reference = z.string().meta({ description: 'T000001, to name the ticket by' })
const Attachments = z
  .array(Id)
  .max(TICKET_FILES_MOST)
  .optional()
  .meta({ description: 'Ids of files that were sent to /files/support/ before' })

export const NewTicket = z
  .strictObject({
    subject: line(1, TICKET_LENGTH.subject),
    message: text(1, TICKET_LENGTH.text),
    booking_id: Id.optional().meta({ description: 'A session of mine that it is about' }),
    category: z.enum(TICKET_CATEGORIES).optional(),
    attachments: Attachments,
  })
  .meta({ id: 'NewTicket' })
export const NewTicketMessage = z
  .strictObject({ client_id: ClientId, text: text(1, TICKET_LENGTH.text), attachments: Attachments })
  .meta({ id: 'NewTicketMessage' })
export const TicketRating = z
  .strictObject({ score: z.enum(TICKET_SCORES), text: text(0, TICKET_LENGTH.rating).optional() })
  .meta({ id: 'TicketRating' })
export const TicketPath = z.strictObject({ id: Id })

const ticket = {
  id: Id,
  reference: Reference,
  subject: z.string(),
  category: z.enum(TICKET_CATEGORIES),
  state: z.enum(TICKET_STATES),
  booking_id: Id.nullable(),
  created_at: Instant,
  updated_at: Instant.meta({ description: 'Of the last message' }),
  state_since: Instant,
  rating: z.object({ score: z.enum(TICKET_SCORES), text: z.string(), rated_at: Instant }).nullable(),
}
const may = {
  reopen_until: Instant.nullable().meta({ description: 'Null where it is not resolved, or no longer can come back' }),
  may_rate: z.boolean().meta({ description: 'Resolved, and not rated, or rated within the last seven days' }),
}
export const Ticket = z.object({ ...ticket, ...may }).meta({ id: 'Ticket' })
export const TicketPage = pageOf(Ticket).meta({ id: 'TicketPage' })

const said = {
  id: Id,
  client_id: z.string(),
  author: z.enum(['person', 'staff']),
  text: z.string(),
  sent_at: Instant,
  attachments: z.array(Attachment),
}
export const TicketMessage = z.object(said).meta({ id: 'TicketMessage' })

/** What a session is known by beside a ticket. */
export const TicketBooking = z
  .object({
    id: Id,
    state: z.enum(BOOKING_STATES),
    offer_title: z.string(),
    start_time: Instant,
    end_time: Instant,
    time_zone: z.string(),
    amount_minor: AmountMinor,
    currency: Currency,
    mentor: z.object({ id: z.string(), name: z.string() }),
    student: z.object({ id: z.string(), name: z.string() }),
  })
  .meta({ id: 'TicketBooking' })

const conversation = { booking: TicketBooking.nullable() }
export const TicketConversation = Ticket.extend({
  ...conversation,
  messages: z.array(TicketMessage).meta({ description: 'All of them, the oldest first' }),
}).meta({ id: 'TicketConversation' })

/** `website` is for machines that fill in everything: people do not see it, and what fills it is not kept. */
export const ContactForm = z
  .strictObject({
    name: Name,
    email: Email,
    phone: Phone.optional(),
    query: text(1, TICKET_LENGTH.text),
    website: z.string().max(500).optional(),
  })
  .meta({ id: 'ContactForm' })
export const ContactTaken = z.object({ message: z.string() }).meta({ id: 'ContactTaken' })

// What staff see and do.

export const TicketQuery = PageQuery.extend({
  state: z.enum(TICKET_STATES).optional().meta({ description: 'Where nothing is said: what waits for staff' }),
  category: z.enum(TICKET_CATEGORIES).optional(),
  assigned: z.enum(['me', 'nobody']).optional(),
  search: line(1, TICKET_LENGTH.search).optional().meta({ description: 'Words, a reference or a whole address' }),
})
const handled = {
  channel: z.enum(['app', 'contact']),
  person: z.object({
    name: z.string(),
    student_id: z.string().nullable(),
    mentor_id: z.string().nullable(),
    email: z.string().nullable().meta({ description: 'Of the contact form alone; an account is written to by itself' }),
    phone: z.string().nullable(),
  }),
  assigned_to: z.object({ name: z.string(), is_me: z.boolean() }).nullable(),
}
export const HandledTicket = z.object({ ...ticket, ...handled }).meta({ id: 'HandledTicket' })
export const HandledTicketPage = pageOf(HandledTicket).meta({ id: 'HandledTicketPage' })
export const HandledTicketConversation = HandledTicket.extend({
  ...conversation,
  messages: z.array(
    z
      .object({ ...said, author_name: z.string().nullable(), is_note: z.boolean() })
      .meta({ id: 'HandledTicketMessage' }),
  ),
}).meta({ id: 'HandledTicketConversation' })
export const StaffReply = z
  .strictObject({
    text: text(1, TICKET_LENGTH.text),
    client_id: ClientId.optional().meta({ description: 'The same one twice is one reply' }),
  })
  .meta({ id: 'StaffReply' })
export const StaffNote = z.strictObject({ text: text(1, TICKET_LENGTH.text) }).meta({ id: 'StaffNote' })
export const TicketStateChange = z.strictObject({ state: z.enum(TICKET_STATES) }).meta({ id: 'TicketStateChange' })
