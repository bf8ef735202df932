export const TICKET_CATEGORIES = [
  'booking',
  'payment',
  'account',
  'mentor',
  'event',
  'technical',
  'safety',
  'other',
] as const
export type TicketCategory = (typeof TICKET_CATEGORIES)[number]

/** `waiting`: for the person's answer. */
export const TICKET_STATES = ['open', 'waiting', 'resolved', 'reopened'] as const
export type TicketState = (typeof TICKET_STATES)[number]

export const TICKET_SCORES = ['good', 'bad'] as const
export type TicketScore = (typeof TICKET_SCORES)[number]

export const TICKET_LENGTH = { subject: 120, text: 4000, rating: 1000, search: 100 } as const
/** Files of one message. */
export const TICKET_FILES_MOST = 5
/** Of both sides and of internal notes together. */
export const TICKET_MESSAGES_MOST = 200

/** How long a resolved ticket can come back. */
export const REOPEN_DAYS = 30
/** How long a rating can be changed. */
export const RATING_DAYS = 7
/** After this much silence a ticket that waits for its person is resolved. */
export const SILENCE_DAYS = 14
