/** A piece of a line. Links are https or http and nothing else; everything that is not a mark is text as it was typed. */
export type Piece =
  | { kind: 'text' | 'strong' | 'em' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string }
export type Block = { kind: 'words' | 'quote'; pieces: Piece[] } | { kind: 'code'; language: string; text: string }

/** Lines that begin with ">", of somebody else's words. */
const QUOTED = /(?:^>[^\n]*(?:\n|$))+/gm
const FENCE = /```([\w+#-]{0,20})\n?([^]*?)(?:```|$)/g
// Each branch stops at its own mark, so a text is walked through once.
const MARKS =
  /`([^`\n]+)`|\*\*(?!\s)([^*\n]*[^*\s])\*\*|(?<!\w)[*_](?!\s)([^*_\n]*[^*_\s])[*_](?!\w)|(https?:\/\/[^\s<>"'`]+)/g
const TRAILING = /[.,;:!?)\]}»”]+$/

/** The subset of Markdown that messages know: code, quotes, strong, emphasis and links. No HTML is made of it, ever. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let from = 0
  for (const found of text.matchAll(FENCE)) {
    words(blocks, text.slice(from, found.index).replace(/\n$/, ''))
    blocks.push({ kind: 'code', language: found[1] ?? '', text: (found[2] ?? '').replace(/\n$/, '') })
    from = found.index + found[0].length
  }
  words(blocks, text.slice(from).replace(from > 0 ? /^\n/ : /^$/, ''))
  return blocks
}

function words(blocks: Block[], text: string): void {
  const add = (kind: 'words' | 'quote', part: string) => {
    if (part !== '') blocks.push({ kind, pieces: piecesOf(part) })
  }
  let from = 0
  for (const found of text.matchAll(QUOTED)) {
    add('words', text.slice(from, found.index).replace(/\n$/, ''))
    add('quote', found[0].replace(/^> ?/gm, '').replace(/\n$/, ''))
    from = found.index + found[0].length
  }
  add('words', text.slice(from))
}

/** The marks inside one line or paragraph. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const plain = (until: number) => {
    if (until > from) pieces.push({ kind: 'text', text: text.slice(from, until) })
  }
  for (const found of text.matchAll(MARKS)) {
    const piece = pieceOf(found)
    if (!piece) continue
    plain(found.index)
    pieces.push(piece)
    from = found.index + (piece.kind === 'link' ? piece.text.length : found[0].length)
  }
  plain(text.length)
  return pieces
}

function pieceOf([, code, strong, em, address]: RegExpExecArray): Piece | undefined {
  if (code !== undefined) return { kind: 'code', text: code }
  if (strong !== undefined) return { kind: 'strong', text: strong }
  if (em !== undefined) return { kind: 'em', text: em }
  const text = address!.replace(TRAILING, '')
  return URL.canParse(text) ? { kind: 'link', text, href: new URL(text).href } : undefined
}
