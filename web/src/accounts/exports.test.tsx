import { fireEvent, screen } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { now } from '../lib/clock'
import { network, visit } from '../test/world'
import DataSection from './DataSection'
import type { Export } from './exports.queries'

const at = (days: number) => new Date(now() + days * 86_400_000).toISOString()
const preparing: Export = {
  id: 'export-1',
  state: 'preparing',
  created_at: at(0),
  ready_at: null,
  expires_at: null,
  size: null,
}
const ready: Export = { ...preparing, state: 'ready', ready_at: at(0), expires_at: at(7), size: 1_234_567 }

const show = () => visit({ address: '/settings/data', path: '/settings/data', component: DataSection })
const served = (items: () => Export[], asked?: () => Export) =>
  network({
    'GET /api/account/exports/': () => ({ body: { items: items(), next_cursor: null } }),
    'POST /api/account/exports/': () => ({
      status: asked ? 202 : 503,
      body: asked?.() ?? { code: 'maintenance', status: 503 },
    }),
  })

it('is asked for, prepared while one waits, and then downloaded', async () => {
  let state: Export[] = []
  served(
    () => state,
    () => (state = [preparing])[0]!,
  )
  const { client } = show()
  fireEvent.click(await screen.findByRole('button', { name: 'Prepare my data' }))
  expect(await screen.findByText('Your data is being prepared')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
  state = [ready]
  await client.invalidateQueries({ queryKey: ['exports'] })
  const link = await screen.findByRole('link', { name: 'Download' })
  expect(link.getAttribute('href')).toBe('/api/account/exports/export-1/download/')
  expect((await screen.findByText(/1\.2 MB/)).textContent).toMatch(/download it until/)
})

it('that failed says so and can be asked for again', async () => {
  served(() => [{ ...preparing, state: 'failed' }])
  show()
  expect(await screen.findByText(/could not be prepared/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Prepare my data' }))
  expect((await screen.findByRole('alert')).textContent).toBeTruthy()
})
