import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { expect, it } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import type { Me } from '../lib/me'
import AccountSection from './AccountSection'
import { EmailSection } from './EmailSection'
import NotificationsSection from './NotificationsSection'
import PrivacySection from './PrivacySection'

const chosen = {
  theme: 'system',
  density: 'comfortable',
  locale: null,
  currency: 'INR',
  presence_hidden: false,
  public_page: false,
  searchable: true,
  quiet_hours: null,
  mail: {
    mentor_approved: true,
    mentor_refused: true,
    application_submitted: true,
    export_ready: true,
    review_visible: true,
  },
  in_app: { export_ready: true, message_received: true },
  mail_suspended: false,
}
const open = (component: Component, as: Me = asha) =>
  visit({ address: '/settings/it', path: '/settings/it', component, as })
const turn = async (name: string | RegExp) => {
  const found = await screen.findByRole<HTMLInputElement>('switch', { name })
  fireEvent.click(found)
  return found
}
const put = (calls: Call[]) => calls.filter(({ route }) => route.startsWith('PUT')).map(({ body }) => body)
const unreachable = { status: 500, body: { code: 'unexpected', status: 500, request_id: 'r1' } }

it('a switch counts at once and names only what was turned', async () => {
  const calls = network({
    'GET /api/account/preferences/': () => ({ body: chosen }),
    'PUT /api/account/preferences/': () => ({ body: { ...chosen, mail: { ...chosen.mail, export_ready: false } } }),
  })
  open(NotificationsSection)
  const mail = await turn('Your data is ready By mail')
  await waitFor(() => expect(mail.checked).toBe(false))
  await waitFor(() => expect(put(calls)).toEqual([{ mail: { export_ready: false } }]))
})

it('of one kind each way has its own switch, and what always comes says why instead', async () => {
  const calls = network({
    'GET /api/account/preferences/': () => ({ body: chosen }),
    'PUT /api/account/preferences/': () => ({
      body: { ...chosen, in_app: { ...chosen.in_app, export_ready: false } },
    }),
  })
  open(NotificationsSection)
  const told = await turn('Your data is ready In the product')
  await waitFor(() => expect(told.checked).toBe(false))
  await waitFor(() => expect(put(calls)).toEqual([{ in_app: { export_ready: false } }]))
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Your data is ready By mail' }).checked).toBe(true)
  expect(screen.queryByRole('switch', { name: 'Somebody wrote to you By mail' })).toBeNull()
  screen.getByText(/it is your money/)
  screen.getByText(/keeps your account safe/)
  expect(screen.queryByText('Earnings')).toBeNull()
})

