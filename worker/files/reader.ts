import { refuse } from './refusals'

/** Reads forward through bytes and never past their end: what would is refused as cut off. */
export class Reader {
  at = 0
  constructor(readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.at
  }

  take(length: number): Uint8Array {
    if (length > this.left) refuse('cut_off')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  u8 = (): number => this.take(1)[0]!
  u16 = (): number => bigEndian(this.take(2))
  u32 = (): number => bigEndian(this.take(4))
  u16le = (): number => littleEndian(this.take(2))
  u24le = (): number => littleEndian(this.take(3))
  u32le = (): number => littleEndian(this.take(4))
  text = (length: number): string => String.fromCharCode(...this.take(length))
}

export const bigEndian = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0)
const littleEndian = (bytes: Uint8Array): number => bytes.reduceRight((value, byte) => value * 256 + byte, 0)

export const startsWith = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && [...text].every((char, i) => bytes[i] === char.charCodeAt(0))

export function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
