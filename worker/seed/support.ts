import type { grievances } from '../support/grievances.schema'
import type { support_messages, support_tickets } from '../support/support.schema'
import type { TicketCategory, TicketScore, TicketState } from '../contract/support.constants'
import { clocksFrom } from '../support/grievances.rules'
import { accountId, displayId } from './cast'
import { fixedId } from './fixed'
import type { Told } from './notices'
import type { Session } from './sessions'

const HOUR = 3_600_000

interface SeedTicket {
  who: string
  subject: string
  category: TicketCategory
  state: TicketState
  /** Whether it is about the last session of this person that took place. */
  is_about_session?: true
  rating?: { score: TicketScore; text: string }
  /** Hours ago; what staff wrote begins with them. */
  said: { hours: number; text: string; by?: 'staff'; note?: true }[]
  /** Hours ago, where it ended. */
  ended?: number
}

/** The oldest first, as they are numbered. */
const TICKETS: SeedTicket[] = [
  {
    who: 'asha',
    subject: 'The receipt has my old address',
    category: 'payment',
    state: 'resolved',
    rating: { score: 'good', text: 'Quick, and in words I understood.' },
    said: [
      { hours: 220, text: 'I moved to another hostel. The receipt of my last session still shows the old one.' },
      {
        hours: 214,
        by: 'staff',
        text: 'A receipt stays as it was issued. Change your address under Settings, and the next one has it.',
      },
    ],
    ended: 190,
  },
  {
    who: 'asha',
    subject: 'I could hear Mira, but she could not hear me',
    category: 'technical',
    state: 'waiting',
    is_about_session: true,
    said: [
      { hours: 50, text: 'For the first ten minutes I had no microphone. After a reload it worked.' },
      {
        hours: 47,
        by: 'staff',
        note: true,
        text: 'The room saw both of them the whole time. Looks like a permission.',
      },
      {
        hours: 46,
        by: 'staff',
        text: 'That sounds like a browser that had not asked for the microphone yet.\nWhich browser was it, and did it show a small crossed-out microphone beside the address?',
      },
    ],
  },
  {
    who: 'diego',
    subject: 'May I bring a friend to a session?',
    category: 'other',
    state: 'open',
    said: [{ hours: 5, text: 'We are building the portfolio together. Can we both sit in front of one camera?' }],
  },
]

const ago = (now: number, hours: number): Date => new Date(now - hours * HOUR)

function ticketRow(seed: SeedTicket, number: number, sessions: Session[], now: number) {
  const about = seed.is_about_session
    ? sessions.findLast(({ student, booking }) => student.key === seed.who && booking.state === 'completed')
    : undefined
  const [first, ...rest] = seed.said.map(({ hours }) => ago(now, hours))
  const since = seed.ended === undefined ? (rest.at(-1) ?? first) : ago(now, seed.ended)
  return {
    id: fixedId(`ticket:${number}`),
    reference: displayId('T', number),
    account_id: accountId(seed.who),
    subject: seed.subject,
    category: seed.category,
    booking_id: about?.booking.id ?? null,
    state: seed.state,
    state_since: since as Date,
    assigned_to: seed.said.some(({ by }) => by) ? accountId('admin') : null,
    created_at: first as Date,
    updated_at: rest.at(-1) ?? (first as Date),
    score: seed.rating?.score ?? null,
    score_text: seed.rating?.text ?? null,
    scored_at: seed.rating ? (since as Date) : null,
  } satisfies typeof support_tickets.$inferInsert
}

const messageRows = (seed: SeedTicket, ticket_id: string, now: number): (typeof support_messages.$inferInsert)[] =>
  seed.said.map(({ hours, by, note, text }, i) => {
    const id = fixedId(`ticket message:${ticket_id}:${String(i).padStart(2, '0')}`)
    return {
      // In the order in which they were said.
      id: `00${String(i).padStart(2, '0')}${id.slice(4)}`,
      ticket_id,
      client_id: id,
      author: by ?? 'person',
      staff_account_id: by ? accountId('admin') : null,
      is_note: note ?? false,
      text,
      sent_at: ago(now, hours),
    }
  })

/** Filed by a visitor with an invented name; its first clock still runs. */
function complaintAt(now: number): typeof grievances.$inferInsert {
  const filed_at = ago(now, 9)
  const clocks = clocksFrom(filed_at)
  return {
    id: fixedId('grievance:1'),
    reference: displayId('G', 1),
    name: 'Invented Visitor',
    email: 'invented.visitor@example.com',
    email_key: 'invented.visitor@example.com',
    subject: 'A photo of my workshop',
    text: 'A page here shows a photo of my workshop. I did not agree to that. Please take it away, or name me under it.',
    filed_at,
    ...clocks,
    due_at: clocks.acknowledge_by,
  }
}

/** What was asked of our staff, and what they answered. */
export function supportAt(sessions: Session[], now: number) {
  const rows = TICKETS.map((seed, i) => ({ seed, row: ticketRow(seed, i + 1, sessions, now) }))
  return {
    support_tickets: rows.map(({ row }) => row),
    support_messages: rows.flatMap(({ seed, row }) => messageRows(seed, row.id, now)),
    grievances: [complaintAt(now)],
    told: rows.flatMap(({ seed, row }) =>
      seed.said
        .filter(({ by, note }) => by && !note)
        .map(({ hours, text }): Told => ({
          person: row.account_id,
          kind: 'ticket_reply',
          cause: `ticket:${row.id}:${hours}`,
          data: { ticket_id: row.id, reference: row.reference, staff_words: text },
          at: ago(now, hours),
        })),
    ),
  }
}
