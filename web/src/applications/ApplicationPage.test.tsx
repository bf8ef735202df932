import { fireEvent, screen, within } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import type { Application } from './application.queries'
import ApplicationPage from './ApplicationPage'
import { checkWords } from './words'

const mina = { ...asha, roles: ['student' as const, 'mentor' as const], mentor_id: 'M000031' }
const begun: Application = {
  mentor_id: 'M000031',
  state: 'draft',
  experience: null,
  motivation: null,
  links: [],
  evidence: [],
  evidence_file_ids: [],
  submitted_at: null,
  answer_by: null,
  decided_at: null,
  decision_reason: null,
  may_reapply_at: null,
  missing: ['bio', 'experience'],
  checks: [],
  company: 'Harbour Rail',
  company_email_sent_to: null,
  profile_links: [],
  link_proofs: [],
  snippet: '<a rel="me" href="https://aspirex.example/mentors/M000031">AspireX</a>',
}

/** The page over a server that keeps what is put; `refusals` answers come first. */
function open(change: Partial<Application> = {}, refusals: { status: number; body: unknown }[] = []): Call[] {
  let application = { ...begun, ...change }
  const calls = network({
    'GET /api/mentor/application/': () => ({ body: application }),
    'PUT /api/mentor/application/': (body) => {
      const refusal = refusals.shift()
      if (refusal) return refusal
      application = { ...application, ...(body as Partial<Application>) }
      return { body: application }
    },
    'POST /api/mentor/application/withdraw/': () => ({ body: (application = { ...application, state: 'draft' }) }),
    'POST /api/mentor/application/submit/': () =>
      application.missing.length > 0
        ? { status: 422, body: { code: 'invalid_input', status: 422, errors: { bio: ['At least 100 characters'] } } }
        : { body: (application = { ...application, state: 'submitted', answer_by: '2026-11-26T09:30:00.000Z' }) },
  })
  visit({ address: '/application', path: '/application', component: ApplicationPage, as: mina })
  return calls
}
const puts = (calls: Call[]) => calls.filter(({ route }) => route.startsWith('PUT')).map(({ body }) => body)
const experience = () => screen.findByLabelText<HTMLTextAreaElement>('Your experience')

describe('a draft', () => {
  it('is kept when a field is left, and says so', async () => {
    const calls = open()
    fireEvent.input(await experience(), { target: { value: 'Nine years' } })
    fireEvent.change(await experience())
    expect(await screen.findByText('Draft saved')).toBeTruthy()
    expect(puts(calls)).toEqual([{ experience: 'Nine years', motivation: null, links: [] }])
  })

  it('keeps what was typed where it cannot be kept, and takes another try', async () => {
    const calls = open({}, [{ status: 503, body: { code: 'maintenance', status: 503 } }])
    fireEvent.input(await experience(), { target: { value: 'Nine years' } })
    fireEvent.change(await experience())
    const again = await screen.findByRole('button', { name: 'Try again' })
    expect((await experience()).value).toBe('Nine years')
    fireEvent.click(again)
    expect(await screen.findByText('Draft saved')).toBeTruthy()
    expect(puts(calls)).toHaveLength(2)
  })

  it('shows what is wrong with a link beside that link', async () => {
    open({ links: ['https://one.example.com'] }, [
      { status: 422, body: { code: 'invalid_input', status: 422, errors: { '/links/1': ['Invalid URL'] } } },
    ])
    fireEvent.click(await screen.findByRole('button', { name: 'Add a link' }))
    const second = screen.getByLabelText<HTMLInputElement>('Link 2')
    fireEvent.input(second, { target: { value: 'not a link' } })
    fireEvent.change(second)
    await expect.poll(() => second.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByLabelText('Link 1').getAttribute('aria-invalid')).toBeNull()
  })

  it('names what is missing, with the way to it', async () => {
    open()
    const list = within((await screen.findByText('Still missing')).parentElement!)
    expect(list.getByText('At least 100 characters about you')).toBeTruthy()
    expect(list.getByRole('link').getAttribute('href')).toBe('/settings/profile#teaching')
    fireEvent.click(list.getByRole('button', { name: /Write it/ }))
    expect(document.activeElement).toBe(await experience())
    fireEvent.click(screen.getByRole('button', { name: 'Send application' }))
    expect(await screen.findByText('Not sent: something is still missing.')).toBeTruthy()
  })

  it('is kept before it is sent, with the last word typed', async () => {
    const calls = open({ missing: [] })
    fireEvent.input(await experience(), { target: { value: 'The last word' } })
    fireEvent.click(screen.getByRole('button', { name: 'Send application' }))
    expect(await screen.findByText('With us')).toBeTruthy()
    expect(calls.map(({ route }) => route).slice(-2)).toEqual([
      'PUT /api/mentor/application/',
      'POST /api/mentor/application/submit/',
    ])
    expect(screen.getByText('The last word')).toBeTruthy()
    expect(screen.queryByLabelText('Your experience')).toBeNull()
  })
})

it('what was sent and taken back is in the form again, to be changed', async () => {
  const calls = open({ missing: [], experience: 'The first word' })
  fireEvent.input(await experience(), { target: { value: 'The last word' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send application' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Take it back' }))
  expect((await experience()).value).toBe('The last word')
  fireEvent.input(await experience(), { target: { value: 'Another word' } })
  fireEvent.change(await experience())
  await expect.poll(() => puts(calls).length).toBe(2)
  expect(puts(calls).at(-1)).toMatchObject({ experience: 'Another word' })
})

describe('a refusal', () => {
  const refused = { state: 'refused' as const, decision_reason: 'Show us a talk', missing: [] }
  it('gives its reason and the day from which it may be sent again', async () => {
    open({ ...refused, may_reapply_at: new Date(Date.now() + 86_400_000).toISOString() })
    expect(await screen.findByText('Show us a talk')).toBeTruthy()
    expect(screen.getByText(/send it again, from/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Send it again' })).toBeNull()
    expect(await experience()).toBeTruthy()
  })

  it('can be answered when the week is over', async () => {
    open({ ...refused, may_reapply_at: new Date(Date.now() - 1000).toISOString() })
    fireEvent.click(await screen.findByRole('button', { name: 'Send it again' }))
    expect(await screen.findByText('With us')).toBeTruthy()
  })
})

it('a check is worded with when and by whom', () => {
  const at = '2026-11-22T10:00:00.000Z'
  const staff = { checked_at: at, checked_by: 'staff' as const, via: null }
  const system = { ...staff, checked_by: 'system' as const }
  const said = [
    checkWords({ kind: 'identity', subject: 'Mina', ...staff }),
    checkWords({ kind: 'company_email', subject: 'Harbour Rail', ...system, via: 'harbour.example.com' }),
    checkWords({ kind: 'company_email', subject: 'Harbour Rail', ...staff }),
    checkWords({ kind: 'profile_link', subject: 'https://www.github.com/mina/', ...system }),
  ].map((words) => words.replaceAll(/[\u2068\u2069]/g, ''))
  expect(said).toEqual([
    'Identity, checked by our staff, Nov 2026',
    'Works at Harbour Rail, checked by an e-mail to harbour.example.com, Nov 2026',
    'Works at Harbour Rail, checked by our staff, Nov 2026',
    'github.com/mina is theirs, proven by a link from there, Nov 2026',
  ])
})
