import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import LogInPage from './LogInPage'

const LOGIN = 'POST /api/auth/login/'
const SECOND = 'POST /api/auth/login/totp/'
const asks = { body: { second_factor: 'totp', ticket: 'ticket-of-asha' } }
const refused = (code: string, status: number, errors = {}) => ({ status, body: { code, status, errors } })

async function first(second: () => { status?: number; body: unknown }, address = '/login?next=%2Fsessions') {
  const calls = network({ [LOGIN]: () => asks, [SECOND]: second })
  const { history } = visit({ address, path: '/login', component: LogInPage, as: null })
  fireEvent.input(screen.getByLabelText('E-mail or your id'), { target: { value: 'asha@example.com' } })
  fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'quiet river stone' } })
  fireEvent.click(screen.getByRole('button', { name: 'Log in' }))
  await screen.findByRole('heading', { name: 'One more step' })
  return { calls, history }
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const bodyOf = (calls: Call[], route: string) => calls.filter((call) => call.route === route).map(({ body }) => body)

it('asks for the code on the same screen, and goes on to where one wanted to go', async () => {
  const { calls, history } = await first(() => ({ body: { token: 'x', user: asha } }))
  expect(history.get()).toBe('/login?next=%2Fsessions')
  type('Code of six digits', '123 456')
  await waitFor(() => expect(history.get()).toBe('/sessions'))
  expect(bodyOf(calls, SECOND)).toEqual([{ ticket: 'ticket-of-asha', code: '123456' }])
})

it('says that a code is wrong beside it, and takes the next one', async () => {
  let tries = 0
  const wrong = refused('invalid_credentials', 401, { code: ['no'] })
  const { calls, history } = await first(() => (++tries === 1 ? wrong : { body: { token: 'x', user: asha } }))
  type('Code of six digits', '111111')
  await screen.findByText(/This code is not right/)
  expect(screen.getByLabelText<HTMLInputElement>('Code of six digits').value).toBe('111111')
  type('Code of six digits', '222222')
  await waitFor(() => expect(history.get()).toBe('/sessions'))
  expect(bodyOf(calls, SECOND)).toHaveLength(2)
})

it('takes a recovery code as it is written', async () => {
  const { calls, history } = await first(() => ({ body: { token: 'x', user: asha } }))
  fireEvent.click(screen.getByRole('button', { name: 'Use a recovery code' }))
  type('Recovery code', ' k3m9x-7wqrt ')
  fireEvent.click(screen.getByRole('button', { name: 'Log in' }))
  await waitFor(() => expect(history.get()).toBe('/sessions'))
  expect(bodyOf(calls, SECOND)).toEqual([{ ticket: 'ticket-of-asha', code: 'k3m9x-7wqrt' }])
})

it('of a step that took too long leads back to the password, and keeps nobody waiting', async () => {
  await first(() => refused('not_found', 404))
  type('Code of six digits', '123456')
  await screen.findByText(/took too long/)
  fireEvent.click(screen.getByRole('button', { name: 'Start again' }))
  expect(screen.getByLabelText('Password')).toBeTruthy()
})

it('without a second factor leads on at once, and never to another site', async () => {
  network({ [LOGIN]: () => ({ body: { token: 'x', user: asha } }) })
  const address = '/login?next=https%3A%2F%2Fexample.com%2F'
  const { history } = visit({ address, path: '/login', component: LogInPage, as: null })
  type('E-mail or your id', 's000001')
  type('Password', 'quiet river stone')
  fireEvent.click(screen.getByRole('button', { name: 'Log in' }))
  await waitFor(() => expect(history.get()).toBe('/home'))
})
