import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { Toasts } from '../ui/Toast'
import { network, visit, type Call } from '../test/world'
import GoalsPage from './GoalsPage'
import type { Goal, Step } from './goals.queries'
import { SharedGoals } from './SharedGoals'
import { Takeaways } from './Takeaways'

const AT = '2027-01-01T10:00:00.000Z'
const aStep = (id: string, change: Partial<Step> = {}): Step => ({
  id,
  title: `Step ${id}`,
  done_at: null,
  proposed_by: null,
  ...change,
})
const aGoal = (id: string, change: Partial<Goal> = {}): Goal => ({
  id,
  title: `Goal ${id}`,
  note: '',
  done_at: null,
  steps: [],
  shared_with: [],
  created_at: AT,
  updated_at: AT,
  ...change,
})
const mira = { mentor_id: 'M000001', name: 'Mira' }
const A = aGoal('a', { steps: [aStep('1', { done_at: AT }), aStep('2')], shared_with: [mira] })
const B = aGoal('b')

const page = (items: Goal[]) => ({ 'GET /api/goals/': () => ({ body: { items, next_cursor: null } }) })
const Page = () => (
  <>
    <GoalsPage />
    <Toasts />
  </>
)
const open = () => visit({ address: '/goals', path: '/goals', component: Page })
const sent = (calls: Call[], method: string) =>
  calls.filter(({ route }) => route.startsWith(method)).map(({ route, body }) => [route.split(' ')[1], body])
const titles = () => screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)

it('says how far along each goal is and who sees it, and adds one that stays typed while it is refused', async () => {
  const refusals = [
    { status: 422, body: { code: 'invalid_input', status: 422, errors: { title: ['At most 120 characters'] } } },
  ]
  const calls = network({
    ...page([A]),
    'POST /api/goals/': () => refusals.shift() ?? { status: 201, body: aGoal('c') },
  })
  open()
  expect(await screen.findByText('1 of 2 steps')).toBeTruthy()
  expect(screen.getByText(/Seen by .*Mira/)).toBeTruthy()
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'A new goal' })
  fireEvent.input(field, { target: { value: 'Goal c' } })
  fireEvent.click(screen.getByRole('button', { name: 'Add goal' }))
  await screen.findByText('At most 120 characters')
  expect(field.value).toBe('Goal c')
  fireEvent.click(screen.getByRole('button', { name: 'Add goal' }))
  expect(await screen.findByRole('heading', { name: 'Goal c' })).toBeTruthy()
  expect(sent(calls, 'POST')).toHaveLength(2)
})

it('shows an empty list, and what failed with another try', async () => {
  network(page([]))
  open()
  expect(await screen.findByText('No goal yet')).toBeTruthy()
  let fails = true
  network({
    'GET /api/goals/': () =>
      fails ? { status: 500, body: { code: 'unexpected', status: 500 } } : { body: { items: [A], next_cursor: null } },
  })
  open()
  const again = await screen.findByRole('button', { name: 'Try again' })
  fails = false
  fireEvent.click(again)
  expect(await screen.findByRole('heading', { name: 'Goal a' })).toBeTruthy()
})

it('moves a goal by its button and by Alt with an arrow, and keeps the focus there', async () => {
  const calls = network({
    ...page([A, B]),
    'PUT /api/goals/b/': () => ({ body: B }),
  })
  open()
  fireEvent.click(await screen.findByRole('button', { name: /Move .*Goal b.* up/ }))
  await waitFor(() => expect(titles()).toEqual(['Goal b', 'Goal a']))
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Move .*Goal b.* down/))
  const box = screen.getByRole('checkbox', { name: /Goal b.* is reached/ })
  fireEvent.keyDown(box, { key: 'ArrowDown', altKey: true })
  await waitFor(() => expect(titles()).toEqual(['Goal a', 'Goal b']))
  expect(sent(calls, 'PUT')).toEqual([
    ['/api/goals/b/', { position: 0 }],
    ['/api/goals/b/', { position: 1 }],
  ])
})

it('deletes a goal and takes that back', async () => {
  let list = [A, B]
  network({
    'GET /api/goals/': () => ({ body: { items: list, next_cursor: null } }),
    'DELETE /api/goals/a/': () => {
      list = [B]
      return { body: null }
    },
    'POST /api/goals/a/restore/': () => {
      list = [A, B]
      return { body: A }
    },
  })
  open()
  const more = await screen.findByRole('button', { name: /What to do with .*Goal a/ })
  fireEvent.keyDown(more, { key: 'Enter' })
  fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Delete' }), { key: 'Enter' })
  await waitFor(() => expect(titles()).toEqual(['Goal b']))
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(titles()).toEqual(['Goal a', 'Goal b']))
})

