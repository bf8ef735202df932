import { describe, expect, it } from 'vitest'
import { pinnedFirst, place, takeNewest, takeOlder, type Conversation } from './conversations.pages'

const one = (id: string, minute: number, more: Partial<Conversation> = {}): Conversation =>
  ({
    id,
    updated_at: new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString(),
    pinned: false,
    archived: false,
    unread: 0,
    other: { role: 'mentor' },
    ...more,
  }) as Conversation
const page = (items: Conversation[], next_cursor: string | null = 'more') => ({ items, next_cursor })
const ids = ({ items }: { items: Conversation[] }) => items.map(({ id }) => id).join('')

const known = takeOlder(page([one('a', 9), one('b', 8), one('c', 7)]), page([one('d', 6), one('e', 5)], 'end'))

describe('the first page, asked for again', () => {
  it('brings up what rose, and keeps the pages below and where they lead', () => {
    const now = takeNewest(known, page([one('e', 12), one('a', 9), one('b', 8)]))
    expect([ids(now), now.next_cursor]).toEqual(['eabcd', 'end'])
  })

  it('drops what is no longer in its stretch, and nothing below it', () => {
    expect(ids(takeNewest(known, page([one('a', 9), one('c', 7)])))).toBe('acde')
  })

  it('begins anew where so much happened that there may be a gap', () => {
    const now = takeNewest(known, page([one('x', 30), one('y', 29), one('z', 28)], 'other'))
    expect([ids(now), now.next_cursor]).toEqual(['xyz', 'other'])
  })

  it('is everything where there is no more', () => {
    expect(ids(takeNewest(known, page([one('a', 9)], null)))).toBe('a')
  })
})

it('a page that overlaps shows nobody twice', () => {
  expect(ids(takeOlder(known, page([one('e', 5), one('f', 4)], null)))).toBe('abcdef')
})

describe('one that changed', () => {
  it('rises by its time, and keeps its place where only a choice changed', () => {
    expect(ids(place(known, {}, one('d', 20)))).toBe('dabce')
    expect(ids(place(known, {}, one('d', 6, { muted: true })))).toBe('abcde')
  })

  it('leaves a list that it no longer belongs to, and comes into the one that it belongs to now', () => {
    const archived = one('b', 8, { archived: true })
    expect(ids(place(known, {}, archived))).toBe('acde')
    expect(ids(place(page([one('x', 10)], null), { filter: 'archived' }, archived))).toBe('xb')
    expect(ids(place(page([], null), { filter: 'pinned' }, one('b', 8, { pinned: true })))).toBe('b')
    expect(ids(place(page([], null), { filter: 'students' }, one('b', 8)))).toBe('')
  })

  it('stays among the unread ones while it is read, and in a search whatever is chosen for it', () => {
    expect(ids(place(known, { filter: 'unread' }, one('b', 8)))).toBe('abcde')
    expect(ids(place(known, { q: 'mira' }, one('b', 8, { archived: true })))).toBe('abcde')
    expect(ids(place(known, { q: 'mira' }, one('x', 20)))).toBe('abcde')
  })

  it('waits for its page where it lies below all that is known', () => {
    expect(ids(place(known, {}, one('z', 1)))).toBe('abcde')
    expect(ids(place({ ...known, next_cursor: null }, {}, one('z', 1)))).toBe('abcdez')
  })
})

it('pinned ones stand first by their time, also from pages that are not here yet', () => {
  const all = [one('a', 9), one('b', 8, { pinned: true }), one('c', 7)]
  const pinned = [one('b', 8, { pinned: true }), one('old', 1, { pinned: true })]
  expect(ids({ items: pinnedFirst(all, pinned) })).toBe('boldac')
  const unpinned = all.map((row) => ({ ...row, pinned: false }))
  expect(ids({ items: pinnedFirst(unpinned, pinned) })).toBe('oldabc')
})
