import type { LetterKind } from '../contract/notifications.constants'
import type { MailText, Reader } from './kind'
import type { LetterData } from './letters'
import { paragraphsIn, timeIn } from './wording'

type SupportLetter = Extract<LetterKind, `contact_${string}` | `grievance_${string}` | `newsletter_${string}`>

/** To addresses that anybody may have typed: nothing that came with them is repeated before staff read it. */
export const SUPPORT_LETTERS: { [K in SupportLetter]: (data: LetterData[K], reader: Reader) => MailText } = {
  contact_received: ({ reference }) => ({
    subject: `We have your message, ${reference}`,
    paragraphs: [
      'Thank you for writing to us. A person will read it and answer to this address.',
      'If you did not write to us, somebody typed your address by mistake: ignore this message.',
    ],
    action: { label: 'Find answers meanwhile', path: '/help' },
  }),
  contact_reply: ({ reference, staff_words }) => ({
    subject: `An answer to your message, ${reference}`,
    paragraphs: [
      ...paragraphsIn(staff_words),
      `If something is still open, write again by the contact form and name ${reference}.`,
    ],
    action: { label: 'Write again', path: '/contact' },
  }),
  grievance_received: ({ reference, acknowledge_by, resolve_by, path }, { time_zone }) => ({
    subject: `Your complaint ${reference}`,
    paragraphs: [
      `This is the receipt of your complaint. Its reference is ${reference}.`,
      `An officer acknowledges it by ${timeIn(time_zone, acknowledge_by)} and answers it by ${timeIn(time_zone, resolve_by)}.`,
      'The link shows how it stands. Keep it to yourself: whoever has it can read your complaint.',
      'If you did not complain, somebody typed your address by mistake: ignore this message.',
    ],
    action: { label: 'See how it stands', path },
  }),
  grievance_acknowledged: ({ reference, resolve_by, path }, { time_zone }) => ({
    subject: `Your complaint ${reference} was read`,
    paragraphs: [`An officer has read your complaint and answers it by ${timeIn(time_zone, resolve_by)}.`],
    action: { label: 'See how it stands', path },
  }),
  grievance_resolved: ({ reference, staff_words, path }) => ({
    subject: `Your complaint ${reference} was decided`,
    paragraphs: paragraphsIn(staff_words),
    action: { label: 'See your complaint', path },
  }),
  newsletter_confirm: ({ path }) => ({
    subject: 'Do you want the AspireX newsletter?',
    paragraphs: [
      'Somebody asked for our newsletter with this address. Open the link to confirm; it works once, for seven days.',
      'If this was not you, ignore this message. Nothing will come.',
    ],
    action: { label: 'Yes, send it to me', path },
  }),
  newsletter_welcome: ({ path }) => ({
    subject: 'The AspireX newsletter comes to you',
    paragraphs: ['You confirmed that you want it. Every issue has a link at its end that stops it at once.'],
    action: { label: 'Read past issues', path },
  }),
}
