import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { beforeEach, describe, expect, it } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import type { LearnedWith, MyStudent, MyStudentPage as Detail, Progress } from './my-students.queries'
import MyStudentPage from './MyStudentPage'
import MyStudentsPage from './MyStudentsPage'
import ProgressPage from './ProgressPage'

const mira = {
  ...asha,
  id: 'account-mira',
  name: 'Mira',
  mentor_id: 'M000001',
  roles: ['student' as const, 'mentor' as const],
}
const meeting = (id: string, start_time: string) => ({
  booking_id: id,
  start_time,
  end_time: start_time,
  offer_title: 'System design',
})
const together = {
  last_session: meeting('b1', '2026-11-02T10:00:00.000Z'),
  next_session: meeting('b2', '2027-11-09T10:00:00.000Z'),
  sessions: 3,
  minutes: 165,
  shared_goals: 2,
  shared_goals_done: 1,
  steps: 5,
  steps_done: 4,
  learned: 1,
  conversation_id: null,
}
const student = (change: Partial<MyStudent> = {}): MyStudent => ({
  student_id: 'S000001',
  name: 'Asha Pillai',
  picture_url: null,
  time_zone: 'Asia/Kolkata',
  since: '2026-10-01T10:00:00.000Z',
  ...together,
  has_note: true,
  ...change,
})
const detail = (change: Partial<Detail> = {}): Detail => ({
  ...student(),
  history: [{ ...together.last_session, state: 'completed', minutes: 60 }],
  goals: [
    {
      id: 'g1',
      title: 'A first job',
      note: '',
      done_at: null,
      steps: [{ id: 's1', title: 'One page of CV', done_at: null, proposed_by: null }],
    },
  ],
  skills: [
    {
      id: 'l1',
      skill: 'Go',
      proposed_by: 'mentor',
      proposed_at: '2026-11-02T12:00:00.000Z',
      confirmed_at: null,
    },
  ],
  note: 'Draws first.',
  ...change,
})

const REFUSED = { status: 503, body: { code: 'unavailable', status: 503 } }
let calls: Call[]
const sent = (method: string) => calls.filter(({ route }) => route.startsWith(method))
const LIST = 'GET /api/mentor/students/'

describe('the students of a mentor', () => {
  let pages: { items: MyStudent[]; next_cursor: string | null }[]
  const open = () => {
    calls = network({ [LIST]: () => ({ body: pages.length > 1 ? pages.shift() : pages[0] }) })
    visit({ address: '/students', path: '/students', component: MyStudentsPage, as: mira })
  }

  it('stand with what was done together, what is next and whether there is a note, to the end', async () => {
    pages = [
      { items: [student()], next_cursor: 'more' },
      {
        items: [student({ student_id: 'S000002', name: 'Ben', sessions: 0, minutes: 0, has_note: false })],
        next_cursor: null,
      },
    ]
    open()
    const row = (await screen.findByRole('link', { name: 'Asha Pillai' })).closest('li')!
    expect(row.textContent).toMatch(/3 sessions.*2 h 45 min.*2 shared goals.*4 of 5 steps.*1 skill learned/)
    expect(within(row).getByRole('img', { name: 'You have a note' })).toBeTruthy()
    expect(within(row).getByText('Next')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show more students' }))
    expect(await screen.findByText('These are all your students.')).toBeTruthy()
    expect(screen.getByText('No session yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Ben' }).getAttribute('href')).toBe('/students/mine/S000002')
  })

  it('are none at first, and none like a word that nobody has in their name', async () => {
    pages = [{ items: [], next_cursor: null }]
    open()
    expect(await screen.findByText('No students yet')).toBeTruthy()
    expect(screen.queryByRole('searchbox')).toBeNull()
    pages = [
      { items: [student()], next_cursor: null },
      { items: [], next_cursor: null },
      { items: [student()], next_cursor: null },
    ]
    open()
    fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'zzz' } })
    expect(await screen.findByText(/Nobody with/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show everybody' }))
    expect(await screen.findByRole('link', { name: 'Asha Pillai' })).toBeTruthy()
  })

  it('can be asked for again after a failure, and are not there for who does not teach', async () => {
    calls = network({ [LIST]: () => REFUSED })
    visit({ address: '/students', path: '/students', component: MyStudentsPage, as: mira })
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
    calls = network({})
    visit({ address: '/students', path: '/students', component: MyStudentsPage })
    await waitFor(() => expect(screen.queryByText('Students')).toBeNull())
    expect(calls).toEqual([])
  })
})

