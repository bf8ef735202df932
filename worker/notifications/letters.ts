import type { LetterKind } from '../contract/notifications.constants'
import { read, unmetered } from '../lib/database'
import type { Environment } from '../lib/environment'
import { refusalOf } from '../mail/mail.data'
import { goesRegardless } from '../mail/suspensions.rules'
import type { MailText, Reader } from './kind'
import { SUPPORT_LETTERS } from './letters.support'
import { sendMail, type Leaving } from './mail'
import { named, timeIn } from './wording'

/** What each letter speaks of. A path carries its secret, made at the moment of sending and kept as a hash alone. */
export interface LetterData {
  email_verification: { code: string; path: string }
  password_reset: { path: string }
  set_password: { path: string }
  email_change: { path: string }
  email_change_notice: { new_email: string; path: string; until: string }
  google_link: { path: string; google_email: string }
  guardian_request: { child_name: string; mentor_name: string; path: string }
  guardian_notice: { child_name: string; lines: string[]; path: string }
  company_email_proof: { company: string; path: string }
  account_erased: Record<never, never>
  message_digest: { conversations: { conversation_id: string; name: string; unread: number }[] }
  contact_received: { reference: string }
  contact_reply: { reference: string; staff_words: string }
  grievance_received: { reference: string; acknowledge_by: string; resolve_by: string; path: string }
  grievance_acknowledged: { reference: string; resolve_by: string; path: string }
  grievance_resolved: { reference: string; staff_words: string; path: string }
  newsletter_confirm: { path: string }
  newsletter_welcome: { path: string }
}

const counted = (unread: number): string => (unread === 1 ? 'one unread message' : `${unread} unread messages`)

function unreadFrom(conversations: LetterData['message_digest']['conversations']): string {
  const sum = conversations.reduce((total, { unread }) => total + unread, 0)
  const [first] = conversations
  const from = conversations.length === 1 && first ? ` from ${named(first.name)}` : ''
  return sum === 1 ? `One unread message${from}` : `${sum} unread messages${from}`
}

const NOT_YOU = 'If this was not you, ignore this message. Nothing changes.'

export const wordsOfLetters: { [K in LetterKind]: (data: LetterData[K], reader: Reader) => MailText } = {
  email_verification: ({ code, path }) => ({
    subject: `${code} is your AspireX code`,
    paragraphs: [
      `Type ${code} where you signed up, or open the link below. The code works for 30 minutes, the link for 24 hours.`,
      'If you did not open an account at AspireX, ignore this message.',
    ],
    action: { label: 'Confirm e-mail address', path },
  }),
  password_reset: ({ path }) => ({
    subject: 'Choose a new password',
    paragraphs: ['Somebody asked for a new password for your account. The link works once, for one hour.', NOT_YOU],
    action: { label: 'Choose a new password', path },
  }),
  set_password: ({ path }) => ({
    subject: 'Your AspireX account is ready',
    paragraphs: ['An account was made for you. Choose its password with the link below; it works once, for 24 hours.'],
    action: { label: 'Choose a password', path },
  }),
  email_change: ({ path }) => ({
    subject: 'Confirm your new e-mail address',
    paragraphs: ['Open the link to use this address at AspireX from now on. It works once, for 24 hours.', NOT_YOU],
    action: { label: 'Use this address', path },
  }),
  email_change_notice: ({ new_email, path, until }, reader) => ({
    subject: 'Your e-mail address at AspireX was changed',
    paragraphs: [
      `Your account now uses ${new_email}.`,
      `If this was not you, take it back until ${timeIn(reader.time_zone, until)}: this address returns, the password stops working and every device is signed out.`,
    ],
    action: { label: 'Take the change back', path },
  }),
  google_link: ({ path, google_email }) => ({
    subject: 'Connect Google to your account',
    paragraphs: [
      `Somebody signed in with the Google account ${google_email}, and your AspireX account has the same address.`,
      'Open the link to connect the two. It works once, for one hour.',
      NOT_YOU,
    ],
    action: { label: 'Connect Google', path },
  }),
  guardian_request: ({ child_name, mentor_name, path }) => ({
    subject: `${named(child_name)} wants to learn with ${named(mentor_name)}`,
    paragraphs: [
      `${named(child_name)} is under 18 and named you as parent or guardian.`,
      `Sessions with ${named(mentor_name)} need your consent. You can look at everything first, say yes or no, and take a yes back at any time.`,
    ],
    action: { label: 'Read and decide', path },
  }),
  guardian_notice: ({ child_name, lines, path }) => ({
    subject: `About a session of ${named(child_name)}`,
    paragraphs: lines,
    action: { label: 'See what you agreed to', path },
  }),
  company_email_proof: ({ company, path }) => ({
    subject: `Do you work at ${named(company)}?`,
    paragraphs: [
      `Open the link to show that this address is yours. Your page will then say that you work at ${named(company)}.`,
      NOT_YOU,
    ],
    action: { label: 'This address is mine', path },
  }),
  message_digest: ({ conversations }) => ({
    subject: unreadFrom(conversations),
    paragraphs: [
      'Somebody wrote to you while you were away:',
      ...conversations.map(({ name, unread }) => `${named(name)}: ${counted(unread)}`),
    ],
    action:
      conversations.length === 1
        ? { label: 'Read and answer', path: `/messages/${conversations[0]?.conversation_id}` }
        : { label: 'Read and answer', path: '/messages' },
  }),
  ...SUPPORT_LETTERS,
  account_erased: () => ({
    subject: 'Your account is erased',
    paragraphs: ['Your account and what belonged to it are erased. Invoices stay as long as the law asks for them.'],
    action: { label: 'AspireX', path: '/' },
  }),
}

export interface Letter<K extends LetterKind> {
  /** Stable where one cause must give one mail. */
  id: string
  kind: K
  to: Reader & { email: string; account_id?: string }
  data: LetterData[K]
  /** Of what comes again and again: how it ends. */
  leave?: Leaving
}

async function isInVain(env: Environment, kind: LetterKind, address: string): Promise<boolean> {
  if (goesRegardless(kind)) return false
  const db = unmetered(env)
  return (await read(db, refusalOf(db, address))).length > 0
}

/** Sends at once and throws where it cannot, so call it from a queue's task alone. */
export async function sendLetter<K extends LetterKind>(env: Environment, { id, kind, to, data, leave }: Letter<K>) {
  if (await isInVain(env, kind, to.email)) return
  await sendMail(env, { id, kind, to, ...wordsOfLetters[kind](data, to), ...(leave && { leave }) })
}
