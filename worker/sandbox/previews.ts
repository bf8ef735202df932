import { html } from 'hono/html'
import { isMailChoice, type LetterKind, type NotificationKind } from '../contract/notifications.constants'
import type { Environment } from '../lib/environment'
import { CHOOSE, layout } from '../mail/layout'
import { KINDS } from '../notifications/kinds'
import type { Kind, MailText } from '../notifications/kind'
import { wordsOfLetters } from '../notifications/letters'

const READER = { name: 'Asha Pillai', time_zone: 'Asia/Kolkata' }
const LATER = '2026-12-01T09:00:00.000Z'

/** Whatever any kind speaks of: a new one that needs more says so in the test. */
export const EXAMPLE = {
  reader: 'student',
  booking_id: 'booking',
  post_id: 'post',
  comment_id: 'comment',
  by_name: 'Mira Joshi',
  flagged_for: ['spam'],
  conversation_id: 'conversation',
  mentor_id: 'M000001',
  offer_title: 'Mock interview',
  start_time: '2026-11-24T09:00:00.000Z',
  other_time: '2026-11-25T09:00:00.000Z',
  agreed_zone: 'Europe/Berlin',
  mentor_name: 'Mira Joshi',
  student_name: READER.name,
  child_name: 'Yash',
  name: 'Work',
  mentor_zone: 'Europe/Berlin',
  student_zone: READER.time_zone,
  amount_minor: 150_000,
  currency: 'INR',
  minutes: 60,
  reason: 'I fell ill',
  staff_reason: 'It named a phone number',
  words: 'The room saw both',
  staff_words: 'We looked into it.\n\nIt works again.',
  ticket_id: 'ticket',
  by_silence: false,
  acknowledge_by: LATER,
  resolve_by: LATER,
  reference: 'N123456',
  verdict: 'student_absent',
  destination: '•••• 1234',
  until: LATER,
  answer_by: LATER,
  payable_from: LATER,
  sent_from: LATER,
  contest_until: LATER,
  visible_from: LATER,
  new_email: 'asha.new@example.com',
  google_email: 'asha@example.com',
  company: 'Example Ltd',
  code: '123456',
  path: '/',
  lines: ['The session is confirmed.'],
  alternatives: [{ mentor_id: 'M000002', name: 'Ravi Rao' }],
  event_id: 'event',
  event_title: 'How interviews are read',
  end_time: '2026-11-24T10:00:00.000Z',
  event_zone: 'Europe/Berlin',
  place: 'in_person',
  location: 'Library, room 4',
  organizer_name: 'Mira Joshi',
  conversations: [{ conversation_id: 'conversation', name: 'Mira Joshi', unread: 3 }],
}

/** Every mail there is, as it would read. */
export function everyMail(): { kind: string; mail: MailText }[] {
  const kinds = Object.entries(KINDS as unknown as Record<string, Kind<unknown>>).flatMap(([kind, { mail }]) =>
    mail ? [{ kind, mail: mail(EXAMPLE, READER) }] : [],
  )
  const letters = Object.entries(wordsOfLetters).map(([kind, words]) => ({
    kind,
    mail: (words as (data: unknown, reader: typeof READER) => MailText)(EXAMPLE, READER),
  }))
  return [...kinds, ...letters]
}

/** One of them as mail programs show it, or undefined where there is none of this kind. */
export function previewOf(env: Environment, wanted: string): string | undefined {
  const found = everyMail().find(({ kind }) => kind === wanted)
  if (!found) return undefined
  const kind = found.kind as NotificationKind | LetterKind
  const choose = isMailChoice(kind) ? { words: CHOOSE, address: `${env.PUBLIC_ORIGIN}/mail/preferences` } : undefined
  const to = { name: READER.name, email: 'asha@example.com' }
  return layout(env, { ...found.mail, id: kind, kind, to }, choose).html
}

/** Each in a frame of its own, in which nothing can run and whose style stays inside. */
export const previewsPage = () => ({
  title: 'Every mail',
  body: html`<p><a href="/sandbox/mailbox/">Mailbox</a></p>
    ${everyMail().map(
      ({ kind, mail }) =>
        html`<article id="${kind}">
          <h2>${mail.subject}</h2>
          <p>${kind} · ${isMailChoice(kind) ? 'can be turned off' : 'always sent'}</p>
          <iframe sandbox title="${mail.subject}" loading="lazy" src="/sandbox/mailbox/kinds/${kind}/"></iframe>
          <details>
            <summary>Text</summary>
            <pre>${[...mail.paragraphs, `[ ${mail.action.label} ]`].join('\n\n')}</pre>
          </details>
        </article>`,
    )}`,
})
