import { screen, within } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { network, visit } from '../test/world'
import PaymentsPage from './PaymentsPage'
import type { Invoice, Receipt } from './payments.queries'

const receipt: Receipt = {
  order_id: 'order-1',
  booking_id: 'booking-1',
  state: 'refunded',
  amount_minor: 130_000,
  currency: 'INR',
  created_at: '2026-11-20T08:00:00.000Z',
  offer_title: 'Portfolio review',
  minutes: 45,
  start_time: '2026-11-28T12:30:00.000Z',
  mentor_name: 'Tomás Ferreira',
  payments: [
    {
      reference: 'pay_declined',
      state: 'failed',
      amount_minor: 130_000,
      currency: 'INR',
      method: 'upi',
      failure: 'Payment was declined by the bank',
      at: '2026-11-20T08:01:00.000Z',
    },
    {
      reference: 'pay_1',
      state: 'captured',
      amount_minor: 130_000,
      currency: 'INR',
      method: 'card',
      failure: null,
      at: '2026-11-20T08:02:00.000Z',
    },
  ],
  refunds: [
    {
      id: 'refund-1',
      amount_minor: 130_000,
      currency: 'INR',
      reason: 'cancelled_by_mentor',
      state: 'processed',
      method: 'card',
      reference: 'rfnd_1',
      requested_at: '2026-11-20T09:00:00.000Z',
      sent_at: '2026-11-20T09:01:00.000Z',
      expected_from: '2026-11-27',
      expected_by: '2026-12-04',
    },
  ],
  invoices: [{ id: 'i1', number: 'M000001/26/00001', document: 'invoice', pdf_url: '/api/invoices/i1/pdf/' }],
}

const credit: Invoice = {
  id: 'i2',
  number: 'C000001/26/00001',
  document: 'credit_note',
  subject: 'session',
  role: 'buyer',
  seller_name: 'Tomás Ferreira',
  buyer_name: 'Asha Pillai',
  title: 'Portfolio review',
  total_minor: 130_000,
  tax_minor: 0,
  currency: 'INR',
  issued_at: '2026-11-20T09:00:00.000Z',
  booking_id: 'booking-1',
  corrects: 'M000001/26/00001',
  pdf_url: '/api/invoices/i2/pdf/',
}

const open = (items: unknown[], address = '/payments') => {
  const page = { body: { items, next_cursor: null } }
  network({ 'GET /api/payments/': () => page, 'GET /api/invoices/': () => page })
  visit({ address, path: '/payments', component: PaymentsPage })
}

it('a receipt says what was paid, how, under which reference, what came back and until when', async () => {
  open([receipt])
  const card = await screen.findByRole('article', { name: /Portfolio review/ })
  const has = (words: RegExp | string) => expect(within(card).getAllByText(words).length).toBeGreaterThan(0)
  has('₹1,300.00')
  has('pay_1')
  has('card')
  has(/declined by the bank\. Nothing was charged/)
  has('rfnd_1')
  has(/between .*(27 Nov|Nov 27) and .*(4 Dec|Dec 4)/)
  expect(within(card).getByRole('link', { name: 'Invoice M000001/26/00001' }).getAttribute('href')).toBe(
    '/api/invoices/i1/pdf/',
  )
})

it('who paid nothing yet is told what will be here', async () => {
  open([])
  expect(await screen.findByRole('heading', { name: 'Nothing paid yet' })).toBeTruthy()
})

it('a credit note names the invoice that it takes back, and its amount is less than nothing', async () => {
  open([credit], '/payments?tab=invoices')
  expect(await screen.findByText('Credit note C000001/26/00001')).toBeTruthy()
  expect(screen.getByText(/takes back M000001\/26\/00001/)).toBeTruthy()
  expect(screen.getByText('−₹1,300.00')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Download the PDF of C000001/26/00001' })).toBeTruthy()
})