it('quiet hours begin as a night, and keep what was typed when it cannot be saved', async () => {
  const night = { from: '22:00', until: '07:00' }
  let fails = false
  const calls = network({
    'GET /api/account/preferences/': () => ({ body: chosen }),
    'PUT /api/account/preferences/': (body) => (fails ? unreachable : { body: { ...chosen, ...(body as object) } }),
  })
  open(NotificationsSection)
  await turn(/Quiet hours/)
  const until = await screen.findByLabelText<HTMLInputElement>('Until')
  expect(until.value).toBe('07:00')
  await waitFor(() => expect(put(calls)).toHaveLength(1))
  fails = true
  fireEvent.input(until, { target: { value: '08:30' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('alert')
  expect(until.value).toBe('08:30')
  fails = false
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(put(calls).at(-1)).toEqual({ quiet_hours: { from: '22:00', until: '08:30' } }))
  expect(put(calls)[0]).toEqual({ quiet_hours: night })
})

it('the sound is off until it is turned on, and is kept on the device alone', async () => {
  const calls = network({ 'GET /api/account/preferences/': () => ({ body: chosen }) })
  open(NotificationsSection)
  const sound = await screen.findByRole<HTMLInputElement>('switch', { name: /Sound/ })
  expect(sound.checked).toBe(false)
  fireEvent.click(sound)
  await waitFor(() => expect(sound.checked).toBe(true))
  expect(localStorage.getItem('aspirex.sound')).toBe('on')
  fireEvent.click(sound)
  await waitFor(() => expect(localStorage.getItem('aspirex.sound')).toBeNull())
  expect(put(calls)).toEqual([])
})

it('where mails came back a code can be asked for and typed', async () => {
  let suspended = true
  const calls = network({
    'GET /api/account/preferences/': () => ({ body: { ...chosen, mail_suspended: suspended } }),
    'POST /api/auth/verify-email/resend/': () => ({ status: 200, body: {} }),
    'POST /api/auth/verify-email/': () => {
      suspended = false
      return { body: { email_verified: true } }
    },
    'GET /api/auth/me/': () => ({ body: asha }),
  })
  open(EmailSection)
  fireEvent.click(await screen.findByRole('button', { name: 'Send a code again' }))
  fireEvent.input(await screen.findByLabelText(/code/i), { target: { value: '123456' } })
  fireEvent.click(screen.getByRole('button', { name: /Confirm|Prove|Continue/ }))
  await waitFor(() => expect(screen.queryByText(/Mails to this address came back/)).toBeNull())
  expect(calls.map(({ route }) => route)).toContain('POST /api/auth/verify-email/')
})

it('a switch that could not be saved goes back and says why', async () => {
  network({
    'GET /api/account/preferences/': () => ({ body: chosen }),
    'PUT /api/account/preferences/': () => unreachable,
  })
  open(PrivacySection)
  const search = await turn(/search engines/)
  await screen.findByRole('alert')
  expect(search.checked).toBe(true)
})

it('of two switches turned at once the one that failed goes back alone', async () => {
  network({
    'GET /api/account/preferences/': () => ({ body: chosen }),
    'PUT /api/account/preferences/': (body) =>
      'searchable' in (body as object) ? unreachable : { body: { ...chosen, public_page: true } },
  })
  open(PrivacySection)
  const [search, page] = [await turn(/search engines/), await turn(/Public page/)]
  await screen.findByRole('alert')
  await waitFor(() => expect([search.checked, page.checked]).toEqual([true, true]))
})

it('showing oneself is the opposite of hiding', async () => {
  const calls = network({
    'GET /api/account/preferences/': () => ({ body: chosen }),
    'PUT /api/account/preferences/': () => ({ body: { ...chosen, presence_hidden: true } }),
  })
  open(PrivacySection)
  const here = await turn(/Show when I am here/)
  await waitFor(() => expect(here.checked).toBe(false))
  await waitFor(() => expect(put(calls)).toEqual([{ presence_hidden: true }]))
})

it('a minor sees that privacy is fixed, and why', async () => {
  network({
    'GET /api/account/preferences/': () => ({ body: { ...chosen, presence_hidden: true, searchable: false } }),
  })
  open(PrivacySection, { ...asha, is_minor: true })
  for (const one of await screen.findAllByRole<HTMLInputElement>('switch')) {
    expect(one.disabled).toBe(true)
    expect(one.checked).toBe(false)
  }
  expect(screen.getByText(/You are under 18/)).toBeTruthy()
})

it('the account keeps what was typed when it cannot be saved, with the error beside its field', async () => {
  const young = { date_of_birth: ['AspireX is for people of 13 and older'] }
  const calls = network({
    'GET /api/student/profile/': () => ({ body: { name: asha.name, date_of_birth: '2001-02-03' } }),
    'GET /api/account/security/': () => ({ body: { has_password: true } }),
    'PUT /api/student/profile/': () => ({ status: 422, body: { code: 'invalid_input', status: 422, errors: young } }),
  })
  open(AccountSection)
  const year = await screen.findByLabelText<HTMLInputElement>('Year')
  fireEvent.input(screen.getByLabelText('Your name'), { target: { value: 'Asha P.' } })
  fireEvent.change(screen.getByLabelText('Month'), { target: { value: '2' } })
  fireEvent.input(year, { target: { value: '2020' } })
  fireEvent.click(screen.getAllByRole('button', { name: 'Save' })[0]!)
  await screen.findByText(/13 and older/)
  expect(year.value).toBe('2020')
  expect(year.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Asha P.')
  expect(calls.at(-1)?.body).toEqual({ name: 'Asha P.', date_of_birth: '2020-02-03' })
})
