import { expect, it } from 'vitest'
import { shiftOf, windowOf } from './conversations.window'

const row = (id: string, updated_at = '1', pinned = false) => ({ id, updated_at, pinned })
const rows = (...ids: string[]) => ids.map((id) => row(id))

it('draws the visible rows and a few around them, however many there are', () => {
  expect(windowOf(0, 640, 64, 2000)).toEqual({ from: 0, to: 18 })
  expect(windowOf(64_000, 640, 64, 2000)).toEqual({ from: 992, to: 1018 })
  expect(windowOf(127_360, 640, 64, 2000)).toEqual({ from: 1982, to: 2000 })
  expect(windowOf(99_999, 640, 64, 3)).toEqual({ from: 0, to: 3 })
})

it('what one looks at stays in its place when a row from below rises to the top', () => {
  const after = [row('d', '2'), ...rows('a', 'b', 'c')]
  expect(shiftOf(rows('a', 'b', 'c', 'd'), after, 1)).toBe(1)
})

it('it is held by its neighbour where the first visible row itself rose or left', () => {
  expect(shiftOf(rows('a', 'b', 'c'), [row('b', '2'), ...rows('a', 'c')], 1)).toBe(0)
  expect(shiftOf(rows('a', 'b', 'c', 'd'), rows('a', 'c', 'd'), 1)).toBe(-1)
})

it('nobody is held at the very top, where what comes in is to be seen', () => {
  expect(shiftOf(rows('a', 'b'), [row('b', '2'), row('a')], 0)).toBe(0)
})
