import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginNotes,
  cut,
  heard,
  isDue,
  isSaved,
  merged,
  refused,
  resolved,
  typed,
  type NotesState,
} from './shared-notes'

const on = (text: string, revision = 1): NotesState => ({
  ...beginNotes(),
  saved: { revision, text, written_by: 'other' },
  draft: text,
})
const said = (text: string, revision: number, written_by = 'other') => ({ text, revision, written_by })

describe('two changes of one text', () => {
  it('become one where they are in different places', () => {
    expect(merged('one two three', 'one! two three', 'one two three!')).toBe('one! two three!')
    expect(merged('a\nb\nc', 'a\nc', 'a\nb\nc\nd')).toBe('a\nc\nd')
  })

  it('stay two where they touch', () => {
    expect(merged('', 'mine', 'theirs')).toBeUndefined()
    expect(merged('one two', 'one 2', 'one II')).toBeUndefined()
  })

  it('never lose a word of either', () => {
    const word = fc.string({ unit: fc.constantFrom('x', 'y', ' '), maxLength: 6 })
    fc.assert(
      fc.property(word, word, word, fc.string({ minLength: 1, maxLength: 20 }), (begin, middle, end, base) => {
        const before = `${base}|${base}|${base}`
        const mine = `${begin}${before}`
        const theirs = `${before}${end}${middle}`
        const both = merged(before, mine, theirs)
        if (both !== undefined) expect(both).toBe(`${begin}${before}${end}${middle}`)
      }),
    )
  })
})

describe('my notes', () => {
  it('are saved when the receipt comes, and what I typed meanwhile is due', () => {
    const sent = { ...typed(on(''), 'Hello'), sent: 'Hello' }
    expect(isSaved(heard(sent, said('Hello', 2, 'me'), 'me'))).toBe(true)
    const after = heard(typed(sent, 'Hello you'), said('Hello', 2, 'me'), 'me')
    expect([after.draft, isDue(after)]).toEqual(['Hello you', true])
  })

  it('take what somebody else wrote elsewhere, and keep mine', () => {
    const state = heard(typed(on('one\ntwo'), 'one!\ntwo'), said('one\ntwo\nthree', 2), 'me')
    expect([state.draft, state.clash]).toEqual(['one!\ntwo\nthree', undefined])
  })

  it('show both where we changed the same place, and send nothing until I decided', () => {
    const state = refused({ ...typed(on('one'), 'mine'), sent: 'mine' }, said('theirs', 2))
    expect(state).toMatchObject({ draft: 'mine', clash: { text: 'theirs', revision: 2 }, sent: undefined })
    expect(isDue(state)).toBe(false)
    const later = heard(state, said('theirs too', 3), 'me')
    expect(later).toMatchObject({ draft: 'mine', clash: { text: 'theirs too' } })
    const decided = resolved(later, 'theirs too\n\nmine')
    expect([isDue(decided), decided.saved.revision]).toEqual([true, 3])
  })

  it('are sent again after the line was cut, and an old greeting takes nothing back', () => {
    const state = cut({ ...typed(on('one', 4), 'one two'), sent: 'one two' })
    expect(isDue(state)).toBe(true)
    expect(heard(state, said('zero', 3), 'me')).toBe(state)
  })
})
