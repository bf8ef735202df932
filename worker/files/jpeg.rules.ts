import { judgeSize, type Picture } from './picture'
import { joined, Reader, startsWith } from './reader'
import { refuse } from './refusals'

const SOI = [0xff, 0xd8]
const [RST0, RST7] = [0xd0, 0xd7] as const
const EOI = 0xd9
const [SOF0, SOF2, DHT, SOS, DQT, DRI, COM] = [0xc0, 0xc2, 0xc4, 0xda, 0xdb, 0xdd, 0xfe] as const
const [APP0, APP14, APP15] = [0xe0, 0xee, 0xef] as const
/** A progressive picture has about ten; thousands of them keep a decoder busy for minutes. */
const SCANS_MOST = 64

/** Our own header, without the thumbnail that another may hold. */
const JFIF = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]
const ADOBE = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0]

interface Frame {
  width: number
  height: number
  components: Set<number>
}
interface Found {
  frame?: Frame
  scans: number
  jfif: boolean
  /** How Adobe's header says that the colours are stored. */
  transform?: number
  parts: Uint8Array[]
}

/** Baseline and progressive pictures in grey or three colours, as browsers show them (ITU T.81). */
export function cleanJpeg(bytes: Uint8Array): Picture {
  const source = new Reader(bytes)
  source.take(SOI.length)
  const found: Found = { scans: 0, jfif: false, parts: [] }
  for (let marker = markerIn(source); marker !== EOI; marker = markerIn(source)) readSegment(source, marker, found)
  if (!found.frame || found.scans === 0) refuse('cut_off')
  if (source.left > 0) refuse('attached')
  const head = [
    ...SOI,
    ...(found.jfif ? JFIF : []),
    ...(found.transform === undefined ? [] : [...ADOBE, found.transform]),
  ]
  const whole = joined([Uint8Array.from(head), ...found.parts, Uint8Array.of(0xff, EOI)])
  const { width, height } = found.frame
  return { type: 'image/jpeg', bytes: whole, width, height }
}

function markerIn(source: Reader): number {
  if (source.u8() !== 0xff) refuse('cut_off')
  let marker = source.u8()
  while (marker === 0xff) marker = source.u8()
  return marker
}

function readSegment(source: Reader, marker: number, found: Found): void {
  if (marker < SOF0 || (marker >= RST0 && marker < EOI)) refuse('cut_off')
  const length = source.u16()
  if (length < 2) refuse('cut_off')
  const body = source.take(length - 2)
  if (marker === APP0) found.jfif ||= startsWith(body, 'JFIF\0')
  else if (marker === APP14) readAdobe(body, found)
  else if (marker > APP0 && marker <= APP15) return
  else if (marker === COM) return
  else keepSegment(source, marker, body, found)
}

function readAdobe(body: Uint8Array, found: Found): void {
  if (body.length !== 12 || !startsWith(body, 'Adobe')) return
  if (body[11]! > 1) refuse('for_print')
  found.transform = body[11]!
}

function keepSegment(source: Reader, marker: number, body: Uint8Array, found: Found): void {
  if (marker >= SOF0 && marker <= SOF2) found.frame = frameIn(body, found)
  else if (marker === DHT) judgeHuffmanTables(new Reader(body))
  else if (marker === DQT) judgeQuantizationTables(new Reader(body))
  else if (marker === DRI) judgeLength(body, 2)
  else if (marker === SOS) judgeScan(body, found)
  else refuse('unusual')
  const length = body.length + 2
  found.parts.push(Uint8Array.of(0xff, marker, length >> 8, length & 255), body)
  if (marker === SOS) found.parts.push(codedData(source))
}

const judgeLength = (body: Uint8Array, length: number): void => {
  if (body.length !== length) refuse('cut_off')
}

function frameIn(body: Uint8Array, { frame }: Found): Frame {
  if (frame) refuse('unusual')
  const source = new Reader(body)
  const precision = source.u8()
  const [height, width, count] = [source.u16(), source.u16(), source.u8()]
  judgeLength(body, 6 + 3 * count)
  if (count === 4) refuse('for_print')
  if (precision !== 8 || (count !== 1 && count !== 3)) refuse('unusual')
  judgeSize(width, height)
  const components = new Set<number>()
  for (let i = 0; i < count; i++) {
    const [id, sampling, table] = [source.u8(), source.u8(), source.u8()]
    const [across, down] = [sampling >> 4, sampling & 15]
    if (across < 1 || across > 4 || down < 1 || down > 4 || table > 3) refuse('cut_off')
    components.add(id)
  }
  if (components.size !== count) refuse('cut_off')
  return { width, height, components }
}

function judgeHuffmanTables(source: Reader): void {
  while (source.left > 0) {
    const table = source.u8()
    const codes = source.take(16).reduce((sum, count) => sum + count, 0)
    if (table >> 4 > 1 || (table & 15) > 3 || codes > 256) refuse('cut_off')
    source.take(codes)
  }
}

function judgeQuantizationTables(source: Reader): void {
  while (source.left > 0) {
    const table = source.u8()
    if (table >> 4 > 1 || (table & 15) > 3) refuse('cut_off')
    source.take(64 * ((table >> 4) + 1))
  }
}

function judgeScan(body: Uint8Array, found: Found): void {
  const source = new Reader(body)
  const count = source.u8()
  if (!found.frame || count < 1 || count > found.frame.components.size) refuse('cut_off')
  judgeLength(body, 4 + 2 * count)
  for (let i = 0; i < count; i++) {
    if (!found.frame.components.has(source.u8()) || (source.u8() & 0xcc) !== 0) refuse('cut_off')
  }
  if (source.u8() > 63 || source.u8() > 63) refuse('cut_off')
  if (++found.scans > SCANS_MOST) refuse('unusual')
}

/** Everything up to the next marker that is neither a stuffed zero nor a restart. */
function codedData(source: Reader): Uint8Array {
  const from = source.at
  for (let at = from; ; at += 2) {
    at = source.bytes.indexOf(0xff, at)
    const next = at === -1 ? undefined : source.bytes[at + 1]
    if (next === undefined) refuse('cut_off')
    if (next === 0 || (next >= RST0 && next <= RST7)) continue
    if (at === from) refuse('cut_off')
    source.at = at
    return source.bytes.subarray(from, at)
  }
}
