export const NOTIFICATION_TYPES = ['info', 'success', 'warning', 'error'] as const
export const NOTIFICATION_KINDS = [
  'email_verification',
  'mentor_approved',
  'mentor_refused',
  'booking_confirmed',
  'booking_received',
  'booking_cancelled',
  'payment_received',
  'payment_refunded',
  'message_received',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]
