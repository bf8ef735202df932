import type { InAppChoice, MailChoice, NotificationGroup } from '../../../worker/contract/notifications.constants'
import { m } from '../lib/messages'

export type Choice = InAppChoice | MailChoice
type Words = { label: () => string; words: () => string }

/** How each kind that can be turned off somewhere is named to people. */
export const CHOICE_WORDS: Record<Choice, Words> = {
  session_completed: { label: m.mail_completed, words: m.mail_completed_words },
  time_opened: { label: m.mail_time, words: m.mail_time_words },
  message_received: { label: m.notes_message, words: m.notes_message_words },
  message_digest: { label: m.mail_digest, words: m.mail_digest_words },
  room_message: { label: m.notes_room, words: m.notes_room_words },
  review_received: { label: m.notes_review_received, words: m.notes_review_received_words },
  review_visible: { label: m.mail_review, words: m.mail_review_words },
  review_reply: { label: m.notes_review_reply, words: m.notes_review_reply_words },
  badge_gained: { label: m.notes_badge_gained, words: m.notes_badge_gained_words },
  badge_lost: { label: m.notes_badge_lost, words: m.notes_badge_lost_words },
  community_comment: { label: m.notes_comment, words: m.notes_comment_words },
  community_answer: { label: m.notes_answer, words: m.notes_answer_words },
  community_mention: { label: m.notes_mention, words: m.notes_mention_words },
  community_accepted: { label: m.notes_accepted, words: m.notes_accepted_words },
  community_likes: { label: m.notes_likes, words: m.notes_likes_words },
  community_follower: { label: m.notes_follower, words: m.notes_follower_words },
  takeaways_written: { label: m.notes_takeaways, words: m.notes_takeaways_words },
  step_proposed: { label: m.notes_step, words: m.notes_step_words },
  skill_learned_proposed: { label: m.notes_skill_proposed, words: m.notes_skill_proposed_words },
  skill_learned: { label: m.notes_skill_learned, words: m.notes_skill_learned_words },
  event_joined: { label: m.notes_event_joined, words: m.notes_event_joined_words },
  event_reminder: { label: m.notes_event_reminder, words: m.notes_event_reminder_words },
  event_follow_up: { label: m.notes_event_follow_up, words: m.notes_event_follow_up_words },
  application_submitted: { label: m.mail_submitted, words: m.mail_submitted_words },
  application_in_review: { label: m.notes_in_review, words: m.notes_in_review_words },
  check_passed: { label: m.notes_check, words: m.notes_check_words },
  mentor_approved: { label: m.mail_approved, words: m.mail_approved_words },
  mentor_refused: { label: m.mail_refused, words: m.mail_refused_words },
  export_ready: { label: m.mail_export, words: m.mail_export_words },
  ticket_resolved: { label: m.mail_ticket_resolved, words: m.mail_ticket_resolved_words },
}

/** How a group is named, and why something in it always comes. */
export const GROUP_WORDS: Record<NotificationGroup, { title: () => string; why?: () => string }> = {
  sessions: { title: m.notes_group_sessions, why: m.notes_why_sessions },
  messages: { title: m.notes_group_messages },
  reviews: { title: m.notes_group_reviews, why: m.notes_why_reviews },
  community: { title: m.notes_group_community, why: m.notes_why_community },
  learning: { title: m.notes_group_learning, why: m.notes_why_learning },
  events: { title: m.notes_group_events, why: m.notes_why_events },
  mentoring: { title: m.notes_group_mentoring },
  payments: { title: m.notes_group_payments, why: m.notes_why_payments },
  payouts: { title: m.notes_group_payouts, why: m.notes_why_payouts },
  account: { title: m.notes_group_account, why: m.notes_why_account },
  support: { title: m.notes_group_support, why: m.notes_why_support },
}
