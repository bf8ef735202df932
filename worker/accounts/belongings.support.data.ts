import { sql, type SQL } from 'drizzle-orm'
import { newsletter_links, newsletter_subscribers } from '../newsletter/newsletter.schema'
import { grievances } from '../support/grievances.schema'
import { support_files, support_messages, support_tickets } from '../support/support.schema'
import { belonging, type Belonging, type Person } from './belongings'

/** What was sent from an address without signing in is a person's once they have proven it: until then a stranger's. */
const provenAddress = ({ id, email_key }: Person): SQL =>
  sql`(email_key = ${email_key}
    and exists (select 1 from accounts where accounts.id = ${id} and email_verified_at is not null))`
const ownOrSent = (person: Person): SQL => sql`(account_id = ${person.id} or ${provenAddress(person)})`

const inTickets = (person: Person): SQL => sql`ticket_id in (select id from support_tickets where ${ownOrSent(person)})`
const inMessages = (person: Person): SQL =>
  sql`message_id in (select id from support_messages where ${inTickets(person)})`

/** What was said leaves; that it was asked, and how soon it was answered, stays. */
export const SUPPORT_BELONGINGS: Belonging[] = [
  belonging(support_files, { mine: inMessages, traces: inMessages, taken: { but: [] }, left: 'nothing' }),
  belonging(support_messages, {
    mine: (person) => sql`(${inTickets(person)} and not is_note)`,
    // What staff noted among themselves is about the person as well.
    traces: inTickets,
    taken: { but: ['staff_account_id', 'is_note'] },
    left: 'nothing',
  }),
  belonging(support_tickets, {
    mine: ownOrSent,
    taken: { but: ['assigned_to', 'email_key'] },
    left: {
      keeps: [
        'id',
        'reference',
        'account_id',
        'category',
        'booking_id',
        'assigned_to',
        'created_at',
        'updated_at',
        'score',
      ],
      sets: (at) => ({
        subject: '',
        state: 'resolved' as const,
        state_since: sql`iif(state = 'resolved', state_since, ${at.getTime()})`,
      }),
    },
  }),
  belonging(grievances, {
    mine: ownOrSent,
    taken: { but: ['email_key', 'acknowledged_by', 'resolved_by'] },
    left: {
      keeps: [
        'id',
        'reference',
        'account_id',
        'filed_at',
        'acknowledge_by',
        'acknowledged_at',
        'acknowledged_by',
        'resolve_by',
        'resolved_at',
        'resolved_by',
      ],
      sets: () => ({ name: '', email: '', email_key: '', subject: '', text: '' }),
    },
  }),
  belonging(newsletter_links, {
    mine: (person) =>
      sql`address_hash in (select address_hash from newsletter_subscribers where ${provenAddress(person)})`,
    taken: { nothing: 'Hashes of secrets, worth nothing to read' },
    left: 'nothing',
  }),
  belonging(newsletter_subscribers, {
    mine: provenAddress,
    taken: { but: ['address_hash', 'email_key'] },
    left: 'nothing',
  }),
]
