import { NOTES_LENGTH } from '../../../worker/contract/meetings.constants'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const NEAR = 500

/** How many characters are left, once it matters; negative where it is too long. */
export function notesLeft(text: string): number | undefined {
  if (text.length < NOTES_LENGTH.graphemes - NEAR && text.length * 3 < NOTES_LENGTH.bytes) return undefined
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  const left = NOTES_LENGTH.graphemes - count
  const bytes_left = NOTES_LENGTH.bytes - new TextEncoder().encode(text).length
  const least = bytes_left < 0 ? Math.min(left, bytes_left) : left
  return least <= NEAR ? least : undefined
}

export const isTooLong = (text: string): boolean => (notesLeft(text) ?? 0) < 0
