import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { expect, it, vi } from 'vitest'
import { otherOf } from '../bookings/other'
import { now } from '../lib/clock'
import { asha, agreedSession, network, visit } from '../test/world'
import { AddToCalendar } from './AddToCalendar'
import CalendarSection from './CalendarSection'

const URL_ONCE = 'https://aspirex.example.com/api/calendar-feed/secret.ics'
const open = () =>
  visit({ address: '/settings/calendar', path: '/settings/calendar', component: CalendarSection, as: asha })
const made = { url: URL_ONCE, created_at: '2026-11-24T09:00:00.000Z' }
const unreachable = { status: 500, body: { code: 'unexpected', status: 500, request_id: 'r1' } }

it('an address is made, shown this once and can be copied', async () => {
  const writeText = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  network({
    'GET /api/calendar-feed/': () => ({ body: { created_at: null } }),
    'POST /api/calendar-feed/': () => ({ status: 201, body: made }),
  })
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'Make an address' }))
  expect(await screen.findByText(URL_ONCE)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Copy the address' }))
  await waitFor(() => expect(writeText).toHaveBeenCalledWith(URL_ONCE))
  const app = screen.getByRole('link', { name: 'Open in my calendar program' })
  expect(app.getAttribute('href')).toBe(URL_ONCE.replace('https:', 'webcal:'))
  vi.unstubAllGlobals()
})

it('an address that could not be made says why, and can be asked for again', async () => {
  network({
    'GET /api/calendar-feed/': () => ({ body: { created_at: null } }),
    'POST /api/calendar-feed/': () => unreachable,
  })
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'Make an address' }))
  await screen.findByRole('alert')
  expect(screen.getByRole('button', { name: 'Make an address' })).toBeTruthy()
})

it('an address that is there is not shown; a new one and none at all are asked about first', async () => {
  const calls = network({
    'GET /api/calendar-feed/': () => ({ body: { created_at: made.created_at } }),
    'DELETE /api/calendar-feed/': () => ({ body: {} }),
  })
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'Stop' }))
  await screen.findByRole('dialog', { name: 'Stop following?' })
  expect(calls.some(({ route }) => route.startsWith('DELETE'))).toBe(false)
  expect(screen.queryByText(URL_ONCE)).toBeNull()
  const [, sure] = screen.getAllByRole('button', { name: 'Stop', hidden: true })
  fireEvent.click(sure!)
  await screen.findByRole('button', { name: 'Make an address' })
  expect(calls.filter(({ route }) => route === 'DELETE /api/calendar-feed/')).toHaveLength(1)
})

const add = (change: object) => {
  const booking = { ...agreedSession(), ...change }
  network({})
  visit({
    address: '/sessions/1',
    path: '/sessions/:id',
    component: () => <AddToCalendar booking={booking} other={otherOf(booking, asha)} now={now()} />,
    as: asha,
  })
  return booking
}

it('a session goes into a calendar as a file or by a form that is filled in', async () => {
  const booking = add({})
  const file = await screen.findByRole('link', { name: 'Add to calendar' })
  expect(file.getAttribute('href')).toBe(`/api/bookings/${booking.id}/calendar.ics/`)
  const form = new URL(screen.getByRole<HTMLAnchorElement>('link', { name: /Google/ }).href)
  expect(form.searchParams.get('text')).toBe(`${booking.offer_title} with ${booking.mentor.name}`)
  expect(form.searchParams.get('dates')).toMatch(/^\d{8}T\d{6}Z\/\d{8}T\d{6}Z$/)
})

it('a cancelled one comes out again', async () => {
  add({ state: 'cancelled' })
  await screen.findByRole('link', { name: 'Take out of my calendar' })
  expect(screen.queryByRole('link', { name: 'Add to calendar' })).toBeNull()
})