it('marks a step done, and unmarks it again where that is refused', async () => {
  const answers = [{ status: 500, body: { code: 'unexpected', status: 500 } }]
  const done = aGoal('a', { steps: [aStep('1', { done_at: AT }), aStep('2', { done_at: AT })] })
  network({ ...page([A]), 'PUT /api/goals/a/steps/2/': () => answers.shift() ?? { body: done } })
  open()
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Step 2.* is done/ })
  fireEvent.click(box)
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(box.checked).toBe(false)
  fireEvent.click(box)
  expect(await screen.findByText('2 of 2 steps')).toBeTruthy()
  expect(box.checked).toBe(true)
})

it('lets a student choose what a mentor sees, and answer what the mentor proposes', async () => {
  const proposal = aStep('9', { title: 'Read a grammar', proposed_by: mira })
  const withProposal = aGoal('a', { steps: [aStep('1'), proposal] })
  const shared = (items: Goal[]) => ({ items, is_open: true })
  const calls = network({
    ...page([withProposal, B]),
    'GET /api/bookings/b1/goals/': () => ({ body: shared([withProposal]) }),
    'PUT /api/bookings/b1/goals/': () => ({ body: shared([withProposal, B]) }),
    'PUT /api/goals/a/steps/9/': () => ({ body: aGoal('a', { steps: [aStep('1'), aStep('9')] }) }),
  })
  const Part = () => <SharedGoals bookingId="b1" other="Mira" side="student" isOver={false} />
  visit({ address: '/part', path: '/part', component: Part })
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Goal b' })
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Goal a' }).checked).toBe(true)
  expect(box.checked).toBe(false)
  fireEvent.click(box)
  await waitFor(() => expect(sent(calls, 'PUT')).toEqual([['/api/bookings/b1/goals/', { goal_ids: ['a', 'b'] }]]))
  fireEvent.click(screen.getByRole('button', { name: /Take .*Read a grammar/ }))
  expect(await screen.findByText('0 of 2 steps')).toBeTruthy()
  expect(sent(calls, 'PUT').at(-1)).toEqual(['/api/goals/a/steps/9/', { accept: true }])
})

it('shows a mentor what is shared, and proposes a step that waits', async () => {
  const after = aGoal('a', { steps: [...A.steps, aStep('9', { title: 'Read a grammar', proposed_by: mira })] })
  network({
    'GET /api/bookings/b1/goals/': () => ({ body: { items: [A], is_open: true } }),
    'POST /api/bookings/b1/goals/a/steps/': () => ({ status: 201, body: after }),
  })
  const Part = () => <SharedGoals bookingId="b1" other="Asha" side="mentor" isOver={false} />
  visit({ address: '/part', path: '/part', component: Part })
  const field = await screen.findByRole('textbox', { name: /Propose a step towards .*Goal a/ })
  fireEvent.input(field, { target: { value: 'Read a grammar' } })
  fireEvent.click(screen.getByRole('button', { name: 'Propose' }))
  const row = (await screen.findByText('Read a grammar')).closest('li')!
  expect(within(row).getByText(/waits for .*Asha/)).toBeTruthy()
})

it('keeps three takeaways and next steps, shows the other’s, and leads to the next session', async () => {
  const theirs = { takeaways: ['Came prepared'], next_steps: '', updated_at: AT }
  const mine = { takeaways: ['Numbers first'], next_steps: 'Again.', updated_at: AT }
  const calls = network({
    'GET /api/bookings/b1/takeaways/': () => ({ body: { mine: null, theirs, may_write: true } }),
    'PUT /api/bookings/b1/takeaways/': () => ({ body: { mine, theirs, may_write: true } }),
  })
  const booking = { id: 'b1', mentor_id: 'M000001', offer_id: 'offer-1' }
  const Part = () => <Takeaways booking={booking} other={{ name: 'Mira', display_id: 'M000001', role: 'mentor' }} />
  visit({ address: '/part', path: '/part', component: Part })
  expect(await screen.findByText('Came prepared')).toBeTruthy()
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' })
  expect(save.disabled).toBe(true)
  fireEvent.input(screen.getByLabelText('Takeaway 2'), { target: { value: 'Numbers first' } })
  fireEvent.input(screen.getByLabelText('Next steps'), { target: { value: ' Again. ' } })
  fireEvent.click(save)
  expect(await screen.findByText('What you take along')).toBeTruthy()
  expect(sent(calls, 'PUT')).toEqual([
    ['/api/bookings/b1/takeaways/', { takeaways: ['Numbers first'], next_steps: 'Again.' }],
  ])
  expect(screen.getByRole('link', { name: 'Book the next session' }).getAttribute('href')).toBe(
    '/book/M000001?offer_id=offer-1',
  )
})
