import { expect, it } from 'vitest'
import { blocksOf, type Piece } from './markdown'

const pieces = (text: string) => blocksOf(text).flatMap((block) => (block.kind === 'words' ? block.pieces : []))
const marked = (text: string) => pieces(text).filter(({ kind }) => kind !== 'text')
const readBack = (text: string) =>
  blocksOf(text)
    .map((block) => (block.kind === 'code' ? block.text : block.pieces.map((piece: Piece) => piece.text).join('')))
    .join('')

it('knows strong, emphasis, code and links, and leaves the rest as it was', () => {
  expect(pieces('a **b** *c* _d_ `e` https://example.com/x?y=1.')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'strong', text: 'b' },
    { kind: 'text', text: ' ' },
    { kind: 'em', text: 'c' },
    { kind: 'text', text: ' ' },
    { kind: 'em', text: 'd' },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'e' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'https://example.com/x?y=1', href: 'https://example.com/x?y=1' },
    { kind: 'text', text: '.' },
  ])
})

it('takes blocks of code as they are, also one that does not end', () => {
  expect(blocksOf('See:\n```ts\nconst a = **b**\n```\nand')).toEqual([
    { kind: 'words', pieces: [{ kind: 'text', text: 'See:' }] },
    { kind: 'code', language: 'ts', text: 'const a = **b**' },
    { kind: 'words', pieces: [{ kind: 'text', text: 'and' }] },
  ])
  expect(blocksOf('```\nopen')).toEqual([{ kind: 'code', language: '', text: 'open' }])
})

it.each([
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '[x](javascript:alert(1))',
  'data:text/html,<b>',
  '2 * 3 * 4 and snake_case_name and 5 ** 2',
  'h\u0300\u0301'.repeat(5000),
  'שלום **',
])('makes nothing of %s', (text) => {
  expect(marked(text)).toEqual([])
  expect(readBack(text)).toBe(text)
})

it.each(['`', '*', '_', '**', '```', 'https://', '**a', '`a\n', '* '])('comes to an end with 32 KiB of %s', (worst) => {
  const text = worst.repeat(Math.ceil(32_000 / worst.length))
  expect(blocksOf(text).length).toBeGreaterThan(0)
})
