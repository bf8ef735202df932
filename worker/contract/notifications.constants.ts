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
  'review_received',
  'review_visible',
  'review_reply',
  'review_removed',
  'badge_gained',
  'badge_lost',
  'takeaways_written',
  'step_proposed',
  'booking_requested',
  'request_received',
  'request_unanswered',
  'proposal_received',
  'proposal_accepted',
  'move_asked',
  'move_declined',
  'booking_moved',
  'time_opened',
  'calendar_failed',
  'session_completed',
  'absence_noted',
  'contest_opened',
  'contest_decided',
  'room_message',
  'payout_profile_changed',
  'withdrawal_paid',
  'withdrawal_refused',
  'withdrawal_failed',
  'withdrawal_approved_alone',
  'session_reminder',
  'session_reanchored',
  'session_clash',
  'mail_bounced',
  'skill_learned_proposed',
  'skill_learned',
  'community_comment',
  'community_answer',
  'community_mention',
  'community_accepted',
  'community_likes',
  'community_follower',
  'community_hidden',
  'community_restored',
  'ticket_received',
  'ticket_reply',
  'ticket_resolved',
  'event_joined',
  'event_promoted',
  'event_reminder',
  'event_changed',
  'event_cancelled',
  'event_follow_up',
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
  'message_digest',
  'contact_received',
  'contact_reply',
  'grievance_received',
  'grievance_acknowledged',
  'grievance_resolved',
  'newsletter_confirm',
  'newsletter_welcome',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** What a person chooses about a kind: it always comes, comes unless it is turned off, or there is none. */
interface Channels {
  in_app: 'always' | 'free' | 'none'
  mail: 'always' | 'free' | 'none'
}
const ALWAYS = { in_app: 'always', mail: 'always' } as const satisfies Channels
const TOLD_ALWAYS = { in_app: 'always', mail: 'none' } as const satisfies Channels
const TOLD_FREE = { in_app: 'free', mail: 'none' } as const satisfies Channels
const FREE = { in_app: 'free', mail: 'free' } as const satisfies Channels
const MAILED_FREE = { in_app: 'none', mail: 'free' } as const satisfies Channels

/** Every kind in one group, as the settings show them. Security, money and sessions that ask for an act always come (G1). */
export const NOTIFICATION_GROUPS = {
  sessions: {
    booking_confirmed: ALWAYS,
    booking_received: ALWAYS,
    booking_requested: ALWAYS,
    request_received: ALWAYS,
    request_unanswered: ALWAYS,
    proposal_received: ALWAYS,
    proposal_accepted: ALWAYS,
    move_asked: ALWAYS,
    move_declined: TOLD_ALWAYS,
    booking_moved: ALWAYS,
    booking_cancelled: ALWAYS,
    mentor_left: ALWAYS,
    session_reminder: ALWAYS,
    session_reanchored: ALWAYS,
    session_clash: ALWAYS,
    absence_noted: ALWAYS,
    contest_opened: ALWAYS,
    contest_decided: ALWAYS,
    calendar_failed: ALWAYS,
    session_completed: FREE,
    time_opened: FREE,
  },
  messages: { message_received: TOLD_FREE, message_digest: MAILED_FREE, room_message: TOLD_FREE },
  reviews: {
    review_received: TOLD_FREE,
    review_visible: FREE,
    review_reply: TOLD_FREE,
    review_removed: ALWAYS,
    badge_gained: TOLD_FREE,
    badge_lost: TOLD_FREE,
  },
  community: {
    community_comment: TOLD_FREE,
    community_answer: TOLD_FREE,
    community_mention: FREE,
    community_accepted: TOLD_FREE,
    community_likes: TOLD_FREE,
    community_follower: TOLD_FREE,
    community_hidden: ALWAYS,
    community_restored: TOLD_ALWAYS,
  },
  learning: {
    takeaways_written: TOLD_FREE,
    step_proposed: TOLD_FREE,
    skill_learned_proposed: TOLD_FREE,
    skill_learned: TOLD_FREE,
    guardian_agreed: TOLD_ALWAYS,
    guardian_withdrew: TOLD_ALWAYS,
  },
  events: {
    event_joined: FREE,
    event_promoted: ALWAYS,
    event_reminder: FREE,
    event_changed: ALWAYS,
    event_cancelled: ALWAYS,
    event_follow_up: FREE,
  },
  mentoring: {
    application_submitted: FREE,
    application_in_review: TOLD_FREE,
    check_passed: TOLD_FREE,
    mentor_approved: FREE,
    mentor_refused: FREE,
  },
  payments: { payment_received: ALWAYS, payment_refunded: ALWAYS },
  payouts: {
    payout_profile_changed: ALWAYS,
    withdrawal_paid: ALWAYS,
    withdrawal_refused: ALWAYS,
    withdrawal_failed: ALWAYS,
    withdrawal_approved_alone: ALWAYS,
  },
  account: {
    password_changed: ALWAYS,
    email_changed: ALWAYS,
    totp_enabled: ALWAYS,
    totp_disabled: ALWAYS,
    google_linked: ALWAYS,
    google_unlinked: ALWAYS,
    account_closing: ALWAYS,
    account_reopened: ALWAYS,
    mail_bounced: TOLD_ALWAYS,
    export_ready: FREE,
  },
  support: {
    ticket_received: ALWAYS,
    ticket_reply: ALWAYS,
    ticket_resolved: { in_app: 'always', mail: 'free' },
  },
} as const satisfies Record<string, Partial<Record<NotificationKind | LetterKind, Channels>>>
export type NotificationGroup = keyof typeof NOTIFICATION_GROUPS
export const GROUPS = Object.keys(NOTIFICATION_GROUPS) as NotificationGroup[]

type Grouped = (typeof NOTIFICATION_GROUPS)[NotificationGroup]
type Having<C extends Partial<Channels>, G = Grouped> = G extends unknown
  ? { [K in keyof G]: G[K] extends C ? K : never }[keyof G]
  : never
/** Kinds that a person may do without in the product. */
export type InAppChoice = Having<{ in_app: 'free' }>
/** Mails that a person may do without. */
export type MailChoice = Having<{ mail: 'free' }>

export const channelsOf = (group: NotificationGroup) =>
  Object.entries(NOTIFICATION_GROUPS[group]) as [NotificationKind | 'message_digest', Channels][]
const freeIn = (channel: keyof Channels): string[] =>
  GROUPS.flatMap(channelsOf).flatMap(([kind, channels]) => (channels[channel] === 'free' ? [kind] : []))
export const IN_APP_CHOICES = freeIn('in_app') as InAppChoice[]
export const MAIL_CHOICES = freeIn('mail') as MailChoice[]
export const isInAppChoice = (kind: string): kind is InAppChoice => (IN_APP_CHOICES as string[]).includes(kind)
export const isMailChoice = (kind: string): kind is MailChoice => (MAIL_CHOICES as string[]).includes(kind)
