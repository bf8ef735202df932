import { judgeSize, type Picture } from './picture'
import { joined, Reader } from './reader'
import { refuse } from './refusals'

const CHUNKS_MOST = 100
const ANIMATED = 0x02
const ALPHA = 0x10

interface Chunk {
  name: string
  body: Uint8Array
}
interface Size {
  width: number
  height: number
}

/** A still WebP (RFC 9649): its picture and transparency alone, in a container written anew. */
export function cleanWebp(bytes: Uint8Array): Picture {
  const chunks = chunksIn(bytes)
  if (chunks.some(({ name }) => name === 'ANIM' || name === 'ANMF')) refuse('animated')
  const pictures = chunks.filter(({ name }) => name === 'VP8 ' || name === 'VP8L')
  const [picture] = pictures
  if (!picture || pictures.length > 1) refuse('cut_off')
  const size = picture.name === 'VP8L' ? losslessSize(picture.body) : lossySize(picture.body)
  judgeSize(size.width, size.height)
  judgeCanvas(chunks, size)
  const kept = picture.name === 'VP8L' ? [picture] : withAlpha(chunks, picture, size)
  return { type: 'image/webp', bytes: written(kept), ...size }
}

function chunksIn(bytes: Uint8Array): Chunk[] {
  const source = new Reader(bytes)
  source.take(4)
  const size = source.u32le()
  if (size > source.left || size % 2 === 1) refuse('cut_off')
  if (size < source.left) refuse('attached')
  source.take(4)
  const chunks: Chunk[] = []
  while (source.left > 0) {
    if (chunks.length >= CHUNKS_MOST) refuse('unusual')
    const name = source.text(4)
    const body = source.take(source.u32le())
    source.take(body.length % 2)
    chunks.push({ name, body })
  }
  return chunks
}

/** The key frame's header (RFC 6386, 9.1): its first partition must lie inside. */
function lossySize(body: Uint8Array): Size {
  const source = new Reader(body)
  const tag = source.u24le()
  const isKeyFrame = (tag & 1) === 0
  if (!isKeyFrame || source.u24le() !== 0x2a019d) refuse('cut_off')
  const [width, height] = [source.u16le() & 0x3fff, source.u16le() & 0x3fff]
  if (tag >> 5 === 0 || tag >> 5 > source.left) refuse('cut_off')
  return { width, height }
}

function losslessSize(body: Uint8Array): Size {
  const source = new Reader(body)
  if (source.u8() !== 0x2f) refuse('cut_off')
  const bits = source.u32le()
  if (bits >>> 29 !== 0 || source.left === 0) refuse('cut_off')
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** An extended file names its canvas first, and it is as large as the picture. */
function judgeCanvas(chunks: Chunk[], size: Size): void {
  const [first, ...others] = chunks
  if (others.some(({ name }) => name === 'VP8X')) refuse('cut_off')
  if (first?.name !== 'VP8X') return
  if (first.body.length !== 10) refuse('cut_off')
  const source = new Reader(first.body)
  if (source.u32le() & ANIMATED) refuse('animated')
  if (source.u24le() + 1 !== size.width || source.u24le() + 1 !== size.height) refuse('cut_off')
}

function withAlpha(chunks: Chunk[], picture: Chunk, size: Size): Chunk[] {
  const alphas = chunks.filter(({ name }) => name === 'ALPH')
  const [alpha] = alphas
  if (!alpha) return [picture]
  const isKnown = alpha.body.length > 1 && (alpha.body[0]! & 3) <= 1
  if (alphas.length > 1 || !isKnown || chunks[0]?.name !== 'VP8X') refuse('cut_off')
  return [{ name: 'VP8X', body: canvas(size) }, alpha, picture]
}

const canvas = ({ width, height }: Size): Uint8Array => {
  const [across, down] = [width - 1, height - 1]
  return Uint8Array.of(ALPHA, 0, 0, 0, across, across >> 8, across >> 16, down, down >> 8, down >> 16)
}

function written(chunks: Chunk[]): Uint8Array<ArrayBuffer> {
  const parts = chunks.flatMap(({ name, body }) => [
    ascii(name),
    littleEndian(body.length),
    body,
    new Uint8Array(body.length % 2),
  ])
  const size = parts.reduce((sum, { length }) => sum + length, 4)
  return joined([ascii('RIFF'), littleEndian(size), ascii('WEBP'), ...parts])
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const littleEndian = (value: number): Uint8Array => Uint8Array.of(value, value >> 8, value >> 16, value >> 24)
