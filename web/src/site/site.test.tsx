import { fireEvent, screen, within } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { REFUND_POLICIES } from '../../../worker/contract/availability.constants'
import { network, visit } from '../test/world'
import CancellationPage from './CancellationPage'
import { Footer } from './Footer'
import PricingPage from './PricingPage'
import StatusPage from './StatusPage'

const open = (path: string, component: () => unknown) =>
  visit({ address: path, path, component: component as typeof PricingPage, as: null })
const up = { 'GET /api/health/': () => ({ body: { ok: true } }) }
const site = (body: object) => ({ 'GET /api/site-status/': () => ({ body: { message: null, until: null, ...body } }) })

it('a price shows both of its parts, to the smallest unit', async () => {
  network({ 'GET /api/currencies/': () => ({ body: { items: ['INR'], next_cursor: null } }) })
  open('/pricing', PricingPage)
  const price = await screen.findByLabelText('Price of a session')
  fireEvent.input(price, { target: { value: '999.95' } })
  expect(screen.getByText('₹899.95')).toBeTruthy()
  expect(screen.getByText('₹100')).toBeTruthy()
  fireEvent.input(price, { target: { value: 'a lot' } })
  expect(price.getAttribute('aria-invalid')).toBe('true')
  expect((price as HTMLInputElement).value).toBe('a lot')
})

it('the policies and an example of each stand on one page', () => {
  open('/cancellation', CancellationPage)
  const rows = screen.getAllByRole('row')
  expect(rows).toHaveLength(1 + REFUND_POLICIES.length)
  expect(rows[3]!.textContent).toBe('Strictuntil 7 days beforeuntil 48 hours beforeafter that')
  expect(screen.getAllByText('₹750')).toHaveLength(REFUND_POLICIES.length)
})

it('the status is what the server says now', async () => {
  network({ ...up, ...site({ maintenance_mode: false }) })
  open('/status', StatusPage)
  expect(await screen.findByText('AspireX is up')).toBeTruthy()
  expect(screen.getByText('This page knows the present only. It keeps no history and claims no uptime.')).toBeTruthy()
})

it('maintenance is told with its reason and its end', async () => {
  const until = new Date(Date.now() + 3_600_000).toISOString()
  network({ ...up, ...site({ maintenance_mode: true, message: 'New disks', until }) })
  open('/status', StatusPage)
  expect(await screen.findByText('New disks')).toBeTruthy()
  expect(screen.getByText(/^Expected until/)).toBeTruthy()
  expect(screen.queryByText('AspireX is up')).toBeNull()
})

it('no answer is told as no answer', async () => {
  network({ 'GET /api/health/': () => ({ status: 500, body: { code: 'unexpected', status: 500 } }) })
  open('/status', StatusPage)
  expect(await screen.findByText('AspireX does not answer')).toBeTruthy()
  expect(screen.getByText('no answer')).toBeTruthy()
})

it('the newsletter is asked for and says what comes next', async () => {
  const calls = network({ 'POST /api/newsletter/': () => ({ status: 202, body: { message: 'Sent' } }) })
  open('/about', Footer)
  fireEvent.input(screen.getByLabelText('Your e-mail'), { target: { value: 'asha@example.com' } })
  fireEvent.click(screen.getByRole('button', { name: 'Subscribe' }))
  expect(await screen.findByText(/^Check your mail/)).toBeTruthy()
  expect(calls).toMatchObject([{ route: 'POST /api/newsletter/', body: { email: 'asha@example.com' } }])
})

it('an address that is refused stays in its field, with the reason beneath', async () => {
  const errors = { email: ['Not an e-mail address'] }
  network({ 'POST /api/newsletter/': () => ({ status: 422, body: { code: 'invalid_input', status: 422, errors } }) })
  open('/about', Footer)
  const field = screen.getByLabelText<HTMLInputElement>('Your e-mail')
  fireEvent.input(field, { target: { value: 'asha@example' } })
  fireEvent.click(screen.getByRole('button', { name: 'Subscribe' }))
  expect((await screen.findByRole('alert')).textContent).toBe('Not an e-mail address')
  expect(field.value).toBe('asha@example')
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

it('the foot has a choice of language where there is more than one', () => {
  open('/about', Footer)
  const languages = within(screen.getByLabelText('Language')).getAllByRole('option')
  expect(languages.length).toBeGreaterThan(1)
})
