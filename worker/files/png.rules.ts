import { judgeSize, type Picture } from './picture'
import { bigEndian, joined, Reader } from './reader'
import { refuse } from './refusals'

const SIGNATURE_LENGTH = 8
/** A picture has one chunk for every few kilobytes; a hundred thousand empty ones are a trap. */
const CHUNKS_MOST = 10_000

/** What colour needs beside the pixels, with the one length each may have. */
const COLOUR: Record<string, number> = { gAMA: 4, cHRM: 32, sRGB: 1, cICP: 4 }
const DEPTHS: Record<number, number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
const MOVING = new Set(['acTL', 'fcTL', 'fdAT'])

interface Chunk {
  name: string
  body: Uint8Array
  /** With its length, name and sum, as it stands in the file. */
  whole: Uint8Array
}
interface Found {
  colour: number
  palette: number
  seen: Set<string>
  parts: Uint8Array[]
  last: string
}

/** PNG (W3C, third edition) with the chunks that draw: every sum is checked, every other chunk is left out. */
export function cleanPng(bytes: Uint8Array): Picture {
  const source = new Reader(bytes)
  const signature = source.take(SIGNATURE_LENGTH)
  const head = chunkIn(source)
  if (head.name !== 'IHDR') refuse('cut_off')
  const { width, height, colour } = headIn(head.body)
  const found: Found = { colour, palette: 0, seen: new Set(), parts: [signature, head.whole], last: 'IHDR' }
  for (let count = 0; found.last !== 'IEND'; count++) {
    if (count > CHUNKS_MOST) refuse('unusual')
    readChunk(chunkIn(source), found)
  }
  if (source.left > 0) refuse('attached')
  return { type: 'image/png', bytes: joined(found.parts), width, height }
}

function chunkIn(source: Reader): Chunk {
  const from = source.at
  const length = source.u32()
  const named = source.take(4)
  const body = source.take(length)
  const sum = source.u32()
  const summed = source.bytes.subarray(from + 4, source.at - 4)
  if (crc32(summed) !== sum) refuse('cut_off')
  return { name: String.fromCharCode(...named), body, whole: source.bytes.subarray(from, source.at) }
}

function headIn(body: Uint8Array): { width: number; height: number; colour: number } {
  if (body.length !== 13) refuse('cut_off')
  const source = new Reader(body)
  const [width, height, depth, colour] = [source.u32(), source.u32(), source.u8(), source.u8()]
  const [compression, filter, interlace] = [source.u8(), source.u8(), source.u8()]
  if (!DEPTHS[colour]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) refuse('cut_off')
  judgeSize(width, height)
  return { width, height, colour }
}

function readChunk(chunk: Chunk, found: Found): void {
  const { name, body } = chunk
  if (MOVING.has(name)) refuse('animated')
  if (name === 'IDAT') judgeData(body, found)
  else if (name === 'IEND') judgeEnd(body, found)
  else if (name === 'PLTE') judgePalette(body, found)
  else if (name === 'tRNS') judgeTransparency(body, found)
  else if (isCritical(name)) refuse('unusual')
  else if (!isColour(name, body, found)) return
  found.parts.push(chunk.whole)
  found.seen.add(name)
  found.last = name
}

/** A capital first letter: whoever does not know the chunk cannot draw the picture. */
const isCritical = (name: string): boolean => !/^[a-z]/.test(name)

const isColour = (name: string, body: Uint8Array, { seen }: Found): boolean =>
  COLOUR[name] === body.length && !seen.has(name) && !seen.has('PLTE') && !seen.has('IDAT')

function judgePalette({ length }: Uint8Array, found: Found): void {
  const wrong = length === 0 || length > 768 || length % 3 !== 0 || found.colour === 0 || found.colour === 4
  if (wrong || found.seen.has('PLTE') || found.seen.has('IDAT')) refuse('cut_off')
  found.palette = length / 3
}

function judgeTransparency({ length }: Uint8Array, { colour, palette, seen }: Found): void {
  const fits =
    colour === 0 ? length === 2 : colour === 2 ? length === 6 : colour === 3 && length > 0 && length <= palette
  if (!fits || seen.has('tRNS') || seen.has('IDAT')) refuse('cut_off')
}

/** Data chunks follow each other; the first begins as zlib does. */
function judgeData(body: Uint8Array, found: Found): void {
  if (found.seen.has('IDAT')) {
    if (found.last !== 'IDAT') refuse('cut_off')
    return
  }
  if (found.colour === 3 && found.palette === 0) refuse('cut_off')
  if (body.length < 2 || (body[0]! & 15) !== 8 || bigEndian(body.subarray(0, 2)) % 31 !== 0 || (body[1]! & 32) !== 0)
    refuse('cut_off')
}

function judgeEnd({ length }: Uint8Array, { seen }: Found): void {
  if (length > 0 || !seen.has('IDAT')) refuse('cut_off')
}

const SUMS = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1
  return n
})
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = SUMS[(sum ^ byte) & 255]! ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