describe('one student', () => {
  let refusals: { status: number; body: unknown }[]
  let shown: Detail
  const ONE = '/api/mentor/students/S000001/'
  beforeEach(() => {
    refusals = []
    shown = detail()
  })
  const open = () => {
    calls = network({
      [`GET ${ONE}`]: () => ({ body: shown }),
      [`PUT ${ONE}note/`]: (body) => refusals.shift() ?? { body },
      [`POST ${ONE}learned/`]: () => refusals.shift() ?? { status: 201, body: shown.skills[0] },
      [`DELETE ${ONE}learned/l1/`]: () => refusals.shift() ?? { body: {} },
      'GET /api/skills/': () => ({ body: { items: [], next_cursor: null } }),
    })
    const address = '/students/mine/S000001'
    return visit({ address, path: '/students/mine/:student_id', component: MyStudentPage, as: mira })
  }

  it('shows the numbers, the sessions, the shared goals and a link to the next session', async () => {
    open()
    expect(await screen.findByRole('heading', { name: 'Asha Pillai' })).toBeTruthy()
    expect(screen.getByText('4 of 5')).toBeTruthy()
    const links = screen.getAllByRole('link').map((one) => one.getAttribute('href'))
    expect(links).toEqual(expect.arrayContaining(['/students', '/sessions/b2', '/sessions/b1']))
    expect(screen.getByText('One page of CV')).toBeTruthy()
    expect(screen.getByRole('button', { name: /Message to/ })).toBeTruthy()
  })

  it('keeps the private note that could not be saved, and saves it on another try', async () => {
    open()
    refusals = [REFUSED]
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /remember about/ })
    expect(box.value).toBe('Draws first.')
    fireEvent.input(box, { target: { value: 'Draws first, talks later.' } })
    fireEvent.blur(box)
    expect(await screen.findByText('Not saved yet.')).toBeTruthy()
    expect(box.value).toBe('Draws first, talks later.')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Saved.')).toBeTruthy()
    expect(sent('PUT').at(-1)?.body).toEqual({ text: 'Draws first, talks later.' })
  })

  it('takes a proposal of a skill, keeps it when it is refused, and takes one back', async () => {
    open()
    refusals = [REFUSED]
    const field = await screen.findByRole('combobox', { name: 'What was learned' })
    fireEvent.click(field)
    fireEvent.input(field, { target: { value: 'Falconry' } })
    fireEvent.click(await screen.findByRole('option', { name: /Falconry/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Propose' }))
    await waitFor(() => expect(sent(`POST ${ONE}learned/`)).toHaveLength(1))
    expect(await screen.findByRole('button', { name: /Remove Falconry/ })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Propose' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /Remove Falconry/ })).toBeNull())
    expect(sent(`POST ${ONE}learned/`).at(-1)?.body).toEqual({ skill: 'Falconry' })
    expect(screen.getByText(/Waits for/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /Take back/ }))
    await waitFor(() => expect(sent('DELETE')).toHaveLength(1))
  })

  it('offers no proposal before the first session, and is nowhere for a stranger', async () => {
    shown = detail({ sessions: 0, minutes: 0, skills: [] })
    open()
    expect(await screen.findByText(/After your first session/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Propose' })).toBeNull()
    calls = network({})
    visit({ address: '/students/mine/S9', path: '/students/mine/:student_id', component: MyStudentPage, as: mira })
    await waitFor(() => expect(calls).toHaveLength(1))
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('the progress of a student', () => {
  const proposed: LearnedWith = { ...detail().skills[0]!, mentor: { mentor_id: 'M000001', name: 'Mira' } }
  const none: Progress['totals'] = {
    sessions: 0,
    minutes: 0,
    mentors: 0,
    goals_open: 0,
    goals_done: 0,
    steps_done: 0,
    learned: 0,
    proposed: 0,
  }
  const { has_note: _, student_id: __, ...pair } = student({ name: 'Mira' })
  const full = (): Progress => ({
    totals: { ...none, sessions: 3, minutes: 165, mentors: 1, goals_open: 1, goals_done: 1, learned: 1, proposed: 1 },
    mentors: [{ ...pair, mentor_id: 'M000001', may_mark: true }],
    skills: [proposed],
    weeks: Array.from({ length: 12 }, (_, i) => ({ from: `2026-0${1 + (i % 9)}-05`, sessions: i % 2, minutes: 0 })),
  })
  const open = (progress: () => { status?: number; body: unknown }) => {
    calls = network({
      'GET /api/student/progress/': progress,
      'POST /api/student/learned/l1/confirm/': () => ({ body: proposed }),
      'POST /api/student/learned/': () => ({ status: 201, body: proposed }),
      'GET /api/skills/': () => ({ body: { items: [], next_cursor: null } }),
      'DELETE /api/student/learned/l1/': () => ({ body: {} }),
    })
    visit({ address: '/progress', path: '/progress', component: ProgressPage })
  }

  it('says the same of a mentor as the mentor reads, and draws the weeks with their table', async () => {
    open(() => ({ body: full() }))
    const row = (await screen.findByRole('link', { name: 'Mira' })).closest('li')!
    expect(row.textContent).toMatch(/3.*Sessions|Sessions.*3/)
    expect(row.textContent).toContain('2 h 45 min')
    expect(row.textContent).toContain('4 of 5')
    expect(screen.getByRole('img', { name: '6 sessions in the last twelve weeks' })).toBeTruthy()
    expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(13)
  })

  it('asks about what a mentor proposed, and takes a yes or a not yet', async () => {
    open(() => ({ body: full() }))
    expect(await screen.findByText(/says that you learned this/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^I learned/ }))
    await waitFor(() => expect(sent('POST')).toHaveLength(1))
    await waitFor(() => expect(sent('GET').length).toBeGreaterThan(1))
    fireEvent.click(await screen.findByRole('button', { name: /^Not yet/ }))
    await waitFor(() => expect(sent('DELETE')).toHaveLength(1))
  })

  it('writes down what was learned with the mentor that the field shows, also after the page was asked for again', async () => {
    const other = { ...pair, mentor_id: 'M000002', name: 'Meera', may_mark: true }
    const both = () => ({ ...full(), mentors: [...full().mentors, other] })
    open(() => ({ body: both() }))
    const field = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'With whom', hidden: true })
    fireEvent.change(field, { target: { value: 'M000002' } })
    fireEvent.click(screen.getByRole('button', { name: /^I learned/ }))
    await waitFor(() => expect(sent('GET /api/student/progress/').length).toBeGreaterThan(1))
    await screen.findByText(/says that you learned this/)
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'With whom', hidden: true }).value).toBe('M000002')
    const skills = screen.getByRole('combobox', { name: 'What was learned', hidden: true })
    fireEvent.input(skills, { target: { value: 'Falconry' } })
    fireEvent.click(await screen.findByRole('option', { name: /Falconry/, hidden: true }))
    fireEvent.click(screen.getByRole('button', { name: 'Add', hidden: true }))
    await waitFor(() =>
      expect(sent('POST /api/student/learned/').at(-1)?.body).toEqual({
        mentor_id: 'M000002',
        skill: 'Falconry',
      }),
    )
  })

  it('begins empty, and can be asked for again after a failure', async () => {
    open(() => ({ body: { ...full(), totals: none, mentors: [], skills: [] } }))
    expect(await screen.findByText('Your progress begins with a session')).toBeTruthy()
    open(() => REFUSED)
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
  })
})
