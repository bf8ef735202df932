import { MENTIONS_MOST } from '../contract/comments.constants'

const MENTION = /(?<![\p{L}\p{N}_@])@([MS]\d{6,12})(?![\p{L}\p{N}_])/gu

/** The display ids that a text names, each once. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(MENTION)].map(([, display_id = '']) => display_id)),
]

export interface MentionFact {
  display_id: string
  account_id: string
  name: string
  is_blocked: number
}

/** What is wrong with the people whom a text names, in words for its writer. */
export function faultOfMentions(text: string, found: MentionFact[]): string | undefined {
  const named = mentionsIn(text)
  if (named.length > MENTIONS_MOST) return `At most ${MENTIONS_MOST} people can be mentioned`
  const known = new Set(found.filter(({ is_blocked }) => !is_blocked).map(({ display_id }) => display_id))
  const unknown = named.filter((display_id) => !known.has(display_id))
  return unknown.length > 0 ? `Nobody here can be mentioned as ${unknown.map((id) => `@${id}`).join(', ')}` : undefined
}
