import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { beforeEach, expect, it } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import ContactPage from './ContactPage'
import NewTicketPage from './NewTicketPage'
import type { Talk } from './support.queries'
import TicketPage from './TicketPage'

const at = '2026-11-20T10:00:00Z'
const ticket: Talk = {
  id: 'ticket-1',
  reference: 'T000007',
  subject: 'Charged twice?',
  category: 'payment',
  state: 'waiting',
  booking_id: null,
  created_at: at,
  updated_at: at,
  state_since: at,
  rating: null,
  reopen_until: null,
  may_rate: false,
  booking: null,
  messages: [
    { id: 'one', client_id: 'one', author: 'person', text: 'I see two lines.', sent_at: at, attachments: [] },
    { id: 'two', client_id: 'two', author: 'staff', text: '<b>Which</b> day?', sent_at: at, attachments: [] },
  ],
}
const refusal = { status: 503, body: { code: 'unexpected', status: 503, errors: {} } }

let calls: Call[]
let state: Talk
let failing: boolean
const sent = (route: string) => calls.filter((call) => call.route === route).map(({ body }) => body as any)

beforeEach(() => {
  sessionStorage.clear()
  state = ticket
  failing = false
  calls = network({
    'POST /api/chat/customer-service/': () => (failing ? refusal : { status: 201, body: ticket }),
    'POST /api/chat/contact/': () => ({ status: 201, body: { message: 'Thank you' } }),
    'GET /api/support/tickets/ticket-1/': () => ({ body: state }),
    'POST /api/support/tickets/ticket-1/messages/': () =>
      failing ? refusal : { status: 201, body: state.messages[0] },
    'POST /api/support/tickets/ticket-1/resolve/': () => {
      state = { ...ticket, state: 'resolved', may_rate: true, reopen_until: at }
      return { body: state }
    },
    'POST /api/support/tickets/ticket-1/rating/': () => ({ body: state }),
  })
})

const typeInto = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const valueOf = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value
const open = () => visit({ address: '/support/ticket-1', path: '/support/:id', component: TicketPage, as: asha })
const ask = () => visit({ address: '/support/new', path: '/support/new', component: NewTicketPage, as: asha })

it('keeps what was typed for support when sending fails, and over a reload', async () => {
  failing = true
  ask()
  await screen.findByLabelText('Subject')
  typeInto('Subject', 'Charged twice?')
  typeInto('What happened', 'I see two lines.')
  fireEvent.change(screen.getByLabelText('What is it about?'), { target: { value: 'payment' } })
  fireEvent.submit(screen.getByLabelText('Subject').closest('form')!)
  await screen.findByRole('alert')
  expect(valueOf('What happened')).toBe('I see two lines.')
  expect(sent('POST /api/chat/customer-service/')).toEqual([
    { subject: 'Charged twice?', message: 'I see two lines.', category: 'payment', attachments: [] },
  ])
  ask()
  await screen.findByLabelText('Subject')
  expect(valueOf('Subject')).toBe('Charged twice?')
})

it('sends a reply that failed as the same message, and another one once its words are others', async () => {
  failing = true
  open()
  await screen.findByText('<b>Which</b> day?')
  typeInto('Your reply', 'Tuesday')
  const form = screen.getByLabelText('Your reply').closest('form')!
  fireEvent.submit(form)
  await screen.findByRole('alert')
  fireEvent.submit(form)
  await waitFor(() => expect(sent('POST /api/support/tickets/ticket-1/messages/')).toHaveLength(2))
  await screen.findByRole('alert')
  failing = false
  typeInto('Your reply', 'Wednesday')
  fireEvent.submit(form)
  await waitFor(() => expect(valueOf('Your reply')).toBe(''))
  const [first, again, other] = sent('POST /api/support/tickets/ticket-1/messages/')
  expect(again.client_id).toBe(first.client_id)
  expect(other.client_id).not.toBe(first.client_id)
})

it('asks whether it helped once it is settled', async () => {
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'It is settled' }))
  fireEvent.click(await screen.findByLabelText('No'))
  typeInto('What should we do better? (optional)', 'Answer sooner.')
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await screen.findByText('Thank you. You can change this for a week.')
  expect(sent('POST /api/support/tickets/ticket-1/rating/')).toEqual([{ score: 'bad', text: 'Answer sooner.' }])
})

it('sends the contact form with a field for machines left empty', async () => {
  visit({ address: '/contact', path: '/contact', component: ContactPage })
  await screen.findByLabelText('Your question')
  typeInto('Your name', 'Noor Haddad')
  typeInto('E-mail', 'noor@example.com')
  typeInto('Your question', 'Do you teach Arabic calligraphy?')
  fireEvent.submit(screen.getByLabelText('Your question').closest('form')!)
  await screen.findByText(/Your words have arrived/)
  expect(sent('POST /api/chat/contact/')).toEqual([
    { name: 'Noor Haddad', email: 'noor@example.com', query: 'Do you teach Arabic calligraphy?', website: '' },
  ])
})
