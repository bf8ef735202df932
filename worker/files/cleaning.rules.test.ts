import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPdf } from './pdf.rules'
import type { Picture } from './picture'
import { cleanPicture } from './pictures.rules'
import { crc32 } from './png.rules'
import { REFUSALS } from './refusals'
import * as sample from './samples'

const runs = { numRuns: Number(import.meta.env.RANDOM_RUNS || 150) }
const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Reads what came out by other means than what made it, and names every byte's segment. */
function segmentsOf({ type, bytes }: Picture): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (type === 'image/png') return pngSegments(bytes, view)
  return type === 'image/webp' ? webpSegments(bytes, view) : jpegSegments(bytes, view)
}

function pngSegments(bytes: Uint8Array, view: DataView): string[] {
  const names: string[] = []
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at)
    names.push(text(bytes.subarray(at + 4, at + 8)))
    expect(crc32(bytes.subarray(at + 4, at + 8 + length))).toBe(view.getUint32(at + 8 + length))
    at += 12 + length
    if (names.at(-1) === 'IEND') expect(at).toBe(bytes.length)
  }
  return names
}

function webpSegments(bytes: Uint8Array, view: DataView): string[] {
  expect(view.getUint32(4, true)).toBe(bytes.length - 8)
  const names: string[] = []
  for (let at = 12; at < bytes.length;) {
    names.push(text(bytes.subarray(at, at + 4)))
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
    expect(at).toBeLessThanOrEqual(bytes.length)
  }
  return names
}

function jpegSegments(bytes: Uint8Array, view: DataView): string[] {
  const names: string[] = []
  for (let at = 2; ;) {
    const marker = view.getUint16(at)
    names.push(marker.toString(16))
    if (marker === 0xffd9) {
      expect(at + 2).toBe(bytes.length)
      return names
    }
    at += 2 + view.getUint16(at + 2)
    if (marker !== 0xffda) continue
    while (bytes[at] !== 0xff || bytes[at + 1] === 0 || (bytes[at + 1]! >= 0xd0 && bytes[at + 1]! <= 0xd7)) at++
  }
}

/** A JPEG segment is named by its marker. */
const KNOWN = [
  'IHDR',
  'PLTE',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'cICP',
  'IDAT',
  'IEND',
  'VP8 ',
  'VP8L',
  'VP8X',
  'ALPH',
  'ffe0',
  'ffee',
  'ffdb',
  'ffc0',
  'ffc1',
  'ffc2',
  'ffc4',
  'ffdd',
  'ffda',
  'ffd9',
]

function expectVerdict(bytes: Uint8Array): void {
  const found = cleanPicture(bytes)
  if (typeof found === 'string') {
    expect(REFUSALS).toHaveProperty(found)
    return
  }
  for (const name of segmentsOf(found)) expect(KNOWN).toContain(name)
  expect(cleanPicture(found.bytes)).toEqual(found)
}

const rich = sample.bytes('secret')
const PICTURES: [string, Uint8Array][] = [
  ['JPEG', sample.jpeg(32, [sample.jpegPart(0xe1, sample.GPS), sample.jpegPart(0xfe, rich)])],
  ['PNG', sample.png(32, [sample.chunk('gAMA', [0, 0, 177, 143]), sample.chunk('tEXt', rich)])],
  [
    'WebP',
    sample.riff(
      sample.canvas(32, 32, 0x1c),
      sample.webpPart('ALPH', [0, 1]),
      sample.lossy(32, 32),
      sample.webpPart('EXIF', sample.GPS),
    ),
  ],
]

describe('pictures', () => {
  it.each(PICTURES)('keeps of a %s what draws it and nothing else', (_, whole) => {
    const found = cleanPicture(whole)
    expect(found).toMatchObject({ width: 32, height: 32 })
    expect(text((found as Picture).bytes)).not.toMatch(/secret|GPS|Exif/)
    expectVerdict(whole)
  })

  it('leaves a picture that holds nothing else as it was', () => {
    for (const plain of [sample.jpeg(32), sample.png(32), sample.webp(32)])
      expect(cleanPicture(plain)).toMatchObject({ bytes: plain })
  })

  it('judges any bytes without a fault', () => {
    const starts = [...PICTURES.map(([, whole]) => whole.subarray(0, 12)), new Uint8Array()]
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) =>
        expectVerdict(sample.bytes(start, rest)),
      ),
      runs,
    )
  })

  it.each(PICTURES)('refuses a %s cut at any place', (_, whole) => {
    for (let length = 0; length < whole.length; length++)
      expect(cleanPicture(whole.slice(0, length))).toBeTypeOf('string')
  })

  it.each(PICTURES)('judges a %s with any byte changed, and whatever is put in, without a fault', (_, whole) => {
    const place = fc.nat(whole.length - 1)
    fc.assert(
      fc.property(place, fc.nat(255), fc.uint8Array({ maxLength: 40 }), (at, value, more) => {
        const flipped = whole.slice()
        flipped[at] = value
        expectVerdict(flipped)
        expectVerdict(sample.bytes(whole.slice(0, at), more, whole.slice(at)))
      }),
      runs,
    )
  })

  it.each(PICTURES)('refuses a %s with anything behind its end', (_, whole) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (more) => {
        expect(cleanPicture(sample.bytes(whole, more))).toBe('attached')
      }),
      runs,
    )
  })
})

describe('PDF', () => {
  it('judges any bytes, cuts and changes without a fault, and changes nothing in what it takes', () => {
    const whole = sample.pdf([...sample.CV, sample.packed('7 0 << /A 1 >>')])
    const judge = (bytes: Uint8Array) => {
      const found = checkPdf(bytes)
      if (typeof found === 'string') expect(REFUSALS).toHaveProperty(found)
      else expect(found).toEqual(bytes)
    }
    judge(whole)
    expect(checkPdf(whole)).toEqual(whole)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.uint8Array({ maxLength: 60 }), (at, value, more) => {
        const flipped = whole.slice()
        flipped[at] = value
        judge(flipped)
        judge(sample.bytes(whole.slice(0, at), more, whole.slice(at)))
        judge(sample.bytes('%PDF-1.4', more))
        expect(checkPdf(whole.slice(0, Math.min(at, whole.length - 2)))).toBeTypeOf('string')
      }),
      runs,
    )
  })

  it('looks for deeds however they are written', () => {
    const deeds = [
      '/S/JavaScript',
      '/S /J#61vaScript',
      '/S%x\n/Launch',
      `/S %${'x'.repeat(3000)}\n /Launch`,
      '/EF << /F 9 0 R >>',
      '/XFA [1 0 R]',
      '/S /GoToR',
    ]
    for (const deed of deeds) {
      expect(checkPdf(sample.pdf([...sample.CV, `<< ${deed} >>`]))).toBe('active')
      expect(checkPdf(sample.pdf([...sample.CV, sample.packed(`7 0 << ${deed} >>`)]))).toBe('active')
    }
    expect(checkPdf(sample.pdf([...sample.CV, '<< /S /URI /URI (https://example.com/JavaScript) >>']))).toBeInstanceOf(
      Uint8Array,
    )
  })
})
