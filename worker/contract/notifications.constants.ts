export const NOTIFICATION_TYPES = ['info', 'success', 'warning', 'error'] as const
export const NOTIFICATION_KINDS = [
  'mentor_approved',
  'mentor_refused',
  'booking_confirmed',
  'booking_received',
  'booking_cancelled',
  'payment_received',
  'payment_refunded',
  'message_received',
  'password_changed',
  'email_changed',
  'totp_enabled',
  'totp_disabled',
  'google_linked',
  'google_unlinked',
  'account_closing',
  'account_reopened',
  'export_ready',
  'application_submitted',
  'application_in_review',
  'check_passed',
  'mentor_left',
  'guardian_agreed',
  'guardian_withdrew',
] as const
/** Mails that carry a secret or go to somebody without an account; they leave no row in the product. */
export const LETTER_KINDS = [
  'email_verification',
  'password_reset',
  'set_password',
  'email_change',
  'email_change_notice',
  'google_link',
  'guardian_request',
  'guardian_notice',
  'company_email_proof',
  'account_erased',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]
