import { zlibSync } from 'fflate'
import { crc32 } from './png.rules'
import { joined } from './reader'

// Small files made byte by byte, sound ones and their parts, for tests to spoil.

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 255)
export const bytes = (...parts: (Uint8Array | number[] | string)[]): Uint8Array<ArrayBuffer> =>
  joined(parts.map((part) => (typeof part === 'string' ? ascii(part) : Uint8Array.from(part))))
const big16 = (value: number): number[] => [(value >> 8) & 255, value & 255]
const big32 = (value: number): number[] => [...big16(value >>> 16), ...big16(value)]
const little32 = (value: number): number[] => big32(value).toReversed()
const little24 = (value: number): number[] => little32(value).slice(0, 3)

// JPEG

export const jpegPart = (marker: number, body: Uint8Array | number[] | string): Uint8Array => {
  const content = bytes(body)
  return bytes([0xff, marker, ...big16(content.length + 2)], content)
}
export const quantization = jpegPart(0xdb, [0, ...Array(64).fill(1)])
export const frame = (width: number, height: number, marker = 0xc0, components = 1): Uint8Array =>
  jpegPart(marker, [
    8,
    ...big16(height),
    ...big16(width),
    components,
    ...Array.from({ length: components }, (_, i) => [i + 1, 0x11, 0]).flat(),
  ])
const oneCode = [1, ...Array(15).fill(0), 0]
export const huffman = jpegPart(0xc4, [0, ...oneCode, 0x10, ...oneCode])
/** Two zero bits for each block of eight by eight: no difference, nothing else. */
export const scan = (width: number, height: number): Uint8Array =>
  bytes(jpegPart(0xda, [1, 1, 0, 0, 63, 0]), new Uint8Array(Math.ceil((width / 8) * (height / 8) * 0.25)))
export const JFIF = jpegPart(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0')
export const END = [0xff, 0xd9]
export const jpeg = (side = 512, extra: Uint8Array[] = []): Uint8Array<ArrayBuffer> =>
  bytes([0xff, 0xd8], JFIF, ...extra, quantization, frame(side, side), huffman, scan(side, side), END)

/** EXIF with the place where the picture was taken, as a telephone writes it. */
export const GPS = bytes(
  'Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0',
  'GPSLatitude 18.5204 GPSLongitude 73.8567 iPhone of Asha',
)

// PNG

export const chunk = (name: string, body: Uint8Array | number[] | string = []): Uint8Array => {
  const content = bytes(body)
  return bytes(big32(content.length), name, content, big32(crc32(bytes(name, content))))
}
export const SIGNATURE = bytes('\x89PNG\r\n\x1a\n')
export const header = (width: number, height: number): Uint8Array =>
  chunk('IHDR', [...big32(width), ...big32(height), 8, 0, 0, 0, 0])
export const pixels = (side: number): Uint8Array => chunk('IDAT', zlibSync(new Uint8Array((side + 1) * side)))
export const png = (side = 512, extra: Uint8Array[] = []): Uint8Array<ArrayBuffer> =>
  bytes(SIGNATURE, header(side, side), ...extra, pixels(side), chunk('IEND'))

// WebP

export const webpPart = (name: string, body: Uint8Array | number[] | string): Uint8Array => {
  const content = bytes(body)
  return bytes(name, little32(content.length), content, Array(content.length % 2).fill(0))
}
export const riff = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const content = bytes('WEBP', ...parts)
  return bytes('RIFF', little32(content.length), content)
}
/** One colour: five codes of one symbol each take no bit for any pixel. */
export const lossless = (width: number, height: number): Uint8Array =>
  webpPart('VP8L', [0x2f, ...little32((width - 1) | ((height - 1) << 14)), 0x88, 0x88, 0x08])
export const lossy = (width: number, height: number): Uint8Array =>
  webpPart('VP8 ', [
    0x30,
    1,
    0,
    0x9d,
    0x01,
    0x2a,
    width & 255,
    width >> 8,
    height & 255,
    height >> 8,
    ...Array(16).fill(0),
  ])
export const canvas = (width: number, height: number, flags = 0): Uint8Array =>
  webpPart('VP8X', [flags, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)])
export const webp = (side = 512): Uint8Array<ArrayBuffer> => riff(lossless(side, side))

// PDF

/** A document of these objects, each without its number; the first is the catalogue. */
export function pdf(objects: (string | Uint8Array)[] = CV, tail = ''): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [ascii('%PDF-1.7\n')]
  const places: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, i) => {
    places.push(length())
    parts.push(bytes(`${i + 1} 0 obj\n`, object, '\nendobj\n'))
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = length()
  parts.push(ascii(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`))
  parts.push(ascii(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${tail}>>\nstartxref\n${start}\n%%EOF\n`))
  return bytes(...parts)
}
export const stream = (dictionary: string, content: Uint8Array | string): Uint8Array =>
  bytes(`<< ${dictionary} /Length ${bytes(content).length} >>\nstream\n`, content, '\nendstream')
export const packed = (content: string): Uint8Array =>
  stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', zlibSync(ascii(content)))
export const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'
export const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
export const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>'
/** What a developer's CV says: the words alone are not the deed. */
export const WORDS = stream('', 'BT (HTML/CSS/JavaScript (React), Launch of /JS Conf) Tj ET')
export const CV = [CATALOGUE, PAGES, PAGE, WORDS]
