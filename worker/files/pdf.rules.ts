import { Inflate } from 'fflate'
import { joined, startsWith } from './reader'
import { refuse, Refused, verdict, type Refusal } from './refusals'

/** What may stand between two words of a PDF. */
const GAP = '(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]*[\\r\\n])*'
const ACTIONS = 'JavaScript|Launch|SubmitForm|ImportData|GoToE|GoToR|Rendition|RichMediaExecute'
const HOLDERS = 'EmbeddedFiles|EF|XFA'
const KINDS = 'EmbeddedFile|RichMedia'
/** Names that tell what a PDF does beyond being read (ISO 32000, 7.11 and 12.6). As plain words they are harmless. */
const NAMES = new RegExp(`/(${ACTIONS}|${HOLDERS}|${KINDS}|Encrypt|Root)\\b`, 'g')
const IS_ACTION = new RegExp(`^(?:${ACTIONS})$`)
const IS_KIND = new RegExp(`^(?:${KINDS})$`)
/** In front of an action's name; a gap as long as all that is looked at hides something. */
const ACTED = new RegExp(`(?:^[^\\r\\n]*[\\r\\n]|/S|obj)${GAP}$`)
const TYPED = new RegExp(`/(?:Type|Subtype)${GAP}$`)
/** Behind a key whose value is a thing. */
const HOLDS = new RegExp(`^${GAP}(?:<<|\\[|\\d+${GAP}\\d+${GAP}R\\b)`)
const PACKED_MOST = 2000
const LOOK = 1000
const NAMES_MOST = 200
const PACKED = /\/ObjStm\b/g
/** All packed objects of a CV together; more is a bomb. */
const UNPACKED_MOST = 32 * 1024 * 1024
const STEP = 16_384
const HEADER = /^%PDF-[12]\.\d/
/** The end of a file: where its table of objects is, and nothing but line ends after the mark. */
const TAIL = /startxref\s+(\d{1,10})\s+%%EOF[\r\n \0]*$/

export const looksLikePdf = (bytes: Uint8Array): boolean => startsWith(bytes, '%PDF-')

/** A PDF that is whole, plain and nothing else besides. It is kept as it came, and only ever handed out as a download. */
export function checkPdf(bytes: Uint8Array): Uint8Array<ArrayBuffer> | Refusal {
  return verdict(() => {
    const text = latin(bytes)
    if (!HEADER.test(text.slice(0, 16))) refuse('not_a_pdf')
    judgeTail(text)
    const plain = unescaped(text)
    if (!judgeNames(plain).has('Root')) refuse('cut_off')
    judgePacked(bytes, text, plain)
    return joined([bytes])
  })
}

/** Each byte one character, so that places in the text are places in the file. */
function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

function judgeTail(text: string): void {
  const tail = text.slice(-1024)
  const end = TAIL.exec(tail)
  if (!end) refuse(tail.includes('%%EOF') ? 'attached' : 'cut_off')
  const table = text.slice(Number(end[1]), Number(end[1]) + 40)
  if (!/^\s*(?:xref\s|\d+\s+\d+\s+obj\b)/.test(table)) refuse('cut_off')
  // A ZIP is read from its end: its last record must not lie there.
  if (text.slice(-66_000).includes('PK\x05\x06')) refuse('two_in_one')
}

/** Names may hide their letters as #4A. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/**
 * Looks everywhere, also inside texts and pictures, since a reader that repairs files may find an object there. Answers
 * the names that hold a thing.
 */
function judgeNames(plain: string): Set<string> {
  const holding = new Set<string>()
  let count = 0
  for (const { 0: whole, 1: name = '', index } of plain.matchAll(NAMES)) {
    if (++count > NAMES_MOST) refuse('active')
    const before = plain.slice(Math.max(0, index - LOOK), index)
    if (IS_ACTION.test(name) ? ACTED.test(before) : IS_KIND.test(name) && TYPED.test(before)) refuse('active')
    const after = index + whole.length
    if (HOLDS.test(plain.slice(after, after + LOOK))) holding.add(name)
  }
  if (holding.has('Encrypt')) refuse('locked')
  if (HOLDERS.split('|').some((name) => holding.has(name))) refuse('active')
  return holding
}

/** The objects that a file keeps packed are unpacked and read too. */
function judgePacked(bytes: Uint8Array, text: string, plain: string): void {
  const places = placesIn(text)
  if (places.length !== placesIn(plain).length) refuse('active')
  let room = UNPACKED_MOST
  for (const at of places) {
    const unpacked = unpackedAt(bytes, text, at, room)
    room -= unpacked.length
    judgeNames(unescaped(unpacked))
  }
}

function placesIn(text: string): number[] {
  const places: number[] = []
  for (const { index } of text.matchAll(PACKED)) if (places.push(index) > PACKED_MOST) refuse('unusual_pdf')
  return places
}

function unpackedAt(bytes: Uint8Array, text: string, at: number, room: number): string {
  const near = text.slice(Math.max(0, at - LOOK), at + LOOK)
  const middle = Math.min(at, LOOK)
  const begin = near.indexOf('stream', middle)
  const open = at - middle + begin
  const close = text.indexOf('endstream', open)
  if (begin === -1 || close === -1) refuse('cut_off')
  const said = near.slice(Math.max(0, near.lastIndexOf('obj', middle)), begin)
  const ways = said.match(/\/(?:\w*Decode|Fl|Crypt|Predictor)\b/g) ?? []
  const line = /^stream\r?\n/.exec(text.slice(open, open + 8)) ?? refuse('cut_off')
  const packed = bytes.subarray(open + line[0].length, close)
  if (ways.length === 0) return latin(packed)
  if (ways.length > 1 || !ways[0]!.startsWith('/Fl')) refuse('active')
  return latin(inflated(packed, room))
}

function inflated(packed: Uint8Array, room: number): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((part) => {
    size += part.length
    if (size > room) refuse('unusual_pdf')
    parts.push(part)
  })
  try {
    // Two bytes of zlib's header stand in front. In small steps, so that a bomb is noticed while it is small.
    for (let at = 2; at < packed.length; at += STEP)
      inflate.push(packed.slice(at, at + STEP), at + STEP >= packed.length)
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('cut_off')
  }
  return joined(parts)
}
