import type { LetterKind, NotificationKind } from './notifications.constants'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** Mails a person may do without. What concerns security, money or a session is always sent (G1). */
export const MAIL_CHOICES = [
  'mentor_approved',
  'mentor_refused',
  'application_submitted',
  'export_ready',
  'review_visible',
  'session_completed',
  'time_opened',
  'message_digest',
] as const satisfies (NotificationKind | LetterKind)[]
export type MailChoice = (typeof MAIL_CHOICES)[number]
export const isMailChoice = (kind: string): kind is MailChoice => (MAIL_CHOICES as readonly string[]).includes(kind)
