import { expect, it } from 'vitest'
import { safeNext } from './next'

it('comes back to the page that asked for the log-in, with all that was chosen', () => {
  expect(safeNext('/book/M000001?offer_id=o1&start=2026-11-26T13:30:00Z')).toBe(
    '/book/M000001?offer_id=o1&start=2026-11-26T13:30:00Z',
  )
})

it('never leads to another site', () => {
  const away = ['https://evil.example', '//evil.example', '/\\evil.example', '/.//evil.example', 'javascript:alert(1)']
  for (const link of [...away, undefined]) expect(safeNext(link)).toBe('/home')
})
