import { MESSAGE_LENGTH } from '../../../worker/contract/chat.constants'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const NEAR = 200

/** How many characters are left, once it matters; negative where it is too long. Undefined while there is plenty. */
export function charactersLeft(text: string): number | undefined {
  if (text.length < MESSAGE_LENGTH.graphemes - NEAR && text.length * 4 < MESSAGE_LENGTH.bytes) return undefined
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  const left = MESSAGE_LENGTH.graphemes - count
  const bytesLeft = MESSAGE_LENGTH.bytes - new TextEncoder().encode(text).length
  const least = bytesLeft < 0 ? Math.min(left, bytesLeft) : left
  return least <= NEAR ? least : undefined
}
