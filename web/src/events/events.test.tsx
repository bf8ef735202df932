import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { beforeEach, expect, it, vi } from 'vitest'
import { now } from '../lib/clock'
import { asha, network, visit, type Call } from '../test/world'
import EventPage from './EventPage'
import EventsPage from './EventsPage'
import GuestsPage from './GuestsPage'
import NewEventPage from './NewEventPage'
import type { Event } from './events.queries'

const DAY = 86_400_000
const inDays = (days: number) => new Date(now() + days * DAY).toISOString()
const mira = {
  ...asha,
  id: 'account-mira',
  roles: ['student', 'mentor'] as ('student' | 'mentor')[],
  mentor_id: 'M000001',
}

const anEvent = (change: Partial<Event> = {}): Event => ({
  id: 'event-1',
  title: 'Reading code aloud',
  description: 'Bring a **function**.',
  start_time: inDays(5),
  end_time: inDays(5.1),
  time_zone: 'Asia/Kolkata',
  place: 'online',
  location: null,
  cover_image: null,
  organizer: 'Mira Kulkarni',
  organizer_id: 'M000001',
  organizer_picture_url: null,
  created_by_role: 'mentor',
  is_official: false,
  is_published: true,
  is_upcoming: true,
  is_cancelled: false,
  capacity: 10,
  going: 4,
  waiting: 0,
  seats_left: 6,
  guests: 'counts',
  rsvp_until: inDays(5.1),
  rsvp: null,
  may_edit: false,
  created_at: inDays(-3),
  updated_at: inDays(-3),
  has_online_link: true,
  online_link: null,
  cancelled_at: null,
  cancel_reason: null,
  cover_state: 'none',
  cover_fault: null,
  may_cancel: false,
  sees_guests: false,
  ...change,
})
const seat = (state: 'going' | 'waiting', place_in_line: number | null = null) => ({
  state,
  place_in_line,
  show_name: false,
  number: 5,
  came: null,
  joined_at: inDays(-1),
})

/** How wide the window is, as far as a page asks. */
const atWidth = (width: 'phone' | 'desk') =>
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (media) =>
      ({
        media,
        matches: width === 'desk',
        addEventListener: () => {},
        removeEventListener: () => {},
      }) as unknown as MediaQueryList,
  )

let calls: Call[]
let event: Event
beforeEach(() => {
  sessionStorage.clear()
  atWidth('phone')
  event = anEvent()
  calls = network({
    'GET /api/events/event-1/': () => ({ body: event }),
    'GET /api/events/': () => ({ body: { items: [event], next_cursor: null } }),
    'PUT /api/events/event-1/rsvp/': () => {
      event = anEvent({ rsvp: seat('going'), going: 5, seats_left: 5, online_link: 'https://meet.example.com/aloud' })
      return { body: event }
    },
  })
})
const open = (as: typeof asha | null = asha) =>
  visit({ address: '/events/event-1', path: '/events/:id', component: EventPage, as })
const bar = () => screen.findByRole('region', { name: 'Your seat' })
const act = async () => (await bar()).querySelector<HTMLElement>('.btn')!

it.each([
  ['Sign up', {}, false],
  ['Join the waiting list', { seats_left: 0, going: 10 }, false],
  ['You are going', { rsvp: seat('going') }, false],
  ['Waiting as 3rd', { rsvp: seat('waiting', 3), seats_left: 0 }, false],
  ['Cancelled', { is_cancelled: true, rsvp: seat('going') }, true],
  ['It is over', { start_time: inDays(-2), end_time: inDays(-1), rsvp: seat('going') }, true],
  ['Sign-up is closed', { rsvp_until: inDays(-0.1) }, true],
] as [string, Partial<Event>, boolean][])('has one button, which says “%s”', async (words, change, isDisabled) => {
  event = anEvent(change)
  open()
  const button = await act()
  expect(button.textContent).toBe(words)
  expect((button as HTMLButtonElement).disabled).toBe(isDisabled)
  expect((await bar()).querySelectorAll('.btn')).toHaveLength(1)
})

it('signs up, and shows the link to whoever is going', async () => {
  open()
  expect(await screen.findByText('The link is shown to those who are going.')).toBeTruthy()
  fireEvent.click(await act())
  await waitFor(async () => expect((await act()).textContent).toBe('You are going'))
  expect(screen.getByRole('link', { name: 'https://meet.example.com/aloud' })).toBeTruthy()
})

it('leads a visitor to the log-in and back', async () => {
  const { history } = open(null)
  fireEvent.click(await act())
  await waitFor(() => expect(history.get()).toBe('/login?next=%2Fevents%2Fevent-1'))
})

