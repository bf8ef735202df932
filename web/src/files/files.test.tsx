import { fireEvent, screen, within } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { network, visit } from '../test/world'
import { CvSection } from './CvSection'
import { PortfolioSection } from './PortfolioSection'
import { SharedCv } from './SharedCv'

const cv = {
  id: 'file-1',
  kind: 'cv',
  name: 'Lebenslauf Zoë.pdf',
  type: 'application/pdf',
  size: 1_468_006,
  width: null,
  height: null,
  caption: null,
  created_at: '2026-11-20T10:00:00.000Z',
  url: '/api/files/file-1/',
}
const page = (...items: object[]) => ({ body: { items, next_cursor: null } })
const open = (component: () => any) => visit({ address: '/it', path: '/it', component })

describe('a CV', () => {
  it('is a download with its size, and asks before it goes', async () => {
    const kept: object[] = [cv]
    const calls = network({
      'GET /api/files/': () => page(...kept),
      'DELETE /api/files/file-1/': () => (kept.pop(), { body: null }),
    })
    open(CvSection)
    const link = await screen.findByRole('link', { name: 'Download Lebenslauf Zoë.pdf' })
    expect(link.getAttribute('href')).toBe('/api/files/file-1/')
    await screen.findByText(/^1.4 MB, added/)
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
    const asked = await screen.findByRole('dialog')
    expect(calls.some(({ route }) => route.startsWith('DELETE'))).toBe(false)
    fireEvent.click(within(asked).getByRole('button', { name: 'Remove' }))
    await screen.findByText(/^No CV yet/)
  })

  it('that could not be removed stays, and the dialog says why', async () => {
    network({
      'GET /api/files/': () => page(cv),
      'DELETE /api/files/file-1/': () => ({ status: 500, body: { code: 'unexpected', status: 500, request_id: 'r1' } }),
    })
    open(CvSection)
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }))
    const asked = await screen.findByRole('dialog')
    fireEvent.click(within(asked).getByRole('button', { name: 'Remove' }))
    await within(asked).findByRole('alert')
    expect(document.querySelector('a[href="/api/files/file-1/"]')).not.toBeNull()
  })

  it('can be tried again where it did not load', async () => {
    const answers = [{ status: 500, body: { code: 'unexpected', status: 500, request_id: 'r1' } }, page(cv)]
    network({ 'GET /api/files/': () => answers.shift()! })
    open(CvSection)
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await screen.findByRole('link', { name: /^Download/ })
  })
})

describe('the CV beside a session', () => {
  const beside = (mine: 'mentor' | 'student') => () => <SharedCv bookingId="booking-1" other="Asha" mine={mine} />

  it('is there for the mentor while the booking is open, and told to the student', async () => {
    network({ 'GET /api/files/shared/': () => page(cv) })
    open(beside('mentor'))
    await screen.findByRole('link', { name: 'Download Lebenslauf Zoë.pdf' })
    await screen.findByText('Yours to read until the session is over.')
    network({ 'GET /api/files/shared/': () => page(cv) })
    open(beside('student'))
    await screen.findByText('Asha can open your CV until the session is over.')
  })
})

describe('a portfolio', () => {
  const work = { ...cv, id: 'file-2', kind: 'portfolio', type: 'image/webp', url: '/api/files/pictures/x/full' }

  it('begins with what to do, and ends where it is full', async () => {
    network({ 'GET /api/files/': () => page() })
    open(PortfolioSection)
    await screen.findByText('Nothing here yet')
    expect(screen.getByRole('button', { name: 'Add a picture' })).toBeTruthy()
    const all = Array.from({ length: 12 }, (_, i) => ({ ...work, id: `file-${i}`, caption: `Poster ${i}` }))
    network({ 'GET /api/files/': () => page(...all) })
    open(PortfolioSection)
    await screen.findByRole('img', { name: 'Poster 11' })
    expect(screen.queryByRole('button', { name: 'Add a picture' })).toBeNull()
    expect(screen.getByText('There is room for 12. Remove one to add another.')).toBeTruthy()
  })
})
