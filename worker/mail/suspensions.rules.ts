import { NOTIFICATION_GROUPS, type LetterKind, type NotificationKind } from '../contract/notifications.constants'

const LETTERS: LetterKind[] = [
  'email_verification',
  'password_reset',
  'set_password',
  'email_change',
  'email_change_notice',
  'google_link',
]
const ABOUT_SAFETY = Object.entries(NOTIFICATION_GROUPS.account).flatMap(([kind, { mail }]) =>
  mail === 'always' ? [kind] : [],
)
const REGARDLESS = new Set<string>([...ABOUT_SAFETY, 'payout_profile_changed', ...LETTERS])

/**
 * Tried also where an address refused mail: what a person waits for, because the address may work again, and what
 * guards the account, because who takes it over must not profit from a full mailbox. One mail in vain costs less.
 */
export const goesRegardless = (kind: NotificationKind | LetterKind): boolean => REGARDLESS.has(kind)
