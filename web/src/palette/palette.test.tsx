import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { beforeEach, expect, it, vi } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import { isNamed } from './entries'
import Palette from './Palette'

const found = {
  mentors: [{ mentor_id: 'M000002', name: 'Mira Kulkarni', headline: 'Systems', picture_url: null }],
  conversations: [],
  posts: [{ id: 'post-1', excerpt: 'Draw the failure first', author_name: null }],
  events: [],
}
let calls: Call[]
let failing: boolean
const close = vi.fn()
const type = (words: string) => fireEvent.input(screen.getByRole('combobox'), { target: { value: words } })
const chosen = () => screen.getAllByRole('option').find((one) => one.getAttribute('aria-selected') === 'true')!
const press = (key: string) => fireEvent.keyDown(screen.getByRole('combobox'), { key })

beforeEach(() => {
  failing = false
  close.mockReset()
  Element.prototype.scrollIntoView = () => undefined
  calls = network({
    'GET /api/search/': () => (failing ? { status: 503, body: { code: 'maintenance', status: 503 } } : { body: found }),
  })
})
const open = async () => {
  visit({ address: '/', path: '*', component: () => <Palette me={asha} onClose={close} />, as: asha })
  await screen.findByRole('combobox')
}

it('shows where one can go and what one can do before a word is typed, and asks nobody', async () => {
  await open()
  expect(screen.getByRole('option', { name: 'Community' })).toBeTruthy()
  expect(screen.getByRole('option', { name: 'Write a post' })).toBeTruthy()
  expect(screen.queryByRole('option', { name: /Devices/ })).toBeNull()
  expect(calls.some(({ route }) => route.includes('/api/search/'))).toBe(false)
})

it('finds mentors, posts and sections of the settings, and the arrows walk over all of them', async () => {
  await open()
  type('dra')
  await screen.findByRole('option', { name: /Draw the failure first/ })
  expect(chosen().textContent).toContain('Mira Kulkarni')
  press('ArrowDown')
  expect(chosen().textContent).toContain('Draw the failure first')
  expect(chosen().textContent).toContain('Former member')
  press('Enter')
  expect(close).toHaveBeenCalledOnce()
})

it('still leads to pages when the search does not answer, and says so', async () => {
  failing = true
  await open()
  type('priv')
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('did not answer'))
  expect(screen.getAllByRole('option', { name: /Privacy/ }).length).toBeGreaterThan(0)
})

it('compares the beginnings of words, whatever their case or accents', () => {
  expect(isNamed('Réglages et compte', 'reg COM')).toBe(true)
  expect(isNamed('Messages', 'sages')).toBe(false)
  expect(isNamed('Anything', '')).toBe(true)
})
