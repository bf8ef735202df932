const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Numbers from 0 to below 1 that follow from a name: the same in every world (mulberry32 over FNV-1a). */
export function numbersFor(name: string): () => number {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(name)) state = Math.imul(state ^ byte, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function lettersFor(name: string, length: number): string {
  const next = numbersFor(name)
  return Array.from({ length }, () => ALPHABET[Math.floor(next() * 32)]).join('')
}

/** Looks like the ids the product makes and sorts before all of them. */
export const fixedId = (name: string): string => `00${lettersFor(name, 24)}`

/** Looks like the payment provider's. */
export const providerId = (prefix: 'order' | 'pay' | 'rfnd', name: string): string =>
  `${prefix}_${lettersFor(`${prefix}:${name}`, 14)}`

export const pick = <T>(from: readonly T[], next: () => number): T => from[Math.floor(next() * from.length)] as T
