import { fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { now } from '../lib/clock'
import { network, visit, type Call } from '../test/world'
import { toast, Toasts } from '../ui/Toast'
import { folded } from './folding'
import { LEVELS } from './levels'
import NotificationsPage from './NotificationsPage'
import type { Notification } from './notifications.queries'

const one = (id: string, change: Partial<Notification> = {}): Notification => ({
  id,
  formal_id: 'N000001',
  kind: 'message_received',
  notification_type: 'info',
  message: `Mira: ${id}`,
  link: '/messages/c1',
  important: true,
  group: 'conversation:c1',
  is_read: false,
  created_at: new Date(now()).toISOString(),
  ...change,
})
const refused = one('refused', {
  kind: 'withdrawal_failed',
  notification_type: 'warning',
  message: 'Your bank did not take ₹500.00.',
  link: '/earnings',
  group: null,
})
const page = (items: Notification[]) => ({ body: { items, next_cursor: null, unread: items.length } })
const open = (address = '/notifications') => visit({ address, path: '/notifications', component: NotificationsPage })
const reads = (calls: Call[]) => calls.filter(({ route }) => route.startsWith('POST')).map(({ body }) => body)

it('folds what is about one thing, and never a warning into something lighter', () => {
  const items = [one('new'), refused, one('warned', { notification_type: 'warning' }), one('old')]
  expect(folded(items).map(({ first, others }) => [first.id, others.map(({ id }) => id)])).toEqual([
    ['new', ['old']],
    ['refused', []],
    ['warned', []],
  ])
})

it('several messages of a conversation are one row, which opens, leads there and is read as a whole', async () => {
  const calls = network({
    'GET /api/notifications/': () => page([one('new'), refused, one('old')]),
    'POST /api/notifications/read/': () => ({ body: { unread: 1 } }),
  })
  open()
  const newest = await screen.findByRole('link', { name: 'Mira: new' })
  expect(newest.getAttribute('href')).toBe('/messages/c1')
  expect(screen.queryByText('Mira: old')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '1 more about this' }))
  await screen.findByRole('link', { name: 'Mira: old' })
  fireEvent.click(screen.getByRole('button', { name: 'Mark these as read' }))
  await waitFor(() => expect(reads(calls)).toEqual([{ ids: ['new', 'old'] }]))
  expect(screen.getAllByText('New')).toHaveLength(1)
})

it('a level is said in a word beside its icon', async () => {
  network({ 'GET /api/notifications/': () => page([refused]) })
  open()
  const row = (await screen.findByRole('link', { name: /did not take/ })).closest('li')!
  within(row).getByText(/Please note/)
  expect(row.querySelector('.note-row__i svg')).not.toBeNull()
})

it('all at once are read, and unread again where the server did not hear of it', async () => {
  network({
    'GET /api/notifications/': () => page([refused]),
    'POST /api/notifications/read/': () => ({
      status: 500,
      body: { code: 'unexpected', status: 500, request_id: 'r1' },
    }),
  })
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }))
  await screen.findByRole('alert')
  screen.getByText('New')
})

it('all can be read also where what is unread lies on a page that is not loaded, and then no longer', async () => {
  const calls = network({
    'GET /api/notifications/': () => ({
      body: { items: [one('known', { is_read: true })], next_cursor: 'more', unread: 3 },
    }),
    'POST /api/notifications/read/': () => ({ body: { unread: 0 } }),
  })
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }))
  await waitFor(() => expect(reads(calls)).toEqual([{}]))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull())
})

it('one is read by its own button, and stays read beside the others', async () => {
  const calls = network({
    'GET /api/notifications/': () => page([refused, one('other')]),
    'POST /api/notifications/read/': () => ({ body: { unread: 1 } }),
  })
  open()
  const row = (await screen.findByRole('link', { name: /did not take/ })).closest('li')!
  fireEvent.click(within(row).getByRole('button', { name: 'Mark as read' }))
  await waitFor(() => expect(within(row).queryByText('New')).toBeNull())
  await waitFor(() => expect(reads(calls)).toEqual([{ ids: ['refused'] }]))
  screen.getByText('New')
})

it('a toast says its level in a word, what happened, and leads there', async () => {
  const opened: string[] = []
  render(() => <Toasts />)
  toast(refused.message, { label: 'Open', run: () => opened.push(refused.link) }, LEVELS.warning)
  const open = await screen.findByRole('button', { name: 'Open' })
  expect(open.closest('li')!.textContent).toContain('Please noteYour bank did not take')
  fireEvent.click(open)
  expect(opened).toEqual(['/earnings'])
})

it('only what is unread is asked for by its own address, and nothing left is said so', async () => {
  network({ 'GET /api/notifications/': () => page([refused]) })
  const { history } = open()
  await screen.findByRole('link', { name: /did not take/ })
  network({ 'GET /api/notifications/': () => page([]) })
  fireEvent.click(screen.getByRole('button', { name: 'Unread' }))
  await screen.findByText('Everything is read')
  expect(history.get()).toBe('/notifications?show=unread')
})
