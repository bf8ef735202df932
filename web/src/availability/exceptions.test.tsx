import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import { BusyCalendars } from './BusyCalendars'
import { DaysThatDiffer } from './DaysThatDiffer'
import type { BusyCalendar, Exceptions } from './exceptions.queries'
import { kindOf } from './MonthDays'
import { stretchesOf } from './Why'

const mentor = { ...asha, roles: ['student' as const, 'mentor' as const], mentor_id: 'M000031' }
const WEEK = [{ weekday: 2, start: '09:00', end: '12:00' }]
const NONE: Exceptions = { time_zone: 'Asia/Kolkata', dates: [], away: [], zones: [] }
const BASE = '/api/mentor/availability'

function openDays(start: Exceptions, answers: Parameters<typeof network>[0] = {}): Call[] {
  const calls = network({ [`GET ${BASE}/exceptions/`]: () => ({ body: start }), ...answers })
  const Days = () => <DaysThatDiffer week={WEEK} today="2026-12-01" />
  visit({ address: '/availability', path: '/availability', component: Days, as: mentor })
  return calls
}
const sent = (calls: Call[], route: string) => calls.filter((call) => call.route === route).map(({ body }) => body)
const save = () => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }))

it('a date gets hours of its own, beginning with those of its weekday', async () => {
  const put = `PUT ${BASE}/dates/2026-12-08/`
  const body = { date: '2026-12-08', ranges: [], note: null, sessions: 0 }
  const calls = openDays(NONE, { [put]: () => ({ body }) })
  fireEvent.click(await screen.findByRole('button', { name: /8 December|December 8/ }))
  fireEvent.click(await screen.findByLabelText('Hours of its own'))
  fireEvent.change(screen.getByLabelText(/, to$/), { target: { value: '15:00' } })
  save()
  await waitFor(() => expect(sent(calls, put)).toEqual([{ ranges: [{ start: '09:00', end: '15:00' }], note: null }]))
})

it('a day off says how many sessions stay', async () => {
  const put = `PUT ${BASE}/dates/2026-12-08/`
  const body = { date: '2026-12-08', ranges: [], note: null, sessions: 2 }
  const calls = openDays(NONE, { [put]: () => ({ body }) })
  fireEvent.click(await screen.findByRole('button', { name: /8 December|December 8/ }))
  fireEvent.click(await screen.findByLabelText('Off'))
  save()
  await waitFor(() => expect(sent(calls, put)).toEqual([{ ranges: [], note: null }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('days off that the server refuses keep what was typed, with the reason beside the field', async () => {
  const problem = { code: 'invalid_input', errors: { to_date: ['That day is over'] } }
  openDays(NONE, { [`POST ${BASE}/away/`]: () => ({ status: 422, body: problem }) })
  fireEvent.click(await screen.findByRole('button', { name: 'Take days off' }))
  fireEvent.input(await screen.findByLabelText('First day'), { target: { value: '2026-12-20' } })
  fireEvent.input(screen.getByLabelText('Last day'), { target: { value: '2026-12-22' } })
  fireEvent.submit(document.querySelector('form')!)
  expect(await screen.findByText('That day is over')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('First day').value).toBe('2026-12-20')
})

it('what differs is one list by date, and each can be taken back', async () => {
  const remove = `DELETE ${BASE}/away/a/`
  const calls = openDays(
    {
      ...NONE,
      dates: [{ date: '2026-12-24', ranges: [], note: 'Holiday' }],
      away: [{ id: 'a', from_date: '2026-12-10', to_date: '2026-12-12', note: null }],
      zones: [{ id: 'z', from_date: '2026-12-15', to_date: '2026-12-16', time_zone: 'Asia/Tokyo' }],
    },
    { [remove]: () => ({ status: 204, body: undefined }) },
  )
  const rows = await screen.findAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('Days off'),
    expect.stringContaining('On the clock of Tokyo'),
    expect.stringContaining('Off, Holiday'),
  ])
  fireEvent.click(within(rows[0]!).getByRole('button', { name: /^Remove/ }))
  await waitFor(() => expect(sent(calls, remove)).toHaveLength(1))
})

it('a day is what the strongest says of it: days off before its own hours before the week', () => {
  const all = { ...NONE, dates: [{ date: '2026-12-08', ranges: [{ start: '09:00', end: '10:00' }], note: null }] }
  expect(kindOf('2026-12-08', WEEK, NONE)).toBe('usual')
  expect(kindOf('2026-12-09', WEEK, NONE)).toBe('closed')
  expect(kindOf('2026-12-08', WEEK, all)).toBe('own')
  const away = [{ id: 'a', from_date: '2026-12-08', to_date: '2026-12-08', note: null }]
  expect(kindOf('2026-12-08', WEEK, { ...all, away })).toBe('away')
})

it('times one after another with one reason are one line', () => {
  const at = (time: string, reason: 'booked' | 'too_soon' | null) => ({ time, reason, start_time: null })
  const items = [
    at('09:00', 'too_soon'),
    at('09:30', 'too_soon'),
    at('10:00', null),
    at('10:30', 'too_soon'),
    at('11:00', 'booked'),
  ]
  expect(stretchesOf(items)).toEqual([
    { reason: 'too_soon', from: '09:00', to: '09:30' },
    { reason: 'too_soon', from: '10:30', to: '10:30' },
    { reason: 'booked', from: '11:00', to: '11:00' },
  ])
})

it('a calendar that cannot be read says why, and asks before it is removed', async () => {
  const failed: BusyCalendar = {
    id: 'c',
    name: 'Work',
    host: 'calendar.example.com',
    state: 'failed',
    fault: 'not_a_calendar',
    events: 3,
    read_at: null,
  }
  const remove = 'DELETE /api/mentor/busy-calendars/c/'
  const calls = network({
    'GET /api/mentor/busy-calendars/': () => ({ body: { items: [failed], next_cursor: null } }),
    [remove]: () => ({ status: 204, body: undefined }),
  })
  visit({ address: '/availability', path: '/availability', component: BusyCalendars, as: mentor })
  expect(await screen.findByText(/What is at its address is no calendar/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Remove Work' }))
  expect(sent(calls, remove)).toEqual([])
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(sent(calls, remove)).toHaveLength(1))
})
