import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { expect, it } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import type { Me } from '../lib/me'
import AccountSection from './AccountSection'
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
  const mail = await turn(/Your data is ready/)
  await waitFor(() => expect(mail.checked).toBe(false))
  await waitFor(() => expect(put(calls)).toEqual([{ mail: { export_ready: false } }]))
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
