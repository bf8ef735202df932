import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { network, visit } from '../test/world'
import MailPreferencesPage from './MailPreferencesPage'

const page = { kind: 'review_visible', mail: { review_visible: true, message_digest: true } }
const open = (address = '/mail/preferences?token=a.review_visible.b') =>
  visit({ address, path: '/mail/preferences', component: MailPreferencesPage })

it('one button stops the mails of this kind', async () => {
  const calls = network({
    'GET /api/mail/preferences/': () => ({ body: page }),
    'PUT /api/mail/preferences/': () => ({ body: page }),
  })
  open()
  fireEvent.click(await screen.findByRole('button', { name: /No more mails of this kind/ }))
  await screen.findByText(/do not come any more/)
  const puts = () => calls.filter(({ route }) => route.startsWith('PUT')).map(({ body }) => body)
  await waitFor(() => expect(puts()).toEqual([{ token: 'a.review_visible.b', mail: { review_visible: false } }]))
})

it('a switch that could not be saved goes back and says why', async () => {
  network({
    'GET /api/mail/preferences/': () => ({ body: page }),
    'PUT /api/mail/preferences/': () => ({ status: 500, body: { code: 'unexpected', status: 500, request_id: 'r1' } }),
  })
  open()
  const digest = await screen.findByRole<HTMLInputElement>('switch', { name: /Unread messages/ })
  fireEvent.click(digest)
  await screen.findByRole('alert')
  expect(digest.checked).toBe(true)
})

it('a link that is none of ours says so', async () => {
  network({
    'GET /api/mail/preferences/': () => ({ status: 404, body: { code: 'not_found', status: 404, request_id: 'r1' } }),
  })
  open()
  await screen.findByText('This link does not work')
})
