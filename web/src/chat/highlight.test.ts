import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { highlight } from './highlight'

const told = (text: string, language: string) =>
  highlight(text, language)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => [kind, text])

it('tells comments, strings, numbers and keywords apart', () => {
  expect(told('const a = "if 1" // 2 \nreturn 3.5', 'ts')).toEqual([
    ['keyword', 'const'],
    ['string', '"if 1"'],
    ['comment', '// 2 '],
    ['keyword', 'return'],
    ['number', '3.5'],
  ])
  expect(told('x # if\ndef y', 'python')).toEqual([
    ['comment', '# if'],
    ['keyword', 'def'],
  ])
})

it('changes no letter of it, whatever it is', () => {
  const piece = fc.constantFrom('"', "'", '`', '\\', '/*', '*/', '//', '#', '\n', 'if', '9', ' ', 'é', '-', '😀')
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom('ts', 'python', 'sql', ''), (pieces, language) => {
      const text = pieces.join('')
      expect(
        highlight(text, language)
          .map((token) => token.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

it('takes no longer than the text is long, whatever was left open', () => {
  for (const piece of ['"', "'", '`', '/*', '/* *', '\\', '"\\', 'a'.repeat(50), '#', '-']) {
    const started = performance.now()
    highlight(piece.repeat(32_000 / piece.length), 'ts')
    expect(performance.now() - started, piece).toBeLessThan(1000)
  }
})
