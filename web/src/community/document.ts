import { piecesOf, type Piece } from '../chat/markdown'

/** A piece of a line of a post: those of messages, links with words of their own, and people. */
export type Part = Piece | { kind: 'mention'; text: string; display_id: string }
export type PostBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; parts: Part[] }
  | { kind: 'paragraph'; lines: Part[][] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'quote'; blocks: PostBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: PostBlock[][] }

const DEEPEST = 4
const FENCE = /^ {0,3}(`{3,})([^`]*)$/
const HEADING = /^ {0,3}(#{1,3})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/
const QUOTE = /^ {0,3}> ?/
const BULLET = /^( {0,3})[-*+]( {1,4})(?=\S)/
const NUMBER = /^( {0,3})(\d{1,9})[.)]( {1,4})(?=\S)/

/**
 * The subset of Markdown that posts and comments know: paragraphs, headings, lists, quotes, code, strong, emphasis and
 * links. A line that ends is a line that ends, as people type. It never makes HTML; what is no mark is text.
 */
export const documentOf = (text: string): PostBlock[] => blocksIn(text.split(/\r\n|\r|\n/), 0)

function blocksIn(lines: string[], depth: number): PostBlock[] {
  const blocks: PostBlock[] = []
  for (let at = 0; at < lines.length;) {
    if (lines[at]!.trim() === '') at++
    else {
      const [block, next] = blockAt(lines, at, depth)
      blocks.push(block)
      at = next
    }
  }
  return blocks
}

type Taken = [block: PostBlock, next: number]

function blockAt(lines: string[], at: number, depth: number): Taken {
  const line = lines[at]!
  if (FENCE.test(line)) return codeAt(lines, at)
  const heading = HEADING.exec(line)
  if (heading) return [{ kind: 'heading', level: levelOf(heading[1]!), parts: partsOf(heading[2]!) }, at + 1]
  if (depth < DEEPEST && QUOTE.test(line)) return quoteAt(lines, at, depth)
  if (depth < DEEPEST && (BULLET.test(line) || NUMBER.test(line))) return listAt(lines, at, depth)
  return paragraphAt(lines, at, depth)
}

const levelOf = (marks: string): 1 | 2 | 3 => Math.min(marks.length, 3) as 1 | 2 | 3

/** Until the fence is closed by one that is as long, or the text ends. */
function codeAt(lines: string[], at: number): Taken {
  const [, fence = '', info = ''] = FENCE.exec(lines[at]!)!
  let end = at + 1
  while (end < lines.length && !isClosing(lines[end]!, fence)) end++
  const language = /^[\w+#-]{1,20}/.exec(info.trim())?.[0] ?? ''
  return [{ kind: 'code', language, text: lines.slice(at + 1, end).join('\n') }, end + 1]
}
const isClosing = (line: string, fence: string): boolean =>
  /^ {0,3}`{3,}\s*$/.test(line) && line.trim().length >= fence.length

function quoteAt(lines: string[], at: number, depth: number): Taken {
  let end = at
  while (end < lines.length && QUOTE.test(lines[end]!)) end++
  const inside = lines.slice(at, end).map((line) => line.replace(QUOTE, ''))
  return [{ kind: 'quote', blocks: blocksIn(inside, depth + 1) }, end]
}

const markOf = (line: string) => {
  const bullet = BULLET.exec(line)
  if (bullet) return { ordered: false, start: 1, width: bullet[0].length }
  const number = NUMBER.exec(line)
  return number && { ordered: true, start: Number(number[2]), width: number[0].length }
}

/** Items of one kind; what is indented below an item is part of it. */
function listAt(lines: string[], at: number, depth: number): Taken {
  const { ordered, start } = markOf(lines[at]!)!
  const items: PostBlock[][] = []
  let next = at
  for (;;) {
    const mark = next < lines.length ? markOf(lines[next]!) : undefined
    if (!mark || mark.ordered !== ordered) break
    const own = [lines[next]!.slice(mark.width)]
    for (next++; next < lines.length && isInside(lines, next, mark.width); next++)
      own.push(dedented(lines[next]!, mark.width))
    items.push(blocksIn(own, depth + 1))
    while (next < lines.length && lines[next]!.trim() === '' && markOf(lines[next + 1] ?? '')?.ordered === ordered)
      next++
  }
  return [{ kind: 'list', ordered, start, items }, next]
}

const isIndented = (line: string, width: number): boolean => line.slice(0, width).trim() === '' && line.trim() !== ''
const isInside = (lines: string[], at: number, width: number): boolean =>
  isIndented(lines[at]!, width) || (lines[at]!.trim() === '' && isIndented(lines[at + 1] ?? '', width))
const dedented = (line: string, width: number): string => line.slice(Math.min(width, line.length))

function paragraphAt(lines: string[], at: number, depth: number): Taken {
  let end = at + 1
  while (end < lines.length && !beginsAnother(lines[end]!, depth)) end++
  return [{ kind: 'paragraph', lines: lines.slice(at, end).map((line) => partsOf(line.trim())) }, end]
}
const beginsAnother = (line: string, depth: number): boolean =>
  line.trim() === '' ||
  FENCE.test(line) ||
  HEADING.test(line) ||
  (depth < DEEPEST && (QUOTE.test(line) || BULLET.test(line) || /^ {0,3}1[.)] {1,4}\S/.test(line)))

const NAMED_LINK = /\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()<>"'`]{1,500})\)/g
const MENTION = /(?<![\p{L}\p{N}_@])@([MS]\d{6,12})(?![\p{L}\p{N}_])/gu

/** Links with words of their own and people are found outside of code; the rest is as in messages. */
function partsOf(line: string): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const found of line.matchAll(NAMED_LINK)) {
    const [whole, words = '', address = ''] = found
    if (isInCode(line, found.index) || !isHonest(words, address)) continue
    parts.push(...withPeople(line.slice(from, found.index)), {
      kind: 'link',
      text: words,
      href: new URL(address).href,
    })
    from = found.index + whole.length
  }
  return [...parts, ...withPeople(line.slice(from))]
}

const isInCode = (line: string, at: number): boolean => (line.slice(0, at).split('`').length - 1) % 2 === 1

/** Words that look like an address may only lead to that host. */
function isHonest(words: string, address: string): boolean {
  if (!URL.canParse(address)) return false
  const said = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/u.exec(words.trim())?.[1]
  return said === undefined || new URL(address).hostname === said.toLowerCase()
}

const withPeople = (text: string): Part[] =>
  piecesOf(text).flatMap((piece): Part[] => {
    if (piece.kind !== 'text') return [piece]
    const parts: Part[] = []
    let from = 0
    for (const found of piece.text.matchAll(MENTION)) {
      if (found.index > from) parts.push({ kind: 'text', text: piece.text.slice(from, found.index) })
      parts.push({ kind: 'mention', text: found[0], display_id: found[1]! })
      from = found.index + found[0].length
    }
    if (from < piece.text.length) parts.push({ kind: 'text', text: piece.text.slice(from) })
    return parts
  })
