import type { CONSENT_DECISIONS, ConsentState } from '../contract/guardians.constants'

type Decision = (typeof CONSENT_DECISIONS)[number]

/** From which states a decision may be made, and where it leads. A guardian may change their mind at any time. */
export const DECISIONS: Record<Decision, { from: ConsentState[]; to: ConsentState }> = {
  agree: { from: ['requested', 'refused', 'withdrawn'], to: 'agreed' },
  refuse: { from: ['requested'], to: 'refused' },
  withdraw: { from: ['agreed'], to: 'withdrawn' },
}

const HIDDEN = '•••'
const ADDRESS = /[\p{L}\p{N}._%+-]+(?:@|\s?(?:\(at\)|\[at\])\s?)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu
const LINK =
  /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|me|gg|in|de|co|app|dev|ly|to)(?:\/\S*)?/giu
const HANDLE = /(?<![\w@])@[\w.]{3,}/g
/** Seven digits and more with what people put between them; a time or a price has fewer. */
const PHONE = /\+?\p{Nd}(?:[\s().\-/]{0,2}\p{Nd}){6,}/gu

/** A message without ways to meet elsewhere: for minors whose guardian has not agreed to this mentor (A7). */
export const withoutContacts = (text: string): string =>
  [ADDRESS, LINK, HANDLE, PHONE].reduce((left, contact) => left.replace(contact, HIDDEN), text)