it('leads its organizer to the guests, and says before a cancellation how many are told', async () => {
  event = anEvent({ may_edit: true, may_cancel: true, waiting: 2 })
  open(mira)
  expect((await act()).getAttribute('href')).toBe('/events/event-1/guests')
  fireEvent.click(screen.getByRole('button', { name: 'Cancel the event' }))
  expect(await screen.findByText('6 people are told at once. It cannot be undone.')).toBeTruthy()
})

const fill = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value

it('keeps the plan after a refusal and over a reload, and blames the field', async () => {
  calls = network({
    'POST /api/events/': () => ({
      status: 422,
      body: { code: 'invalid_input', status: 422, errors: { online_link: ['An address that begins with https://'] } },
    }),
  })
  const show = () => visit({ address: '/events/new', path: '/events/new', component: NewEventPage, as: mira })
  show()
  await screen.findByLabelText('Title')
  fill('Title', 'Reading code aloud')
  fill('Begins on', inDays(5).slice(0, 10))
  fill('Begins at', '19:00')
  fireEvent.change(screen.getByLabelText('Begins at'))
  expect(valueOf('Ends at')).toBe('20:00')
  fill('Online link', 'http://meet.example.com')
  await waitFor(() => expect(screen.getByLabelText('Time zone').querySelectorAll('option').length).toBeGreaterThan(9))
  fireEvent.click(screen.getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText('An address that begins with https://')).toBeTruthy()
  expect(screen.getByLabelText('Online link').getAttribute('aria-invalid')).toBe('true')
  expect(valueOf('Title')).toBe('Reading code aloud')
  expect(calls.find(({ route }) => route === 'POST /api/events/')?.body).toMatchObject({
    title: 'Reading code aloud',
    start_time: `${inDays(5).slice(0, 10)}T13:30:00.000Z`,
    time_zone: 'Asia/Kolkata',
    is_published: true,
    capacity: null,
  })
  show()
  await screen.findByText('This is what you typed before and did not save.')
  expect(valueOf('Title')).toBe('Reading code aloud')
  fireEvent.click(screen.getByRole('button', { name: 'Start over' }))
  expect(valueOf('Title')).toBe('')
})

it('walks through a month by keyboard, also into the next one', async () => {
  atWidth('desk')
  event = anEvent({ start_time: '2027-01-29T12:00:00Z', end_time: '2027-01-29T13:00:00Z' })
  const { history } = visit({
    address: '/events?view=month&month=2027-01',
    path: '/events',
    component: EventsPage,
    as: asha,
  })
  const day = (date: string) => document.querySelector<HTMLElement>(`[data-date="${date}"]`)!
  await screen.findByRole('button', { name: /, 1 event/ })
  day('2027-01-01').focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
    fireEvent.keyDown(document.activeElement!, { key })
    await Promise.resolve()
  }
  expect(document.activeElement).toBe(day('2027-01-29'))
  const agenda = screen.getByRole('region', { name: /Friday.*29/ })
  expect(within(agenda).getByRole('link', { name: 'Reading code aloud' })).toBeTruthy()
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' })
  await waitFor(() => expect(history.get()).toContain('month=2027-02'))
  await waitFor(() => expect(document.activeElement).toBe(day('2027-02-05')))
})

it('checks guests in by keyboard, and a row keeps the focus', async () => {
  const guest = (id: string, number: number, came: boolean | null = null) => ({
    id,
    number,
    name: number === 2 ? null : 'Asha Pillai',
    picture_url: null,
    display_id: null,
    state: 'going',
    came,
    checked_at: null,
    joined_at: inDays(-1),
  })
  let first = guest('one', 1)
  calls = network({
    'GET /api/events/event-1/guests/': () => ({
      body: {
        items: [first, guest('two', 2)],
        next_cursor: null,
        summary: {
          title: 'Reading code aloud',
          going: 2,
          waiting: 0,
          came: first.came ? 1 : 0,
          did_not_come: 0,
          unknown: 1,
          check_in_from: inDays(-0.1),
          follow_ups: [],
        },
      },
    }),
    'PUT /api/events/event-1/guests/one/attendance/': () => ({ body: (first = guest('one', 1, true)) }),
  })
  visit({ address: '/events/event-1/guests', path: '/events/:id/guests', component: GuestsPage, as: mira })
  const came = await screen.findByRole('button', { name: /Came: .*Asha/ })
  came.focus()
  fireEvent.click(came)
  await waitFor(() => expect(came.getAttribute('aria-pressed')).toBe('true'))
  expect(await screen.findByText(/^1 of 2 came/)).toBeTruthy()
  expect(document.activeElement).toBe(came)
  fireEvent.keyDown(came, { key: 'ArrowDown' })
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Came: .*Guest 2/)
  expect(calls.find(({ route }) => route.startsWith('PUT'))?.body).toEqual({ came: true })
})
