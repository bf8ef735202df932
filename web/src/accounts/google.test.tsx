import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { asha, network, visit } from '../test/world'
import GoogleLinkPage from './GoogleLinkPage'
import GoogleSection from './GoogleSection'
import GoogleSignUpPage from './GoogleSignUpPage'
import LogInPage from './LogInPage'

const problem = (status: number, code: string, errors = {}) => ({ status, body: { code, status, errors } })
const ways = { 'GET /api/auth/ways/': () => ({ body: { google: true } }) }
const pending = (kind: 'new' | 'link') => ({
  'GET /api/auth/google/pending/': () => ({
    body: { kind, name: 'Noor Ali', email: 'noor@example.com', role: 'student', next: null },
  }),
})
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const send = (name: string) => fireEvent.submit(screen.getByRole('button', { name }).closest('form')!)

const signUp = {
  address: '/signup/google?next=/book/M000001',
  path: '/signup/google',
  component: GoogleSignUpPage,
  as: null,
}
const link = { address: '/login/google?next=/sessions', path: '/login/google', component: GoogleLinkPage, as: null }
const section = { address: '/settings/google', path: '/settings/google', component: GoogleSection }

describe('the page for somebody new', () => {
  async function fillIn(): Promise<void> {
    await screen.findByDisplayValue('Noor Ali')
    fireEvent.click(screen.getByRole('button', { name: 'I want to teach' }))
    type('Day', '3')
    fireEvent.change(screen.getByLabelText('Month'), { target: { value: '2' } })
    type('Year', '2001')
  }

  it('sends what Google cannot say, and goes on to where one was going', async () => {
    const calls = network({
      ...pending('new'),
      'POST /api/auth/google/register/': () => ({ status: 201, body: { token: 't', user: asha } }),
    })
    const { history } = visit(signUp)
    await fillIn()
    send('Join and set my hours')
    await waitFor(() => expect(history.get()).toBe('/book/M000001'))
    expect(calls.find(({ route }) => route.startsWith('POST'))?.body).toMatchObject({
      role: 'mentor',
      name: 'Noor Ali',
      date_of_birth: '2001-02-03',
      accepted_terms: true,
    })
  })

  it('keeps what was typed where it is refused, and says why beside the field', async () => {
    network({
      ...pending('new'),
      'POST /api/auth/google/register/': () =>
        problem(422, 'invalid_input', { date_of_birth: ['AspireX is for people of 13 and older'] }),
    })
    visit(signUp)
    await fillIn()
    send('Join and set my hours')
    await screen.findByText('AspireX is for people of 13 and older')
    expect(screen.getByLabelText('Year')).toHaveProperty('value', '2001')
  })

  it('leads back to Google where nobody came from there lately', async () => {
    network({ ...ways, 'GET /api/auth/google/pending/': () => problem(404, 'not_found') })
    visit(signUp)
    const again = await screen.findByRole('link', { name: 'Continue with Google' })
    expect(again.getAttribute('href')).toBe('/api/auth/google/?next=%2Fbook%2FM000001')
  })
})

describe('the page for an address that has an account', () => {
  it('says beside the field that the password is wrong, and goes on with the right one', async () => {
    network({
      ...pending('link'),
      'POST /api/auth/google/link/': (body) =>
        (body as { password: string }).password === 'right one'
          ? { body: { token: 't', user: asha } }
          : problem(401, 'invalid_credentials'),
    })
    const { history } = visit(link)
    await screen.findByText(/noor@example.com/)
    type('Your password', 'wrong one')
    send('Connect and log in')
    await screen.findByText('This is not your password.')
    type('Your password', 'right one')
    send('Connect and log in')
    await waitFor(() => expect(history.get()).toBe('/sessions'))
  })

  it('asks for the second step where the account has one', async () => {
    network({
      ...pending('link'),
      'POST /api/auth/google/link/': () => ({ body: { second_factor: 'totp', ticket: 'x'.repeat(60) } }),
    })
    visit(link)
    await screen.findByText(/noor@example.com/)
    type('Your password', 'right one')
    send('Connect and log in')
    await screen.findByText('One more step')
  })

  it('mails a link instead and says where to', async () => {
    const calls = network({
      ...pending('link'),
      'POST /api/auth/google/link/mail/': () => ({ status: 202, body: { email: 'noor@example.com' } }),
    })
    visit(link)
    await screen.findByText(/noor@example.com/)
    send('Mail me a link instead')
    await screen.findByText(/A link is on its way/)
    expect(calls.some(({ route }) => route === 'POST /api/auth/google/link/mail/')).toBe(true)
  })
})

describe('logging in', () => {
  const logIn = (query: string) => ({ address: `/login${query}`, path: '/login', component: LogInPage, as: null })

  it('offers Google, with the page one wanted', async () => {
    network(ways)
    visit(logIn('?next=/sessions'))
    const way = await screen.findByRole('link', { name: 'Continue with Google' })
    expect(way.getAttribute('href')).toBe('/api/auth/google/?next=%2Fsessions')
  })

  it('does not offer it where nobody answers', async () => {
    network({ 'GET /api/auth/ways/': () => ({ body: { google: false } }) })
    visit(logIn(''))
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Continue with Google' })).toBeNull())
    expect(screen.getByLabelText('Password')).toBeTruthy()
  })

  it.each([
    ['refused', /did not work this time/],
    ['cancelled', /You stopped at Google/],
    ['unverified', /has not confirmed/],
  ])('says what came of it: %s', async (outcome, words) => {
    network(ways)
    visit(logIn(`?google=${outcome}`))
    await screen.findByText(words)
  })
})

describe('in the settings', () => {
  const security = (change: object) => ({
    ...ways,
    'GET /api/account/security/': () => ({
      body: {
        has_password: true,
        password_changed_at: null,
        totp_enabled: false,
        recovery_codes_left: 0,
        google: null,
        staff_needs_totp: false,
        ...change,
      },
    }),
  })
  const google = { email: 'noor@example.com', linked_at: '2026-11-02T10:00:00Z' }

  it('connecting asks for the password', async () => {
    const calls = network({
      ...security({}),
      'POST /api/account/google/': () => problem(422, 'invalid_input', { password: ['This is not your password'] }),
    })
    visit(section)
    await screen.findByLabelText('Your password')
    type('Your password', 'not this')
    send('Connect Google')
    await screen.findByText('This is not your password.')
    expect(calls.at(-1)?.body).toEqual({ password: 'not this' })
  })

  it('disconnecting asks once more', async () => {
    const calls = network({ ...security({ google }), 'DELETE /api/account/google/': () => ({ body: {} }) })
    visit(section)
    fireEvent.click(await screen.findByRole('button', { name: 'Disconnect' }))
    await screen.findByText('Disconnect Google?')
    expect(calls.some(({ route }) => route.startsWith('DELETE'))).toBe(false)
    fireEvent.submit(screen.getByRole('button', { name: 'Keep it' }).closest('form')!)
    await waitFor(() => expect(calls.some(({ route }) => route.startsWith('DELETE'))).toBe(true))
  })

  it('without a password there is nothing to disconnect, but the way to choose one', async () => {
    network(security({ google, has_password: false }))
    visit(section)
    const way = await screen.findByRole('link', { name: 'Choose a password' })
    expect(way.getAttribute('href')).toBe('/settings/security')
    expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull()
  })
})
