import type { Kind } from './kind'
import { paragraphsIn } from './wording'

interface TicketData {
  ticket_id: string
  reference: string
}
export interface SupportKinds {
  ticket_received: TicketData
  ticket_reply: TicketData & { staff_words: string }
  ticket_resolved: TicketData & { by_silence: boolean }
}

const ticket = ({ ticket_id }: TicketData): string => `/support/${ticket_id}`

export const SUPPORT_KINDS: { [K in keyof SupportKinds]: Kind<SupportKinds[K]> } = {
  ticket_received: {
    type: 'success',
    text: ({ reference }) => `We have your request ${reference}. A person will answer you here and by mail.`,
    link: ticket,
    // Whoever opened an account with a stranger's address must not be able to write to them through us.
    mail: (data) => ({
      subject: `We have your request ${data.reference}`,
      paragraphs: ['Thank you for writing to us. A person will read it and answer you in AspireX and by mail.'],
      action: { label: 'See your request', path: ticket(data) },
    }),
  },
  ticket_reply: {
    type: 'info',
    important: true,
    text: ({ reference }) => `Our staff answered your request ${reference}.`,
    link: ticket,
    mail: (data) => ({
      subject: `An answer to your request ${data.reference}`,
      paragraphs: paragraphsIn(data.staff_words),
      action: { label: 'Read and answer', path: ticket(data) },
    }),
  },
  ticket_resolved: {
    type: 'info',
    text: ({ reference, by_silence }) =>
      by_silence
        ? `We had no answer for 14 days, so your request ${reference} is closed. How did we do?`
        : `Your request ${reference} is resolved. How did we do?`,
    link: ticket,
    mail: (data) => ({
      subject: `Your request ${data.reference} is resolved`,
      paragraphs: [
        data.by_silence
          ? 'We had no answer from you for 14 days, so we closed it.'
          : 'Our staff marked your request as resolved.',
        'If it is not settled, answer within 30 days and it is open again. And please tell us how we did.',
      ],
      action: { label: 'Say how we did', path: ticket(data) },
    }),
  },
}
